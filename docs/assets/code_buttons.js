// Material puts the buttons of every listing into a <nav>: a dozen landmarks
// without a name, among which a screen reader's user cannot find the menu.
new MutationObserver(() => {
  for (const nav of document.querySelectorAll(".md-code__nav:not([role])"))
    nav.setAttribute("role", "none")
}).observe(document.body, { childList: true, subtree: true })
