// What is seen of a network of bumps, and of the curve that it follows.

import { bumpsOf, curveOf } from "./curves";
import { type Built, built, errors, largestError, network } from "./model";

export interface Seen {
  /** The network at the places of the plot. */
  readonly outputs: Float64Array;
  readonly error: number;
  readonly at: number;
  /** The largest error of twice as many bumps or, by hand, of equal ones. */
  readonly other: number;
  /** Of more and more bumps. */
  readonly errors: readonly number[];
}

/** Where a plot shows curve and network. */
export const PLACES = Array.from({ length: 801 }, (_, i) => i / 800);

let last: { readonly key: string; readonly errors: readonly number[] } | null = null;

/** Return what is seen of a state. */
export function seen(state: Built): Seen {
  const { curve, drawn, by, n, sharpness, bumps } = state;
  const f = curveOf(curve, drawn);
  const units = built(state);
  const many = by === "hand" ? bumpsOf(bumps).length : 2 * n;
  // They depend on the curve alone, not on what is built of it.
  const key = [curve, drawn, sharpness].join();
  if (last?.key !== key) last = { key, errors: errors(f, sharpness) };
  return {
    outputs: Float64Array.from(PLACES, (x) => network(units, x)),
    ...largestError(f, units),
    other: largestError(f, built({ ...state, by: "fit", n: many })).error,
    errors: last.errors,
  };
}
