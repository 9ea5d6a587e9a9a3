// What became of a signal and of a gradient, in a few sentences.

import { shown } from "../../kit/page/numbers";
import { type Bend, critical, type Passed } from "./model";
import type { Given } from "./sending";

const NEAR = 0.03; // of a scale's size, which counts as on the line

/** Return what is seen of the layers of a state. */
export function words(given: Given, passed: readonly Passed[]): string {
  const { activation: bend, scale, width, depth } = given;
  const [first, last] = [passed[0]!, passed[depth - 1]!];
  const std = `The weights deviate by ${shown(scale / Math.sqrt(width))}.`;
  const layers = depth === 1 ? "one layer" : `${depth} layers`;
  return `${std} After ${layers} the units’ root mean square is ${shown(last.units)}${
    share(bend, last)}, and a gradient of ${shown(last.blame)} comes back as ${
    shown(first.blame)}. ${remark(bend, scale)}`;
}

function share(bend: Bend, { saturated, zero }: Passed): string {
  if (bend === "tanh") return `, ${Math.round(100 * saturated)} % saturated`;
  return bend === "relu" ? `, ${Math.round(100 * zero)} % at 0` : "";
}

function remark(bend: Bend, scale: number): string {
  const line = critical(bend);
  const of = `the critical scale ${shown(line)}`;
  if (Math.abs(scale / line - 1) < NEAR) {
    return `This is ${of}: ${bend === "tanh"
      ? "with depth both shrink, but slowly."
      : "on average a layer keeps both."}`;
  }
  if (scale < line) return `Below ${of} both die with depth.`;
  return bend === "tanh"
    ? `Above ${of} the gradient explodes in the end, not the signal.`
    : `Above ${of} both explode with depth.`;
}
