// A question comes before what answers it: whoever has committed to a guess
// sees more. It can be skipped.

import { html, say } from "../page/dom";
import { quiet } from "./buttons";

/**
 * Turn the question that stands in a page into one to be answered.
 *
 * `onDone` is called once, with what is to be said of the guess.
 */
export function ask(container: HTMLElement, onDone: (said: string) => void): void {
  const list = part(container, "choices");
  const answer = part(container, "answer");
  const name = `${container.id}-guess`;
  const form = html("form", { class: "explorer__guess" });
  const question = part(container, "question");
  question.id = `${container.id}-question`;
  list.setAttribute("role", "radiogroup");
  list.setAttribute("aria-labelledby", question.id);
  for (const choice of list.children) makeRadio(choice, name);
  const guess = html("button", { type: "submit", class: "explorer__button" }, "This is my guess");
  const skip = quiet("Skip", () => onDone(""));
  const wrong = html("span", { class: "explorer__wrong", role: "alert" });
  form.append(guess, skip, wrong);
  inPlaceOf(answer, form);
  list.addEventListener("change", () => say(wrong, ""));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = list.querySelector<HTMLInputElement>("input:checked");
    if (chosen) onDone(verdict(chosen));
    else say(wrong, "Choose one of them first, or skip.");
  });
}

// What follows stays where it is: somebody may be reading it.
function inPlaceOf(answer: HTMLElement, form: HTMLElement): void {
  const next = answer.nextElementSibling ?? answer;
  const place = next.getBoundingClientRect().top;
  answer.hidden = true;
  answer.before(form);
  const moved = next.getBoundingClientRect().top - place;
  if (moved < 0) form.style.minHeight = `${form.offsetHeight - moved}px`;
}

/** Show the answer, and leave the question as it was guessed. */
export function reveal(container: HTMLElement, said: string): void {
  const answer = part(container, "answer") as HTMLDetailsElement;
  const form = container.querySelector(".explorer__guess");
  const wasHere = form?.contains(document.activeElement) ?? false;
  form?.remove();
  const list = part(container, "choices");
  for (const input of list.querySelectorAll("input")) input.disabled = true;
  for (const choice of list.children) choice.toggleAttribute("data-told", true);
  answer.hidden = false;
  answer.open = true;
  const summary = answer.querySelector("summary");
  if (said) summary?.replaceChildren(said);
  if (wasHere) summary?.focus({ preventScroll: true });
}

/** Return a part of an explorer's place in the page. */
export function part(container: HTMLElement, name: string): HTMLElement {
  const found = container.querySelector<HTMLElement>(`.explorer__${name}`);
  if (!found) throw new Error(`the explorer has no ${name}`);
  return found;
}

function makeRadio(choice: Element, name: string): void {
  const input = html("input", { type: "radio", name });
  const label = html("label", {}, input, ...choice.childNodes);
  choice.setAttribute("role", "presentation");
  choice.replaceChildren(label);
}

function verdict(chosen: HTMLInputElement): string {
  const isRight = chosen.closest("li")?.hasAttribute("data-right");
  return isRight ? "As you guessed" : "It is another answer";
}
