"use strict";
// Python in the page comes when a reader is near a listing that has printed
// something, or follows a link that holds code.
(() => {
  const script = new URL("page/live.js", document.currentScript.src);
  const near = new IntersectionObserver((seen) => {
    if (!seen.some((entry) => entry.isIntersecting) && !/^#run=/.test(location.hash)) return;
    near.disconnect();
    import(script).then((live) => live.begin()).catch(() => {});
  }, { rootMargin: "200px" });
  document$.subscribe(() => {
    document.querySelectorAll(".listing-note").forEach((e) => near.observe(e));
  });
})();
