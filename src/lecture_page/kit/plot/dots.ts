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

const LENGTH = 1.6; // of an arrow, in radii of a dot

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
  const foot = [x - LENGTH * r * dx, y - LENGTH * r * dy] as const;
  const corners = [[x, y], [foot[0] - r * dy, foot[1] + r * dx], [foot[0] + r * dy, foot[1] - r * dx]];
  return `M${corners.map((at) => at.map((one) => (one ?? 0).toFixed(1)).join(" ")).join("L")}Z`;
}

function between(low: number, value: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
