// Regularisation: a fit, its weights, and its errors along λ, degree or epochs.

import { html } from "../../kit/page/dom";
import { type Explorer, mountable, type Stage, type View } from "../../kit/explorer/explorer";
import type { State } from "../../kit/explorer/fields";
import { shown } from "../../kit/page/numbers";
import { type Axis, Plot } from "../../kit/plot/plot";
import { training, truth } from "./data";
import { type Errors, type Fitted, fitted, type Given, MOST_DEGREE, MOST_EPOCHS } from "./model";
import { lastEpoch, words } from "./words";

const fields = {
  model: {
    kind: "choice", label: "Model", initial: "polynomial",
    options: { polynomial: "Polynomial", network: "Tanh network" },
  },
  penalty: {
    kind: "choice", label: "Regulariser", initial: "none",
    options: { none: "None", l2: "L2", l1: "L1", dropout: "Dropout" },
  },
  lambda: {
    kind: "number", label: "λ", min: 1e-6, max: 10, step: 0.05, scale: "log", initial: 0.01,
  },
  p: { kind: "number", label: "Dropped p", min: 0, max: 0.8, step: 0.05, initial: 0.2 },
  degree: {
    kind: "number", label: "Degree", min: 1, max: MOST_DEGREE, step: 1, initial: MOST_DEGREE,
  },
  epochs: { kind: "number", label: "Epochs", min: 0, max: MOST_EPOCHS, step: 10, initial: 500 },
  samples: { kind: "number", label: "Samples", min: 1, max: 40, step: 1, initial: 20 },
  noise: { kind: "number", label: "Noise", min: 0, max: 1, step: 0.05, initial: 0.3 },
  seed: { kind: "number", label: "Draw", min: 0, max: 99, step: 1, initial: 0 },
} as const;
type F = typeof fields;

const CURVE = Array.from({ length: 201 }, (_, i) => -1 + i / 100);
const LEAST_ERROR = 1e-3;
const MOST_ERROR = 10;
const WIDE = 560; // pixels: then two plots stand side by side
const LOW = 210;
const AXES: Readonly<Record<Fitted["over"], Axis>> = {
  lambda: { title: "λ", domain: [1e-6, 10], log: true, ticks: 4 },
  degree: { title: "degree", domain: [1, MOST_DEGREE], ticks: 7 },
  epoch: { title: "epochs", domain: [0, MOST_EPOCHS], ticks: 4 },
};

class Regularisation implements View<F> {
  private readonly curve = new Plot({
    label: "Samples, truth and fit", height: 250,
    x: { title: "x", domain: [-1, 1] },
    y: { title: "y", domain: [-2.5, 2.5] },
  });
  private readonly weights = new Plot({
    label: "Weights", height: LOW,
    x: { title: "weight number", domain: [0.4, 15.6], ticks: 5 },
    y: { title: "weight", domain: [-1, 1], ticks: 4 },
  });
  private readonly errors = {
    lambda: errorPlot("lambda"), degree: errorPlot("degree"), epoch: errorPlot("epoch"),
  };
  private known: { key: string; found: Fitted } | null = null;

  constructor(stage: Stage<F>) {
    stage.root.append(this.curve.element, html("div", { class: "explorer__pair" },
      this.weights.element, ...Object.values(this.errors).map(({ element }) => element)));
  }

  uses({ model, penalty }: State<F>): (keyof F)[] {
    const isNetwork = model === "network";
    return ["model", "penalty", "samples", "noise", "seed",
      isNetwork ? "epochs" : "degree",
      ...(penalty === "l1" || penalty === "l2" ? ["lambda" as const] : []),
      ...(isNetwork && penalty === "dropout" ? ["p" as const] : [])];
  }

  draw(state: State<F>, width: number): void {
    const [given, found] = [state as Given, this.fitted(state)];
    const half = width >= WIDE ? 0.49 * width : width;
    this.drawCurve(given, found, width);
    this.drawWeights(found.weights, half);
    this.drawErrors(found, half);
  }

  says(state: State<F>): string {
    return words(state as Given, this.fitted(state));
  }

  // What is said and what is drawn are of the same fit.
  private fitted(state: State<F>): Fitted {
    const key = JSON.stringify(state);
    if (this.known?.key !== key) this.known = { key, found: fitted({ ...state } as Given) };
    return this.known.found;
  }

