// The axes of a plot, and the names of its lines.

import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from "d3-scale";
import { svg } from "../page/dom";
import { shown } from "../page/numbers";

export type Scale = ScaleContinuousNumeric<number, number>;
export interface Axis {
  readonly title: string;
  readonly domain: readonly [number, number];
  readonly log?: boolean;
  /** How many ticks are wanted, about. */
  readonly ticks?: number;
  readonly tick?: (value: number) => string;
}
export type Legend = readonly (readonly [words: string, colour: string])[];

const LEFT = 52; // pixels, at least
const TITLE = 30; // of the axis that goes up, beside its ticks
const NARROW = 320;
const SMALL = /[⁰¹²³⁴⁵⁶⁷⁸⁹⁻.]/;

export function scale(axis: Axis): Scale {
  return (axis.log ? scaleLog() : scaleLinear()).domain(axis.domain);
}

/** Return how much room the ticks and the title of the axis up take. */
export function leftOf(axis: Axis, y: Scale): number {
  const ticks = ticksUp(axis, y).map((value) => long(told(axis, value)));
  return Math.max(LEFT, TITLE + Math.max(0, ...ticks));
}

/** Return lines, ticks and titles of both axes. */
export function drawn(plan: { x: Axis; y: Axis }, x: Scale, y: Scale): SVGElement[] {
  const [[left = 0, right = 0], [bottom = 0, top = 0]] = [x.range(), y.range()];
  const across = x.ticks(plan.x.ticks ?? (right - left < NARROW ? 5 : 8)).flatMap((value) => [
    svg("line", { x1: x(value), x2: x(value), y1: top, y2: bottom }),
    svg("text", { x: x(value), y: bottom + 16, "text-anchor": "middle" }, told(plan.x, value)),
  ]);
  const up = ticksUp(plan.y, y).flatMap((value) => [
    svg("line", { x1: left, x2: right, y1: y(value), y2: y(value) }),
    svg("text", { x: left - 7, y: y(value) + 4, "text-anchor": "end" }, told(plan.y, value)),
  ]);
  return [
    ...across, ...up,
    svg("text", { x: (left + right) / 2, y: bottom + 34, "text-anchor": "middle" }, plan.x.title),
    svg("text", {
      transform: `translate(12 ${(top + bottom) / 2}) rotate(-90)`, "text-anchor": "middle",
    }, plan.y.title),
  ];
}

/** Return the names of lines, one after the other, however wide a font is. */
export function legend(pieces: Legend): SVGTextElement {
  return svg("text", { x: 12, y: 16 }, ...pieces.map(([words, colour], i) =>
    svg("tspan", { class: `plot__text plot__text--${colour}`, dx: i ? 12 : 0 }, words)));
}

function ticksUp(axis: Axis, y: Scale): number[] {
  return y.ticks(axis.ticks ?? 5);
}

// How long a tick is in pixels, about.
function long(text: string): number {
  return [...text].reduce((sum, letter) => sum + (SMALL.test(letter) ? 5 : 7.5), 0);
}

function told(axis: Axis, value: number): string {
  return (axis.tick ?? shown)(value);
}
