// The two losses by epochs.

import { shown } from "../../kit/page/numbers";
import { Plot } from "../../kit/plot/plot";
import type { Learned } from "./learning";

const LEAST_LOSS = 1e-3;
const MOST_LOSS = 10;

export class Losses {
  readonly plot = new Plot({
    label: "The loss by epochs",
    height: 300,
    x: { title: "epochs", domain: [0, 100], ticks: 5 },
    y: { title: "loss", domain: [LEAST_LOSS, MOST_LOSS], log: true, ticks: 4 },
    legend: [["— training", "green"], ["- - new points", "purple"], ["·· guessing", "muted"]],
  });

  /** Draw the losses of a run that may last for so many epochs. */
  draw(learned: Learned | null, most: number, width: number): void {
    const { plot } = this;
    const last = [100, 200, 500].find((end) => (learned?.epochs ?? 0) <= end) ?? most;
    plot.domain([0, last], [LEAST_LOSS, MOST_LOSS]);
    plot.fit(width);
    plot.rule("guessing", [0, Math.LN2], [last, Math.LN2], {
      class: "plot__rule plot__rule--input" });
    if (!learned) return;
    const { training, validation, losses } = learned;
    plot.label(`The loss by epochs: now ${shown(training.loss)} on the training points, ` +
      `${shown(validation.loss)} on new ones`);
    const along = (of: readonly number[]): (readonly [number, number])[] =>
      losses.epochs.map((epoch, i) => [epoch, kept(of[i]!)] as const);
    plot.line("validation", along(losses.validation), {
      class: "plot__line plot__line--purple plot__line--dashed" });
    plot.line("training", along(losses.training), { class: "plot__line plot__line--green" });
  }
}

// What is beyond the plot stands at its edge.
function kept(loss: number): number {
  return Math.min(MOST_LOSS, Math.max(LEAST_LOSS, loss));
}
