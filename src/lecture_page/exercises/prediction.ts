// Read and predict: a number or one of several, marked at once, without Python.

import { button } from "../kit/page/buttons";
import { html } from "../kit/page/dom";
import { exerciseOf, type Exercise, markChoice, markNumber, type Marks } from "./exercise";
import { Marked } from "./marked";

const NO_NETWORK = "The answer could not be loaded. Perhaps there is no network; try again.";
const LETTERS = "abcdefgh";

/** Let a reader answer a prediction. */
export function setUpPrediction(name: string, start: Element): void {
  const marked = new Marked(name, start);
  const mark = async (how: (exercise: Exercise) => Marks): Promise<void> => {
    try {
      marked.show(how(await exerciseOf(name)));
    } catch {
      marked.tell(NO_NETWORK);
    }
  };
  const list = start.querySelector(".exercise__choices");
  if (list) choices(list, name, (place) => void mark((it) => markChoice(it, place)));
  else start.append(number((given) => void mark((it) => markNumber(it, given))));
}

function choices(list: Element, name: string, chosen: (place: number) => void): void {
  list.setAttribute("role", "radiogroup");
  list.setAttribute("aria-label", "Your answer; arrows move, Enter checks");
  const radios: HTMLInputElement[] = [];
  let passes = false; // the arrow keys lead over answers that nobody meant
  list.addEventListener("keydown", (event) => {
    const { key } = event as KeyboardEvent;
    passes = key.startsWith("Arrow");
    const place = radios.findIndex((radio) => radio === event.target);
    if ((key !== "Enter" && key !== " ") || place < 0) return;
    event.preventDefault();
    radios[place]!.checked = true;
    chosen(place);
  });
  list.addEventListener("keyup", () => { passes = false; });
  [...list.children].forEach((item, place) => {
    const id = `${name.replace("/", "-")}-${LETTERS[place]}`;
    const radio = html("input", { type: "radio", name, id });
    radio.addEventListener("change", () => {
      if (!passes) chosen(place);
    });
    radios.push(radio);
    const label = html("label", { for: id }, ...item.childNodes);
    item.setAttribute("role", "presentation");
    item.append(radio, label);
  });
}

function number(given: (text: string) => void): HTMLElement {
  const field = html("input", { type: "text", inputmode: "decimal", size: 8, autocomplete: "off" });
  const check = (): void => given(field.value);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") check();
  });
  const label = html("label", {}, "Your number ", field);
  return html("div", { class: "exercise__bar" }, label, button("Check", check, { class: "run__button" }));
}
