// Buttons beside what they change.

import { button } from "../page/buttons";
import { set } from "../page/dom";

/** Make a quiet button; while `allow` takes its use away, it does nothing. */
export function quiet(label: string, act: () => void): HTMLButtonElement {
  const made = button(label, () => {
    if (made.getAttribute("aria-disabled") !== "true") act();
  }, { class: "explorer__button explorer__button--quiet" });
  return made;
}

/** Tell whether a button is of use now. It keeps the keyboard's place if not. */
export function allow(made: HTMLButtonElement, isOfUse: boolean): void {
  set(made, { "aria-disabled": isOfUse ? null : "true" });
}
