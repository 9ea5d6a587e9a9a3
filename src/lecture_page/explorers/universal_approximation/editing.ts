// What a reader does to curves and bumps: draw, move, add, merge, take away.

import { type Bump, type Curve, NARROWEST, POINTS, TOP } from "./curves";

/** Where the pencil was before, and is now: points from 0, and heights. */
type Place = readonly [point: number, height: number];

/** Return the point of a drawn curve that is nearest to a place. */
export function pointAt(x: number): number {
  return Math.min(POINTS - 1, Math.max(0, Math.round(x * (POINTS - 1))));
}

/** Return the heights of a curve at the points. */
export function sampled(f: Curve): number[] {
  return Array.from({ length: POINTS }, (_, i) => bounded(f(i / (POINTS - 1))));
}

/** Draw a stroke into heights, without a gap however fast the hand is. */
export function stroked(heights: readonly number[], from: Place, to: Place): number[] {
  const drawn = [...heights];
  const far = Math.abs(to[0] - from[0]);
  for (let k = 0; k <= far; k += 1) {
    const share = far ? k / far : 1;
    const point = Math.round(from[0] + share * (to[0] - from[0]));
    drawn[point] = bounded(from[1] + share * (to[1] - from[1]));
  }
  return drawn;
}

/** Return a bump moved to another centre and height. */
export function moved({ left, right }: Bump, centre: number, height: number): Bump {
  const half = (right - left) / 2;
  const at = Math.min(1.2 - half, Math.max(-0.2 + half, centre));
  return { left: at - half, right: at + half, height: bounded(height) };
}

/** Return a bump with another edge, never narrower than a bump may be. */
export function widened(bump: Bump, change: Partial<Bump>): Bump {
  const { left, right, height } = { ...bump, ...change };
  if (right - left >= NARROWEST) return { left, right, height };
  return change.left === undefined
    ? { left, right: left + NARROWEST, height }
    : { left: right - NARROWEST, right, height };
}

/** Return the bumps with one more, a tenth wide, where it is missed most. */
export function added(bumps: readonly Bump[], at: number, height: number): Bump[] {
  return [...bumps, moved({ left: 0, right: 0.1, height: 0 }, at, height)];
}

/**
 * Return the bumps with one merged into its right neighbour, or the left one.
 *
 * The area stays the same, as far as the height allows.
 */
export function merged(bumps: readonly Bump[], chosen: number): Bump[] {
  const ordered = [...bumps].sort((a, b) => centre(a) - centre(b));
  const place = ordered.indexOf(bumps[chosen] ?? ordered[0] as Bump);
  const first = Math.min(place, ordered.length - 2);
  const [a, b] = [ordered[first], ordered[first + 1]];
  if (!a || !b) return [...bumps];
  const [left, right] = [Math.min(a.left, b.left), Math.max(a.right, b.right)];
  const height = bounded((area(a) + area(b)) / (right - left));
  return [...ordered.slice(0, first), { left, right, height }, ...ordered.slice(first + 2)];
}

/** Return which bump is meant at a place: the nearest; of equal ones the chosen. */
export function bumpAt(bumps: readonly Bump[], x: number, chosen: number): number {
  const far = bumps.map((each) => Math.abs(centre(each) - x));
  const least = Math.min(...far);
  return far[chosen] === least ? chosen : far.indexOf(least);
}

export function centre({ left, right }: Bump): number {
  return (left + right) / 2;
}

function area({ left, right, height }: Bump): number {
  return (right - left) * height;
}

export function bounded(height: number): number {
  return Math.min(TOP, Math.max(-TOP, height));
}
