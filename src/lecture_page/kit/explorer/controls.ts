// Native inputs with a label, the value as it is spoken, and a sentence
// beside the field when something is wrong with it.

import { html, say, set } from "../page/dom";
import type { ChoiceField, Field, NumberField, SwitchField, TextField } from "./fields";
import { shown, within } from "../page/numbers";

export interface Control {
  readonly element: HTMLElement;
  /** Show a value that was set elsewhere. */
  show(value: unknown): void;
  /** Say what is wrong with the field; "" if nothing is. */
  blame(sentence: string): void;
}
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

function slider(field: NumberField, id: string, onInput: Set_): Control {
  const to = field.scale === "log" ? Math.log10 : (x: number) => x;
  const from = field.scale === "log" ? (x: number) => 10 ** x : (x: number) => x;
  const tell = field.shown ?? shown;
  const input = html("input", {
    type: "range", id, min: to(field.min), max: to(field.max), step: field.step,
  });
  const output = html("output", { for: id, class: "explorer__value" });
  const show = (value: unknown): void => {
    const number = Number(value);
    if (Number(input.value) !== to(number)) input.value = String(to(number));
    say(output, tell(number));
    set(input, { "aria-valuetext": tell(number) });
  };
  input.addEventListener("input", () => {
    const value = within(field, rounded(from(Number(input.value))));
    show(value);
    onInput(value);
  });
  return framed(field.label, "range", input, show, output);
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
    type: "text", id, maxlength: field.longest, spellcheck: "false",
    autocomplete: "off", autocapitalize: "off",
  });
  const show = (value: unknown): void => {
    if (input.value !== value && document.activeElement !== input) {
      input.value = String(value);
    }
  };
  const made = framed(field.label, "text", input, show);
  input.addEventListener("input", () => {
    const sentence = field.wrong(input.value);
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

// A slider at 0.1 + 0.2 means 0.3.
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
