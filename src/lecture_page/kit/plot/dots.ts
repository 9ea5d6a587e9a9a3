// Dots as one path, which a browser moves faster than many marks; and arrows
// at the edge to those that lie beyond the axes.

/** Where axes are, in pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
type Place = readonly [x: number, y: number];

const [LENGTH, HALF] = [2.4, 1.4]; // of an arrow, and of its foot, in radii of a dot

/** Return the paths of dots within a box, and of arrows to the others. */
export function dotted(
  places: readonly Place[], { left, right, top, bottom }: Box, r: number,
): { dots: string; arrows: string } {
  const [inside, beyond]: [string[], string[]] = [[], []];
  for (const [x, y] of places) {
    const edge = [between(left, x, right), between(top, y, bottom)] as const;
    const far = Math.hypot(x - edge[0], y - edge[1]);
    if (far < 1) inside.push(`M${x.toFixed(1)} ${y.toFixed(1)}h0`);
    else beyond.push(arrow(edge, [(x - edge[0]) / far, (y - edge[1]) / far], r));
  }
  return { dots: inside.join(""), arrows: beyond.join("") };
}

function arrow([x, y]: Place, [dx, dy]: Place, r: number): string {
  const corner = (along: number, aside: number): string =>
    `${(x + r * (along * dx - aside * dy)).toFixed(1)} ${(y + r * (along * dy + aside * dx)).toFixed(1)}`;
  return `M${corner(0, 0)}L${corner(-LENGTH, HALF)}L${corner(-LENGTH, -HALF)}Z`;
}

function between(low: number, value: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
