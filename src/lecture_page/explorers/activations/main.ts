// Activations: curve and slope, and what a stack of them leaves of a gradient.

import { type Explorer, mountable, type Stage, type View } from "../../kit/explorer/explorer";
import type { NumberField, State } from "../../kit/explorer/fields";
import { shown } from "../../kit/page/numbers";
import { Handle } from "../../kit/plot/handle";
import { Plot } from "../../kit/plot/plot";
import { ACTIVATIONS, type Kind, type Layer, stack } from "./model";

const Z: NumberField = {
  kind: "number", label: "Input z", min: -8, max: 8, step: 0.05, initial: 0,
};
const fields = {
  kind: {
    kind: "choice",
    label: "Activation",
    initial: "sigmoid",
    options: Object.fromEntries(
      Object.entries(ACTIVATIONS).map(([kind, { name }]) => [kind, name])),
  },
  z: Z,
  layers: { kind: "number", label: "Layers k", min: 1, max: 30, step: 1, initial: 10 },
  weight: { kind: "number", label: "Weight w", min: 0, max: 4, step: 0.05, initial: 1 },
  alpha: { kind: "number", label: "α", min: -1, max: 3, step: 0.01, initial: 0.25 },
} as const;
type F = typeof fields;

const LEAST = 1e-12; // below, the stack's plot ends
const MOST = 1e6;
const CURVE = Array.from({ length: 641 }, (_, i) => -8 + i / 40);

function layersOf(state: State<F>): Layer[] {
  return stack(state.kind as Kind, state.alpha, state.z, state.weight, state.layers);
}

class Activations implements View<F> {
  private readonly curve = new Plot({
    label: "The activation and its slope",
    height: 270,
    x: { title: "z", domain: [-8, 8] },
    y: { title: "φ and slope", domain: [-1.5, 3] },
    legend: [["— φ(z)", "blue"], ["- - slope φ′(z)", "orange"]],
  });
  private readonly behind = new Plot({
    label: "What is left of the gradient behind each layer",
    height: 230,
    x: { title: "layers passed on the way back", domain: [0, 10] },
    y: { title: "left of a gradient of 1", domain: [LEAST, MOST], log: true, ticks: 5 },
  });
  private readonly handle: Handle;
  private drawn = "";

  constructor(stage: Stage<F>) {
    stage.root.append(this.curve.element, this.behind.element);
    this.handle = new Handle(this.curve, {
      label: "Input z, on the curve", across: Z, onMove: ([z]) => stage.change({ z }),
    }, stage.signal);
  }

  uses(state: State<F>): (keyof F)[] {
    const { usesAlpha } = ACTIVATIONS[state.kind as Kind];
    return ["kind", "z", "layers", "weight", ...(usesAlpha ? ["alpha" as const] : [])];
  }

  draw(state: State<F>, width: number): void {
    this.drawCurve(state, width);
    this.drawStack(layersOf(state), width);
  }

  says(state: State<F>): string {
    const { name } = ACTIVATIONS[state.kind as Kind];
    const layers = layersOf(state);
    const [first, last] = [layers[0], layers[layers.length - 1]];
    if (!first || !last) return "";
    const many = layers.length === 1 ? "After one layer" : `After ${layers.length} layers`;
    return `${name} makes ${shown(first.output)} of z = ${shown(state.z)}; its slope there is ` +
      `${shown(first.left)}. ${many} ${leftOver(last.left)}`;
  }

  private drawCurve({ kind, alpha, z }: State<F>, width: number): void {
    const { value, slope, name } = ACTIVATIONS[kind as Kind];
    const plot = this.curve;
    plot.fit(width);
    plot.label(`${name} and its slope, with the input at ${shown(z)}`);
    plot.rule("zero", [-8, 0], [8, 0]);
    plot.rule("input", [z, -10], [z, 10], { class: "plot__rule plot__rule--input" });
    this.drawLines(kind as Kind, alpha, width);
    plot.dot("slope here", [z, slope(z, alpha)], { class: "plot__dot plot__dot--orange" });
    this.handle.show([z, value(z, alpha)],
      `z = ${shown(z)}, output ${shown(value(z, alpha))}, slope ${shown(slope(z, alpha))}`);
  }

  // They stay as they are while the input moves.
  private drawLines(kind: Kind, alpha: number, width: number): void {
    const wanted = [kind, alpha, width].join();
    if (wanted === this.drawn) return;
    this.drawn = wanted;
    const { value, slope } = ACTIVATIONS[kind];
    this.curve.line("slope", CURVE.map((x) => [x, slope(x, alpha)] as const), {
      class: "plot__line plot__line--orange plot__line--dashed" });
    this.curve.line("curve", CURVE.map((x) => [x, value(x, alpha)] as const), {
      class: "plot__line plot__line--blue" });
  }

  private drawStack(layers: Layer[], width: number): void {
    const plot = this.behind;
    plot.domain([0, layers.length], [LEAST, MOST]);
    plot.fit(width);
    const points = [[0, 1] as const, ...layers.map((layer, i) => [i + 1, kept(layer.left)] as const)];
    plot.label(`What is left of a gradient behind each of ${layers.length} layers: ` +
      layers.slice(-1).map((layer) => shown(layer.left)).join(""));
    plot.rule("one", [0, 1], [layers.length, 1]);
    plot.line("left", points, { class: "plot__line plot__line--orange" });
    plot.dots("layers", points, 3.5, "orange");
  }
}

// What is smaller than the plot stands at its edge, and so does what is larger.
function kept(left: number): number {
  return Math.min(MOST, Math.max(LEAST, Math.abs(left)));
}

function leftOver(left: number): string {
  if (left === 0) return "nothing is left of a gradient: a zero in the chain ends it.";
  if (Math.abs(left) > 1) return `a gradient of 1 has grown to ${shown(left)}.`;
  return `${shown(left)} is left of a gradient of 1.`;
}

const explorer: Explorer<F> = {
  name: "activations", fields, view: (stage) => new Activations(stage),
};
export const mount = mountable(explorer);
export { fields };
export * as model from "./model";
