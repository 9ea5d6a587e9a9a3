"use strict";
// Opens the search. Its dialog is loaded when it is first wanted.
(() => {
  const root = new URL("..", document.currentScript.src);
  let loading;

  const added = (tag, properties) => new Promise((done, failed) => {
    const element = document.createElement(tag);
    Object.assign(element, properties, { onload: done, onerror: failed });
    document.body.append(element); // the head is exchanged between pages
  });
  const load = () => Promise.all([
    added("link", { rel: "stylesheet", href: new URL("assets/search_dialog.css", root) }),
    added("script", { src: new URL("assets/search_dialog.js", root) }),
  ]);
  const open = (query) => {
    loading ??= load();
    loading.then(() => globalThis.openSearch(query)).catch(() => {
      loading = null;
      document.querySelector(".search-button__name").textContent = "Not loaded. Offline?";
    });
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
    const held = event.altKey || event.ctrlKey || event.metaKey;
    const plain = !held && !typing && (event.key === "/" || event.key === "s");
    const both = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    if (!plain && !both) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("click", ({ target }) => {
    const button = target.closest?.(".search-button, [data-search]");
    if (button) open(button.dataset.search);
  });
  // An address may hold signs that stand for no letter.
  const readable = (path) => {
    try { return decodeURI(path); } catch { return path.replace(/%\w\w/g, " "); }
  };
  // On the page that is not there: the words of the address, to search for.
  const lost = document.querySelector("[data-search-address]");
  if (lost) {
    const path = readable(location.pathname).slice(root.pathname.length);
    const words = path.replace(/(index)?\.\w+$/, "").match(/[\p{L}\p{N}]+/gu) || [];
    lost.dataset.search = words.join(" ");
    if (lost.dataset.search) lost.textContent += ` for “${lost.dataset.search}”`;
  }
  const asked = new URLSearchParams(location.search).get("q");
  if (asked) open(asked);
})();
