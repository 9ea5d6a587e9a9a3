"use strict";
// What a reader touches comes when a reader is near it, or has followed a link
// to it: Python in listings, exercises, explorers.
(() => {
  if (location.protocol === "file:") return; // which modules cannot come from
  const root = document.currentScript.src;
  const near = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) {
      const script = target.matches(".listing-note") ? "live"
        : target.dataset.explorer ? "near" : "exercises";
      const isLinked = location.hash.startsWith(script == "near" ? "#explore-" : "#run");
      if (!isIntersecting && !isLinked) continue;
      near.unobserve(target);
      import(new URL(`page/${script}.js`, root)).then((it) => it.begin()).catch(() => {});
    }
  }, { rootMargin: "600px" });
  document$.subscribe(() => {
    document.querySelectorAll(".listing-note, [data-exercise], [data-progress], [data-explorer]")
      .forEach((e) => near.observe(e));
  });
})();
