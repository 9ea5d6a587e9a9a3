// The tools for bumps of one's own: add, merge, take away, and three sliders.

import { type Control, control } from "../../kit/explorer/controls";
import { allow, quiet } from "../../kit/explorer/buttons";
import { html } from "../../kit/page/dom";
import type { NumberField } from "../../kit/explorer/fields";
import { type Bump, MOST, TOP } from "./curves";

const EDGE: NumberField = {
  kind: "number", label: "Left edge", min: -0.2, max: 1.2, step: 0.01, initial: 0,
};
const PARTS: Readonly<Record<keyof Bump, NumberField>> = {
  left: EDGE,
  right: { ...EDGE, label: "Right edge" },
  height: { ...EDGE, label: "Height", min: -TOP, max: TOP, step: 0.05 },
};
interface Acts {
  add(): void;
  merge(): void;
  remove(): void;
  next(): void;
  change(part: Partial<Bump>): void;
}

export class Tools {
  readonly element = html("div", { class: "explorer__tools" });
  private readonly sliders = new Map<keyof Bump, Control>();
  private readonly buttons: Readonly<Record<"add" | "merge" | "remove" | "next", HTMLButtonElement>>;

  constructor(acts: Acts) {
    this.buttons = {
      add: quiet("Add a bump", acts.add),
      merge: quiet("Merge with its neighbour", acts.merge),
      remove: quiet("Take it away", acts.remove),
      next: quiet("Choose the next", acts.next),
    };
    const { add, next, merge, remove } = this.buttons;
    const sliders = html("div", { class: "explorer__controls" });
    for (const [part, field] of Object.entries(PARTS) as [keyof Bump, NumberField][]) {
      const made = control(field, `explore-universal_approximation-own-${part}`, (value) =>
        acts.change({ [part]: Number(value) }));
      this.sliders.set(part, made);
      sliders.append(made.element);
    }
    this.element.append(html("p", { class: "explorer__more" }, add, next, merge, remove), sliders);
  }

  /** Show the bump that is chosen, and what can be done with it. */
  show(bumps: readonly Bump[], chosen: Bump): void {
    for (const [part, slider] of this.sliders) slider.show(chosen[part]);
    const isAlone = bumps.length === 1;
    allow(this.buttons.add, bumps.length < MOST);
    for (const name of ["merge", "remove", "next"] as const) allow(this.buttons[name], !isAlone);
  }
}
