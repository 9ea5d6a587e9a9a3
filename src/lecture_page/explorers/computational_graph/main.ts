// The computational graph: type an expression, and walk it gate by gate.

import { allow, quiet } from "../../kit/explorer/buttons";
import { html, say } from "../../kit/page/dom";
import { type Explorer, mountable, type Stage, type View } from "../../kit/explorer/explorer";
import type { State } from "../../kit/explorer/fields";
import { numberIn, typedAs } from "../../kit/page/numbers";
import { Drawing } from "./drawing";
import { graph, type Node, type Values, variables } from "./model";
import { LONGEST, wrong } from "./parser";
import { lastStep, saysAt, seenAt } from "./steps";

const MOST_STEPS = 2 * LONGEST;

const fields = {
  f: { kind: "text", label: "f =", longest: LONGEST, initial: "(x + y) * z", wrong },
  at: {
    kind: "text", label: "Inputs", longest: 400, initial: "x=-2,y=5,z=-4", hidden: true,
    wrong: (text: string) => (readInputs(text) ? "" :
      "The inputs of the address are none; they look like x=-2,y=5."),
  },
  step: {
    kind: "number", label: "Step", min: 0, max: MOST_STEPS, step: 1, initial: 0, hidden: true,
  },
} as const;
type F = typeof fields;

function readInputs(text: string): Values | null {
  const pairs = text.split(",").filter((pair) => pair).map((pair) => pair.split("="));
  const isFine = pairs.every(([name = "", value = "", ...more]) =>
    /^[a-z_]\w*$/i.test(name) && isNumber(value) && !more.length);
  return isFine ? Object.fromEntries(pairs.map(([name, value]) => [name, Number(value)])) : null;
}

function isNumber(text: string): boolean {
  return Number.isFinite(numberIn(text));
}

// What an address does not give is 1.
function inputsOf(nodes: readonly Node[], text: string): Record<string, number> {
  const given = readInputs(text) ?? {};
  return Object.fromEntries(variables(nodes).map((name) =>
    [name, Object.hasOwn(given, name) ? (given[name] ?? 1) : 1]));
}

function write(values: Values): string {
  return Object.entries(values).map(([name, value]) => `${name}=${value}`).join(",");
}

class ComputationalGraph implements View<F> {
  private readonly drawing: Drawing;
  private readonly slider = html("input", {
    type: "range", id: "explore-computational_graph-at-step", min: 0, step: 1 });
  private readonly told = html("output", {
    for: this.slider.id, class: "explorer__value" });
  private readonly blamed = html("p", { class: "explorer__wrong", role: "alert" });
  private readonly back = quiet("← Back", () => this.go(this.step - 1));
  private readonly on = quiet("On →", () => this.go(this.step + 1));
  private expression = "";
  private nodes: readonly Node[] = [];
  private state: State<F> | null = null;

  constructor(private readonly stage: Stage<F>) {
    this.drawing = new Drawing((name, text) => this.edit(name, text));
    const walk = html("div", { class: "explorer__control explorer__control--range" },
      html("label", { for: this.slider.id }, "Step"), this.slider, this.told);
    stage.root.append(this.drawing.element, this.blamed,
      html("div", { class: "graph__walk" }, this.back, this.on, walk));
    this.slider.addEventListener("input", () => this.go(Number(this.slider.value)));
  }

  draw(state: State<F>, width: number): void {
    this.follow(state);
    say(this.blamed, ""); // what was wrong is not what is shown
    const last = lastStep(this.nodes);
    allow(this.back, this.step > 0);
    allow(this.on, this.step < last);
    this.slider.max = String(last);
    this.slider.value = String(this.step);
    say(this.told, `${this.step} of ${last}`);
    this.slider.setAttribute("aria-valuetext", `${this.step} of ${last}`);
    this.drawing.show(seenAt(this.nodes, inputsOf(this.nodes, state.at), this.step), width);
  }

  says(state: State<F>): string {
    this.follow(state);
    return saysAt(this.nodes, inputsOf(this.nodes, state.at), this.step);
  }

  private get step(): number {
    return Math.min(this.state?.step ?? 0, lastStep(this.nodes));
  }

  private follow(state: State<F>): void {
    this.state = state;
    if (state.f === this.expression) return;
    this.expression = state.f;
    this.nodes = graph(state.f);
    this.drawing.take(this.nodes);
  }

  private go(step: number): void {
    this.stage.change({ step: Math.max(0, Math.min(lastStep(this.nodes), step)) });
  }

  private edit(name: string, text: string): void {
    const value = numberIn(typedAs(text));
    const isOne = Number.isFinite(value);
    say(this.blamed, isOne ? "" : `The value of ${name} is to be a number, such as -2 or 0.5.`);
    if (!isOne || !this.state) return;
    const values = { ...inputsOf(this.nodes, this.state.at), [name]: value };
    this.stage.change({ at: write(values) });
  }
}

const explorer: Explorer<F> = {
  name: "computational_graph", fields, view: (stage) => new ComputationalGraph(stage),
};
export const mount = mountable(explorer);
export { fields };
export * as model from "./model";
