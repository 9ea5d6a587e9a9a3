// What the layer does to a batch, in a few sentences.

import { shown } from "../../kit/page/numbers";
import { type Given, type Passed, statistics } from "./model";

export const EDGE = 10; // of the plot, left and right
const MUCH = 0.1; // of their start, left in running statistics

/** Return what happens to a batch. */
export function words(given: Given, { by, batch, normalised, output }: Passed): string {
  if (!by) {
    return "In training a batch needs at least 2 values of each feature to have a variance, " +
      "and this has 1: the layer refuses it. Take a larger batch, or evaluate.";
  }
  const whose = given.mode === "training"
    ? `Batch of ${batch.length} in training: it has`
    : `Evaluation takes running statistics: after ${many(given.seen)}`;
  return `${whose} mean ${shown(by.mean)} and variance ${shown(by.variance)}. ` +
    `Sample 1 goes from ${shown(given.x)} to x̂ = ${shown(normalised[0] ?? 0)} and ` +
    `y = ${shown(output[0] ?? 0)}. ${remark(given, normalised)}` +
    beyond([...batch, ...normalised, ...output]);
}

function beyond(values: readonly number[]): string {
  const n = values.filter((value) => Math.abs(value) > EDGE).length;
  if (!n) return "";
  return n === 1 ? " One point lies beyond the axes." : ` ${n} points lie beyond the axes.`;
}

function remark(given: Given, normalised: readonly number[]): string {
  const { mean, variance } = statistics(normalised);
  if (given.mode === "evaluation") {
    const left = (1 - given.alpha) ** given.seen;
    return left > MUCH
      ? `That is too early: ${Math.round(100 * left)} % of the start, 0 and 1, is left.`
      : "No other sample of the batch has a say in that.";
  }
  if (variance === 0) return "All samples are equal, and nothing is left of them.";
  if (variance < 0.9) {
    return `With this ε the spread of x̂ is not 1, but ${shown(Math.sqrt(variance))}.`;
  }
  if (given.m === 2) return "Of two samples only the order is left: one is −1, the other 1.";
  const far = Math.max(...normalised.map((value) => Math.abs(value - mean)));
  const most = Math.sqrt(given.m - 1);
  return far > 0.9 * most
    ? `However far one sample goes, x̂ stays within √${given.m - 1} = ${shown(most)}.`
    : "Move it, and all the others move as well.";
}

function many(seen: number): string {
  return seen === 1 ? "one batch" : `${seen} batches`;
}
