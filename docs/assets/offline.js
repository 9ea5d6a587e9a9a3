"use strict";
// A worker keeps the pages for reading without a network: not where data are
// to be saved, and not when the page is opened as a file.
(() => {
  const worker = new URL("../sw.js", document.currentScript.src);
  const wanted = worker.protocol !== "file:" && !navigator.connection?.saveData;
  if (!navigator.serviceWorker || !wanted) return;
  addEventListener("load", () => {
    // Without it the site is read as before.
    navigator.serviceWorker.register(worker).catch(() => {});
  });
})();
