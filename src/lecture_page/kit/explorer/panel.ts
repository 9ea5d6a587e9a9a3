// The controls of an explorer, in the order of its fields.

import { type Control, control } from "./controls";
import { html, say } from "../page/dom";
import type { Fields, Problems, State } from "./fields";

type OnInput = (name: string, value: number | string | boolean) => void;

export class Panel<F extends Fields> {
  readonly element = html("div", { class: "explorer__controls" });
  private readonly controls = new Map<string, Control>();
  private readonly unused = new Set<string>();
  private readonly wrong = html("p", { class: "explorer__wrong", hidden: true });

  constructor(name: string, fields: F, onInput: OnInput) {
    for (const [key, field] of Object.entries(fields)) {
      if (field.hidden) continue;
      const id = `explore-${name}-${key}`;
      const made = control(field, id, (value) => onInput(key, value));
      this.controls.set(key, made);
      this.element.append(made.element);
    }
    this.element.append(this.wrong);
  }

  /** Show a state, the controls it uses, and what is wrong with each. */
  show(state: State<F>, used: readonly (keyof F)[] | undefined, problems: Problems): void {
    for (const [key, each] of this.controls) {
      each.show(state[key]);
      // What is wrong is seen, though the field means nothing now.
      const unused = used !== undefined && !used.includes(key) && !problems[key];
      if (unused !== this.unused.has(key)) this.lay(key, each.element, unused);
      each.blame(problems[key] ?? "");
    }
    const others = Object.keys(problems).filter((key) => !this.controls.has(key));
    say(this.wrong, others.map((key) => problems[key]).join(" "));
    this.wrong.hidden = !others.length;
  }

  private lay(key: string, element: HTMLElement, unused: boolean): void {
    if (unused) this.unused.add(key);
    else this.unused.delete(key);
    element.classList.toggle("explorer__control--unused", unused);
    for (const input of element.querySelectorAll("input, select")) {
      input.toggleAttribute("disabled", unused);
    }
  }
}
