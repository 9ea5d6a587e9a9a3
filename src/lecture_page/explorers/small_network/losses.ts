// The two losses by epochs.

import { shown } from "../../kit/page/numbers";
import { Plot } from "../../kit/plot/plot";
import type { Run } from "./model";

const LEAST_LOSS = 1e-3;
const MOST_LOSS = 10;
const MANY = 250; // points of a curve that the eye can tell apart

export class Losses {
  readonly plot = new Plot({
    label: "The loss by epochs",
    height: 300,
    x: { title: "epochs", domain: [0, 100], ticks: 5 },
    y: { title: "loss", domain: [LEAST_LOSS, MOST_LOSS], log: true, ticks: 4 },
  });

  /** Draw the losses of a run that may last for so many epochs. */
  draw(run: Run, most: number, width: number): void {
    const { plot } = this;
    const last = [100, 200, 500].find((end) => run.epochs <= end) ?? most;
    plot.domain([0, last], [LEAST_LOSS, MOST_LOSS]);
    plot.fit(width);
    const { training, validation } = run.score();
    plot.label(`The loss by epochs: now ${shown(training.loss)} on the training points, ` +
      `${shown(validation.loss)} on new ones`);
    plot.rule("guessing", [0, Math.LN2], [last, Math.LN2], {
      class: "plot__rule plot__rule--input" });
    this.curve(run, "validation", "purple plot__line--dashed");
    this.curve(run, "training", "green");
    this.name("guessing", last, Math.LN2 * 1.18, "guessing", "muted");
    this.name("training", last, 5.6, "— training points", "green");
    this.name("validation", last, 3, "- - new points", "purple");
  }

  private curve(run: Run, of: "training" | "validation", look: string): void {
    const every = Math.max(1, Math.ceil(run.scores.length / MANY));
    const epochs = run.scores.map((_, i) => i).filter((i) => i % every === 0 || i === run.epochs);
    this.plot.line(of, epochs.map((i) => [i, kept(run.scores[i]![of].loss)] as const), {
      class: `plot__line plot__line--${look}` });
  }

  private name(of: string, last: number, at: number, words: string, colour: string): void {
    this.plot.text(`name of ${of}`, [last * 0.03, at], words, {
      class: `plot__text plot__text--${colour}` });
  }
}

// What is beyond the plot stands at its edge.
function kept(loss: number): number {
  return Math.min(MOST_LOSS, Math.max(LEAST_LOSS, loss));
}
