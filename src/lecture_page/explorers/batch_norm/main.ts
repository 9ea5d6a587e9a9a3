// Batch normalisation: a batch before and after, and what the layer remembers.

import { html } from "../../kit/page/dom";
import { type Explorer, mountable, type Stage, type View } from "../../kit/explorer/explorer";
import type { NumberField, State } from "../../kit/explorer/fields";
import { shown } from "../../kit/page/numbers";
import { Handle } from "../../kit/plot/handle";
import { Plot, type Point } from "../../kit/plot/plot";
import { type Given, history, type Passed, passed, statistics } from "./model";
import { EDGE, words } from "./words";

const X: NumberField = {
  kind: "number", label: "Sample 1", min: -EDGE, max: EDGE, step: 0.1, initial: 4, hidden: true,
};
const fields = {
  mode: {
    kind: "choice", label: "Mode", initial: "training",
    options: { training: "Training", evaluation: "Evaluation" },
  },
  m: { kind: "number", label: "Batch m", min: 1, max: 32, step: 1, initial: 8 },
  gamma: { kind: "number", label: "Scale γ", min: -3, max: 3, step: 0.05, initial: 1 },
  beta: { kind: "number", label: "Shift β", min: -5, max: 5, step: 0.1, initial: 0 },
  mean: { kind: "number", label: "Data: mean", min: -5, max: 5, step: 0.1, initial: 3 },
  spread: { kind: "number", label: "Data: std", min: 0, max: 3, step: 0.05, initial: 1.5 },
  alpha: { kind: "number", label: "Share α", min: 0, max: 1, step: 0.01, initial: 0.1 },
  seen: { kind: "number", label: "Batches seen", min: 0, max: 100, step: 1, initial: 50 },
  epsilon: {
    kind: "number", label: "ε", min: 1e-8, max: 10, step: 0.05, scale: "log", initial: 1e-5,
  },
  seed: { kind: "number", label: "Draw", min: 1, max: 99, step: 1, initial: 1 },
  x: X,
} as const;
type F = typeof fields;

const ROWS = ["y", "x̂", "x"]; // at the heights 1, 2 and 3
const WIDE = 560; // pixels: then the plots stand side by side
const HEIGHT = 320;

class BatchNorm implements View<F> {
  private readonly batch = new Plot({
    label: "A batch before and after", height: HEIGHT,
    x: { title: "value", domain: [-EDGE, EDGE], ticks: 5 },
    y: {
      title: "", domain: [0.55, 3.45], ticks: 3, tick: (height) => ROWS[height - 1] ?? "",
    },
    legend: [["● sample 1", "orange"], ["● others", "blue"], ["├ mean ± std", "ink"]],
  });
  private readonly running = new Plot({
    label: "Running statistics", height: HEIGHT,
    x: { title: "batches of 32 seen", domain: [0, 100], ticks: 5 },
    y: { title: "running statistics", domain: [-6, 12] },
    legend: [["— mean", "green"], ["— variance", "purple"], ["● of a batch", "muted"]],
  });
  private readonly handle: Handle;
  private remembered = "";

  constructor(stage: Stage<F>) {
    stage.root.append(html("div", { class: "explorer__pair" },
      this.batch.element, this.running.element));
    this.handle = new Handle(this.batch, {
      label: "Sample 1", across: X, onMove: ([x]) => stage.change({ x }),
    }, stage.signal);
  }

  draw(state: State<F>, width: number): void {
    const given = state as Given;
    const isWide = width >= WIDE;
    this.drawBatch(given, passed(given), isWide ? 0.56 * width : width);
    this.drawRunning(given, isWide ? 0.42 * width : width);
  }

  says(state: State<F>): string {
    return words(state as Given, passed(state as Given));
  }

  private drawBatch(given: Given, { batch, normalised, output, by }: Passed, width: number): void {
    const plot = this.batch;
    plot.fit(width);
    plot.label(`A batch of ${batch.length} before and after normalising, ` +
      `in ${given.mode}`);
    plot.drop("refused");
    const way = (k: number): Point[] =>
      [[batch[k]!, 3], [normalised[k] ?? NaN, 2], [output[k] ?? NaN, 1]];
    const others = batch.slice(1).flatMap((_, k) => way(k + 1));
    this.drawWays("blue", others, 4);
    this.drawWays("orange", way(0), 5);
    if (batch.length < 2) plot.drop("spread");
    [output, normalised, batch].forEach((values, row) => this.drawSpread(values, row + 1));
    if (!by) {
      plot.text("refused", [0, 1.95], "one value has no variance", {
        class: "plot__text plot__text--red", "text-anchor": "middle" });
    }
    this.handle.show([given.x, 3], `x = ${shown(given.x)}, normalised ` +
      (by ? shown(normalised[0] ?? 0) : "to nothing"));
  }

  // Lines from row to row, three points for each sample, and dots on them.
  private drawWays(tone: string, points: readonly Point[], r: number): void {
    const plot = this.batch;
    const apart = points.flatMap((at) => (at[1] === 1 ? [at, [NaN, NaN] as const] : [at]));
    plot.line(`ways ${tone}`, apart, { class: `plot__line plot__line--${tone} plot__line--thin` });
    plot.dots(`samples ${tone}`, points, r, tone);
  }

  // A bar from one standard deviation below the mean to one above.
  private drawSpread(values: readonly number[], row: number): void {
    if (values.length < 2) return;
    const { mean, variance } = statistics(values);
    const [std, low] = [Math.sqrt(variance), row - 0.24];
    this.batch.rule(`spread ${row}`, [mean - std, low], [mean + std, low], {
      class: "plot__rule plot__rule--spread" });
    this.batch.rule(`spread mean ${row}`, [mean, low - 0.08], [mean, low + 0.08], {
      class: "plot__rule plot__rule--spread" });
  }

  private drawRunning(given: Given, width: number): void {
    const { mean, spread, seed, alpha, seen } = given;
    const remembered = [mean, spread, seed, alpha, seen, width].join();
    if (remembered === this.remembered) return; // a drag does not change it
    this.remembered = remembered;
    const plot = this.running;
    const { batches, running } = history(given);
    plot.fit(width);
    const last = running[running.length - 1];
    plot.label(`After ${given.seen} batches the running mean is ${shown(last?.mean ?? 0)}, ` +
      `the running variance ${shown(last?.variance ?? 1)}`);
    plot.dots("batches", batches.map(({ mean }, k) => [k + 1, mean] as const), 2, "muted");
    plot.rule("true mean", [0, given.mean], [100, given.mean], {
      class: "plot__rule plot__rule--input" });
    plot.rule("true variance", [0, given.spread ** 2], [100, given.spread ** 2], {
      class: "plot__rule plot__rule--input" });
    plot.line("mean", running.map(({ mean }, k) => [k, mean] as const), {
      class: "plot__line plot__line--green" });
    plot.line("variance", running.map(({ variance }, k) => [k, variance] as const), {
      class: "plot__line plot__line--purple" });
  }
}

const explorer: Explorer<F> = {
  name: "batch_norm", fields, view: (stage) => new BatchNorm(stage),
};
export const mount = mountable(explorer);
export { fields };
export * as model from "./model";
