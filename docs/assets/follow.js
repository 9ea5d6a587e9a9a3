"use strict";
// The contents beside a page follow the reader: the section that is being
// read stays in sight.
(() => {
  const EDGE = 48; // pixels, about two entries
  let waits = false;
  const follow = () => {
    waits = false;
    const active = document.querySelectorAll(".md-nav--secondary .md-nav__link--active");
    const here = active[active.length - 1];
    const frame = here?.closest(".md-sidebar__scrollwrap");
    if (!frame) return;
    const entry = here.getBoundingClientRect(), seen = frame.getBoundingClientRect();
    if (entry.top > seen.top + EDGE && entry.bottom < seen.bottom - EDGE) return;
    frame.scrollTop += (entry.top + entry.bottom - seen.top - seen.bottom) / 2;
  };
  addEventListener("scroll", () => {
    if (!waits) setTimeout(follow, 150);
    waits = true;
  }, { passive: true });
})();
