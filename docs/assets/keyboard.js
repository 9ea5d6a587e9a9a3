"use strict";
// What the theme makes in the browser, as keyboards and screen readers need
// it: what scrolls can be reached, and copy buttons are no places to go to.
(() => {
  const scrollers = ".md-typeset__scrollwrap, .formula--display, .drawing, .tabbed-labels, .md-typeset pre > code";
  const sizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  const mend = () => {
    document.querySelectorAll(scrollers).forEach((e) => sizes.observe(e));
    for (const buttons of document.querySelectorAll(".md-code__nav")) {
      buttons.setAttribute("role", "presentation");
    }
  };
  const changes = new MutationObserver(mend);
  changes.observe(document, { childList: true, subtree: true });
  mend();
})();
