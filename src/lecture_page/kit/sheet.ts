// The look of the explorers, loaded with the first of them.

import { SITE } from "./place";

const SHEET = new URL("assets/explorers.css", SITE).href;

/** Wait until the style sheet is there. */
export function styled(): Promise<void> {
  const known = document.querySelector<HTMLLinkElement>(`link[href="${SHEET}"]`);
  if (known?.sheet) return Promise.resolve();
  const link = known ?? document.createElement("link");
  return new Promise((tell) => {
    // Without its looks an explorer works all the same.
    link.addEventListener("load", () => tell());
    link.addEventListener("error", () => tell());
    if (known) return;
    link.rel = "stylesheet";
    link.href = SHEET;
    document.head.append(link);
  });
}
