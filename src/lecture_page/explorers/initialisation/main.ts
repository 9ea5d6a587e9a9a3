// Initialisation: what random weights of a scale do to a signal and to blame.

import { quiet } from "../../kit/explorer/buttons";
import { html } from "../../kit/page/dom";
import { type Explorer, mountable, type Stage, type View } from "../../kit/explorer/explorer";
import type { NumberField, State } from "../../kit/explorer/fields";
import { Plot } from "../../kit/plot/plot";
import { Background, type Known } from "../../kit/work/background";
import { Chart, type Kind } from "./chart";
import { Histograms } from "./histograms";
import { BENDS, type Bend, MOST_LAYERS, type Passed } from "./model";
import { type Given, Sender, type Sent } from "./sending";
import { words } from "./words";

const SCALE: NumberField = {
  kind: "number", label: "Scale s", min: 0.1, max: 40, step: 0.01, initial: 3.2, scale: "log",
};
const fields = {
  activation: { kind: "choice", label: "Activation", options: BENDS, initial: "tanh" },
  scale: SCALE,
  depth: { kind: "number", label: "Layers", min: 1, max: MOST_LAYERS, step: 1, initial: 6 },
  width: { kind: "number", label: "Units", min: 8, max: 128, step: 8, initial: 64 },
  map: {
    kind: "choice", label: "Map of", initial: "blame",
    options: { blame: "the gradient", units: "the signal" },
  },
  seed: { kind: "number", label: "Seed", min: 0, max: 999, step: 1, initial: 0, hidden: true },
} as const;
type F = typeof fields;

/** The lecture's starts, by their scales. */
const PRESETS = {
  Small: 0.64, Xavier: 1, Kaiming: 1.41421356237, Larger: 3.2, Huge: 32,
} as const;
const [LEAST, MOST] = [1e-12, 1e12]; // where the plot by layers ends
const WIDE = 560; // pixels from which two plots stand side by side
const NAMES = ["activation", "scale", "width", "depth", "seed"] as const;

class Initialisation implements View<F> {
  private readonly histograms = new Histograms();
  private readonly chart: Chart;
  private readonly byLayer = new Plot({
    label: "Root mean squares by layer",
    height: 270,
    x: { title: "layer", domain: [1, 6], ticks: 6, tick: whole },
    y: { title: "root mean square", domain: [LEAST, MOST], log: true, ticks: 4 },
  });
  private readonly work: Background<Given, Sent>;
  private seed = 0;

  constructor(private readonly stage: Stage<F>) {
    const sender = new Sender();
    this.work = new Background("initialisation", (given) => sender.begin(given), stage);
    this.chart = new Chart(SCALE, stage.signal, (scale) => stage.change({ scale }));
    stage.root.classList.add("learning");
    stage.root.append(this.buttons(),
      note("Up to six of the layers: their ", ["blue", "units h"], " and ",
        ["orange", "gradients on the weights W"], ", and the root mean square of each."),
      this.histograms.element,
      note("By layer: ", ["blue", "units"], ", ", ["purple", "gradients on units"], " (dashed) and ",
        ["orange", "on weights"], ". In the map, what is ", ["blue", "blue"], " has died and what is ",
        ["orange", "orange"], " has exploded."),
      this.byLayer.element, this.chart.plot.element);
  }

  draw(state: State<F>, width: number): void {
    this.seed = state.seed;
    const sent = this.ask(state)?.answer;
    const half = width >= WIDE ? Math.floor((width - 8) / 2) : width;
    const bend = state.activation as Bend;
    if (sent) this.histograms.draw(sent, width);
    this.drawLayers(sent?.passed ?? [], half);
    this.chart.draw(bend, state.map as Kind, state, sent?.map ?? null, half);
  }

  says(state: State<F>): string | null {
    const known = this.ask(state);
    // The map may still grow.
    return known && NAMES.every((name) => known.question[name] === state[name])
      ? words(known.question, known.answer.passed)
      : null;
  }

  private ask({ activation, scale, width, depth, seed }: State<F>): Known<Given, Sent> | null {
    return this.work.ask({ activation: activation as Bend, scale, width, depth, seed });
  }

  private drawLayers(passed: readonly Passed[], width: number): void {
    const plot = this.byLayer;
    plot.domain([1, Math.max(2, passed.length)], [LEAST, MOST]);
    plot.fit(width);
    plot.label("Root mean squares by layer, of units, gradients on units, gradients on weights");
    const lines = [["units", "blue"], ["blame", "purple"], ["weights", "orange"]] as const;
    lines.forEach(([name, colour]) => {
      const points = passed.map((layer, l) => [l + 1, kept(layer[name])] as const);
      const dashed = name === "blame" ? " plot__line--dashed" : "";
      plot.line(name, points, { class: `plot__line plot__line--${colour}${dashed}` });
      plot.dots(`dots ${name}`, points, 3, colour);
    });
  }

  private buttons(): HTMLElement {
    const all = Object.entries(PRESETS).map(([name, scale]) =>
      quiet(name, () => this.stage.change({ scale })));
    const other = quiet("Other weights", () =>
      this.stage.change({ seed: (this.seed + 1) % (fields.seed.max + 1) }));
    return html("div", { class: "learning__buttons" }, ...all, other);
  }
}

type Word = string | readonly [colour: string, word: string];
function note(...words: Word[]): HTMLElement {
  return html("p", { class: "explorer__note" }, ...words.map((word) =>
    typeof word === "string" ? word : html("b", { class: `word--${word[0]}` }, word[1])));
}

// What is beyond the plot stands at its edge.
function kept(value: number): number {
  return Math.min(MOST, Math.max(LEAST, value));
}

function whole(value: number): string {
  return Number.isInteger(value) ? String(value) : "";
}

const explorer: Explorer<F> = {
  name: "initialisation", fields, view: (stage) => new Initialisation(stage),
};
export const mount = mountable(explorer);
export { fields };
export * as model from "./model";
