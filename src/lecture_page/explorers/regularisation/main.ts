// Regularisation: a fit, its weights, and its errors along λ, degree or epochs.

import { html } from "../../kit/page/dom";
import { type Explorer, mountable, type Stage, type View } from "../../kit/explorer/explorer";
import { shown } from "../../kit/page/numbers";
import { Plot } from "../../kit/plot/plot";
import { atOnce } from "../../kit/work/desk";
import { Background } from "../../kit/work/background";
import { training, truth } from "./data";
import { ErrorPlots } from "./errors";
import { type Given, PLACES, type Seen, seen } from "./model";
import { type F, fields, type S } from "./state";
import { words } from "./words";

const TRUTH = PLACES.map((at) => [at, truth(at)] as const);
const WIDE = 560; // pixels: then two plots stand side by side
const LOW = 230;

class Regularisation implements View<F> {
  private readonly curve = new Plot({
    label: "Samples, truth and fit", height: 250,
    x: { title: "x", domain: [-1, 1] },
    y: { title: "y", domain: [-2.5, 2.5] },
    legend: [["- - truth", "muted"], ["— fit", "orange"], ["● samples", "blue"]],
  });
  private readonly weights = new Plot({
    label: "Weights", height: LOW,
    x: { title: "weight number", domain: [0.4, 15.6], ticks: 5 },
    y: { title: "weight", domain: [-1, 1], ticks: 4 },
    legend: [["▮ weights", "blue"], ["● exactly 0", "red"]],
  });
  private readonly errors: ErrorPlots;
  private readonly work: Background<Given, Seen>;
  private drawn = 0;

  constructor(stage: Stage<F>) {
    this.errors = new ErrorPlots(stage);
    this.work = new Background("regularisation", atOnce(seen), stage);
    stage.root.append(this.curve.element, html("div", { class: "explorer__pair" },
      this.weights.element, ...this.errors.elements));
  }

  uses({ model, penalty }: S): (keyof F)[] {
    const isNetwork = model === "network";
    return ["model", "penalty", "samples", "noise", "seed",
      isNetwork ? "epochs" : "degree",
      ...(penalty === "l1" || penalty === "l2" ? ["lambda" as const] : []),
      ...(isNetwork && penalty === "dropout" ? ["p" as const] : [])];
  }

  draw(state: S, width: number): void {
    const known = this.work.ask(state as Given);
    const half = width >= WIDE ? 0.49 * width : width;
    this.drawCurve(state as Given, known?.answer.curve, width);
    this.drawWeights(known?.answer.weights ?? [], half);
    this.errors.draw(state as Given, known?.answer, half);
  }

  says(state: S): string | null {
    const known = this.work.ask(state as Given);
    return known && !this.work.isBusy ? words(known.question, known.answer) : null;
  }

  // Samples are known at once, and the fit follows.
  private drawCurve(given: Given, curve: readonly number[] | undefined, width: number): void {
    const plot = this.curve;
    plot.fit(width);
    plot.label(`${given.samples} samples of a curve with noise ${shown(given.noise)}, ` +
      "the curve itself, and the fit");
    const { x, y } = training(given);
    plot.line("truth", TRUTH, { class: "plot__line plot__line--muted plot__line--dashed" });
    plot.line("fit", PLACES.map((at, i) => [at, curve?.[i] ?? NaN] as const), {
      class: "plot__line plot__line--orange" });
    plot.dots("samples", Array.from(x, (at, i) => [at, y[i]!] as const), 4, "blue");
  }

  private drawWeights(weights: readonly number[], width: number): void {
    const plot = this.weights;
    const far = 1.1 * Math.max(0.5, ...weights.map(Math.abs).filter(Number.isFinite));
    plot.domain([0.4, Math.max(1, weights.length) + 0.6], [-far, far]);
    plot.fit(width);
    plot.label(`Weights: ${weights.map(shown).join(", ")}`);
    if (weights.length !== this.drawn) plot.drop("weight ");
    this.drawn = weights.length;
    plot.rule("zero", [0, 0], [weights.length + 1, 0]);
    weights.forEach((w, k) => {
      plot.drop(`weight ${k} is ${w === 0 ? "some" : "none"}`);
      if (w === 0) {
        plot.dot(`weight ${k} is none`, [k + 1, 0], { class: "plot__dot plot__dot--red", r: 3 });
      } else {
        plot.bar(`weight ${k} is some`, [k + 0.7, 0], [k + 1.3, w], {
          class: "plot__bar plot__bar--blue" });
      }
    });
  }
}

const explorer: Explorer<F> = {
  name: "regularisation", fields, view: (stage) => new Regularisation(stage),
};
export const mount = mountable(explorer);
export { fields };
export * as model from "./model";
