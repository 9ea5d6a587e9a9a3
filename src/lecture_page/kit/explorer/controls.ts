// Native inputs with a label, the value as it is spoken, and a sentence
// beside the field when something is wrong with it.

import { html, say, set } from "../page/dom";
import { placeOf, rounded, shown, slidTo, typedAs } from "../page/numbers";
import {
  type ChoiceField, type Field, type NumberField, numberOf, quoted, type SwitchField,
  type TextField, tooLong, wrongNumber,
} from "./fields";

export interface Control {
  readonly element: HTMLElement;
  /** Show a value that was set elsewhere. */
  show(value: unknown): void;
  /** Say what is wrong with the field; "" if nothing is. */
  blame(sentence: string): void;
}
const AFTER_A_CLICK = 300; // milliseconds
type Set_ = (value: number | string | boolean) => void;

/** Return the control of a field; `id` is unique in the page. */
export function control(field: Field, id: string, onInput: Set_): Control {
  switch (field.kind) {
    case "number":
      return slider(field, id, onInput);
    case "choice":
      return select(field, id, onInput);
    case "switch":
      return checkbox(field, id, onInput);
    case "text":
      return textField(field, id, onInput);
  }
}

// A slider, and its number beside it, which can be typed: between two steps,
// or where no mouse leads to.
function slider(field: NumberField, id: string, onInput: Set_): Control {
  const [low, high] = [placeOf(field, field.min), placeOf(field, field.max)];
  const tell = field.shown ?? shown;
  const input = html("input", { type: "range", id, min: low, max: high, step: field.step });
  const typed = html("input", {
    type: "text", id: `${id}-typed`, class: "explorer__value", inputmode: "decimal",
    "aria-label": `${field.label}, as a number`, autocomplete: "off",
  });
  let value = field.initial;
  const show = (to: unknown): void => {
    value = Number(to);
    const place = placeOf(field, value);
    if (Number(input.value) !== place) input.value = String(place);
    set(input, { "aria-valuetext": tell(value) });
    if (document.activeElement !== typed) typed.value = tell(value);
  };
  const made = framed(field.label, "range", input, show, typed);
  const blame = (sentence: string): void => {
    made.blame(sentence);
    set(typed, { "aria-invalid": sentence ? "true" : null });
  };
  input.addEventListener("input", () => {
    show(slidTo(field, Number(input.value)));
    onInput(value);
  });
  typed.addEventListener("focus", () => {
    if (!typed.hasAttribute("aria-invalid")) typed.value = String(rounded(value));
    typed.select();
  });
  typed.addEventListener("input", () => {
    const number = read(field, typed.value);
    if (number === null) return;
    blame("");
    onInput(number);
  });
  const leave = (): void => {
    const isOne = read(field, typed.value) !== null || typed.value === tell(value);
    if (isOne) typed.value = tell(value);
    blame(isOne ? "" : wrongNumber(field, `${quoted(typed.value)} is none`));
  };
  typed.addEventListener("change", () => {
    if (document.activeElement === typed) leave();
  });
  // A sentence that comes between press and release would move a button away.
  typed.addEventListener("blur", () => setTimeout(leave, AFTER_A_CLICK));
  return { ...made, blame };
}

function read(field: NumberField, text: string): number | null {
  return numberOf(field, typedAs(text));
}

function select(field: ChoiceField, id: string, onInput: Set_): Control {
  const options = Object.entries(field.options).map(([value, text]) =>
    html("option", { value }, text));
  const input = html("select", { id }, ...options);
  input.addEventListener("change", () => onInput(input.value));
  const show = (value: unknown): void => { input.value = String(value); };
  return framed(field.label, "choice", input, show);
}

function checkbox(field: SwitchField, id: string, onInput: Set_): Control {
  const input = html("input", { type: "checkbox", id });
  input.addEventListener("change", () => onInput(input.checked));
  const show = (value: unknown): void => { input.checked = value === true; };
  return framed(field.label, "switch", input, show);
}

function textField(field: TextField, id: string, onInput: Set_): Control {
  const input = html("input", {
    type: "text", id, spellcheck: "false", autocomplete: "off", autocapitalize: "off",
  });
  const show = (value: unknown): void => {
    if (input.value !== value && document.activeElement !== input) {
      input.value = String(value);
    }
  };
  const made = framed(field.label, "text", input, show);
  input.addEventListener("input", () => {
    const sentence = tooLong(field, input.value, "this") || field.wrong(input.value);
    made.blame(sentence);
    if (!sentence) onInput(input.value);
  });
  return made;
}

function framed(
  label: string,
  kind: string,
  input: HTMLInputElement | HTMLSelectElement,
  show: (value: unknown) => void,
  ...more: HTMLElement[]
): Control {
  const wrong = html("p", { id: `${input.id}-wrong`, class: "explorer__wrong", hidden: true });
  const element = html("div", { class: `explorer__control explorer__control--${kind}` },
    html("label", { for: input.id }, label), input, ...more, wrong);
  return {
    element,
    show,
    blame(sentence) {
      say(wrong, sentence);
      wrong.hidden = !sentence;
      const is = sentence ? { "aria-describedby": wrong.id, "aria-invalid": "true" } : {
        "aria-describedby": null, "aria-invalid": null };
      set(input, is);
    },
  };
}
