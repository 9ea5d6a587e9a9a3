// Networks built of bumps as `lecture_code.approximation` builds them.

import { bumpsOf, type Bump, type Curve, curveOf, type CurveName } from "./curves";

export interface Unit {
  readonly weight: number;
  readonly bias: number;
  /** The weight out of the unit. */
  readonly v: number;
}
export type By = "fit" | "hand";
export interface Built {
  readonly curve: CurveName;
  readonly drawn: string;
  readonly by: By;
  readonly n: number;
  readonly sharpness: number;
  readonly bumps: string;
}

const SATURATED = 40; // from here on a sigmoid is 1, or adds nothing
const FINE = 2001; // points at which the error is looked for
const COARSE = 501;
/** Numbers of bumps in the plot of the error. */
export const NUMBERS = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 100];

function sigmoid(z: number): number {
  const e = Math.exp(-Math.abs(z));
  return (z >= 0 ? 1 : e) / (1 + e);
}

/** Return the two units of a bump: a step up and the same one down. */
export function bump({ left, right, height }: Bump, steepness: number): Unit[] {
  return [
    { weight: steepness, bias: -steepness * left, v: height },
    { weight: steepness, bias: -steepness * right, v: -height },
  ];
}

/** Return bumps of equal width, each as high as the curve at its centre. */
export function equalBumps(f: Curve, n: number): Bump[] {
  const width = 1 / n;
  const edges = Array.from({ length: n + 1 }, (_, i) => (i === n ? 1 : i * width));
  return edges.slice(0, n).map((left, i) => {
    const right = edges[i + 1] ?? 1;
    // A step is only half done at its edge: the outer ones lie outside.
    return { left: i ? left : left - width, right: i < n - 1 ? right : right + width,
      height: f((left + right) / 2) };
  });
}

/** Return the network of bumps that follow a curve by themselves. */
export function sumOfBumps(f: Curve, n: number, sharpness: number): Unit[] {
  return equalBumps(f, n).flatMap((each) => bump(each, sharpness / (1 / n)));
}

/** Return the network of bumps of any widths, each with the same sharpness. */
export function ownBumps(bumps: readonly Bump[], sharpness: number): Unit[] {
  return bumps.flatMap((each) => bump(each, sharpness / (each.right - each.left)));
}

/** Return what a network with one hidden layer computes of a number. */
export function network(units: readonly Unit[], x: number): number {
  let sum = 0;
  for (const { weight, bias, v } of units) {
    const z = weight * x + bias;
    if (z > SATURATED) sum += v;
    else if (z > -SATURATED) sum += v * sigmoid(z);
  }
  return sum;
}

/** Return the largest error of a network on [0, 1], and where it is. */
export function largestError(
  f: Curve, units: readonly Unit[], points = FINE,
): { error: number; at: number } {
  let [error, at] = [0, 0];
  for (let i = 0; i < points; i += 1) {
    const x = i * (1 / (points - 1));
    const off = Math.abs(network(units, x) - f(x));
    if (off > error) [error, at] = [off, x];
  }
  return { error, at };
}

/** Return the errors of more and more bumps that follow a curve. */
export function errors(f: Curve, sharpness: number): number[] {
  return NUMBERS.map((n) => largestError(f, sumOfBumps(f, n, sharpness), COARSE).error);
}

/** Return the network of a state. */
export function built(state: Built): Unit[] {
  return state.by === "hand"
    ? ownBumps(bumpsOf(state.bumps), state.sharpness)
    : sumOfBumps(curveOf(state.curve, state.drawn), state.n, state.sharpness);
}

/** Return all numbers of a state, to be held against `lecture_code`. */
export function golden(state: Built): Record<string, number | number[]> {
  const f = curveOf(state.curve, state.drawn);
  const units = built(state);
  const grid = Array.from({ length: 41 }, (_, i) => i * (1 / 40));
  return {
    curve: grid.map(f),
    outputs: grid.map((x) => network(units, x)),
    error: largestError(f, units).error,
    errors: errors(f, state.sharpness),
  };
}
