// Buttons, in one line each.

import { type Attributes, html } from "./dom";

/** Make a button: what it says, what it does. */
export function button(
  label: string,
  act: () => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  const made = html("button", { type: "button", ...attributes }, label);
  made.addEventListener("click", act);
  return made;
}