  private drawCurve(given: Given, { fit }: Fitted, width: number): void {
    const plot = this.curve;
    plot.fit(width);
    plot.label(`${given.samples} samples of a curve with noise ${shown(given.noise)}, ` +
      "the curve itself, and the fit");
    const { x, y } = training(given);
    plot.drop("sample ");
    plot.line("truth", CURVE.map((at) => [at, truth(at)] as const), {
      class: "plot__line plot__line--muted plot__line--dashed" });
    plot.line("fit", CURVE.map((at) => [at, fit(at)] as const), {
      class: "plot__line plot__line--orange" });
    x.forEach((at, i) => plot.dot(`sample ${i}`, [at, y[i]!], {
      class: "plot__dot plot__dot--blue", r: 4 }));
    named(plot, "truth", [-0.97, 2.05], "- - truth", "muted");
    named(plot, "fit", [-0.97, 1.6], "— fit", "orange");
  }

  private drawWeights(weights: readonly number[], width: number): void {
    const plot = this.weights;
    const far = 1.1 * Math.max(0.5, ...weights.map(Math.abs).filter(Number.isFinite));
    plot.domain([0.4, weights.length + 0.6], [-far, far]);
    plot.fit(width);
    plot.label(`Weights: ${weights.map(shown).join(", ")}`);
    plot.drop("weight ");
    plot.rule("zero", [0, 0], [weights.length + 1, 0]);
    weights.forEach((w, k) => {
      if (w === 0) {
        plot.dot(`weight ${k}`, [k + 1, 0], { class: "plot__dot plot__dot--red", r: 3 });
      } else {
        plot.bar(`weight ${k}`, [k + 0.7, 0], [k + 1.3, w], {
          class: "plot__bar plot__bar--blue" });
      }
    });
  }

  private drawErrors({ over, all, here, best }: Fitted, width: number): void {
    for (const [name, { element }] of Object.entries(this.errors)) {
      element.style.display = name === over ? "" : "none";
    }
    const plot = this.errors[over];
    const last = all[all.length - 1]?.at ?? 1;
    if (over === "epoch") plot.domain([0, lastEpoch(last)], [LEAST_ERROR, MOST_ERROR]);
    plot.fit(width);
    plot.label(`Errors over ${AXES[over].title}: here ${shown(here.training)} in training and ` +
      `${shown(here.validation)} in validation; the best is at ${shown(best.at)}`);
    const from = plot.x.domain()[0] ?? 0;
    plot.rule("here", [here.at, LEAST_ERROR], [here.at, MOST_ERROR], {
      class: "plot__rule plot__rule--input" });
    for (const [of, colour, look] of KINDS) {
      plot.line(of, all.map((one) => [one.at, kept(one[of])] as const), {
        class: `plot__line plot__line--${colour}${look}` });
      plot.dot(`${of} here`, [here.at, kept(here[of])], {
        class: `plot__dot plot__dot--${colour}`, r: 4 });
    }
    plot.dot("best", [best.at, kept(best.validation)], {
      class: "plot__dot plot__dot--red", r: 6 });
    const left = over === "lambda" ? from * 1.5 : from + 0.03 * ((plot.x.domain()[1] ?? 1) - from);
    named(plot, "training", [left, 5.2], "— training", "green");
    named(plot, "validation", [left, 2.3], "- - validation", "purple");
    named(plot, "best", [left, 1.02], "● best", "red");
  }
}

const KINDS = [
  ["training", "green", ""], ["validation", "purple", " plot__line--dashed"],
] as const satisfies readonly (readonly [keyof Errors, string, string])[];

function errorPlot(over: Fitted["over"]): Plot {
  return new Plot({
    label: "Errors", height: LOW, x: AXES[over],
    y: { title: "mean squared error", domain: [LEAST_ERROR, MOST_ERROR], log: true, ticks: 4 },
  });
}

function named(
  plot: Plot, of: string, at: readonly [number, number], text: string, colour: string,
): void {
  plot.text(`name of ${of}`, at, text, { class: `plot__text plot__text--${colour}` });
}

// What is beyond the plot stands at its edge.
function kept(error: number): number {
  return Math.min(MOST_ERROR, Math.max(LEAST_ERROR, error));
}

const explorer: Explorer<F> = {
  name: "regularisation", fields, view: (stage) => new Regularisation(stage),
};
export const mount = mountable(explorer);
export { fields };
export * as model from "./model";
