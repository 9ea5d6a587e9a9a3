"use strict";
// Python in the page comes when a reader is near something that runs, or
// follows a link that holds code.
(() => {
  if (location.protocol === "file:") return; // which modules cannot come from
  const root = document.currentScript.src;
  const near = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting && !/^#run=/.test(location.hash)) continue;
      near.unobserve(target);
      const script = target.matches(".listing-note") ? "live" : "exercises";
      import(new URL(`page/${script}.js`, root)).then((it) => it.begin()).catch(() => {});
    }
  }, { rootMargin: "200px" });
  document$.subscribe(() => {
    document.querySelectorAll(".listing-note, [data-exercise], [data-progress]")
      .forEach((e) => near.observe(e));
  });
})();
