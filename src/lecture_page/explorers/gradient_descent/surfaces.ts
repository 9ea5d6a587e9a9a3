// Losses of two weights, with their slopes. Each is 0 at its lowest point.

export type Kind = "valley" | "bend" | "saddle" | "two_minima";
type Weights = readonly [x: number, y: number];

export interface Surface {
  loss(x: number, y: number): number;
  slope(x: number, y: number): Weights;
}

/** Return a surface; only the valley has a condition number and a direction. */
export function surface(kind: Kind, condition: number, degrees: number): Surface {
  return kind === "valley" ? valley(condition, degrees) : OTHERS[kind];
}

function valley(condition: number, degrees: number): Surface {
  const angle = (degrees / 180) * Math.PI;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const [xx, xy, yy] = [c * c + condition * s * s, (1 - condition) * c * s,
    s * s + condition * c * c];
  return {
    loss: (x, y) => ((xx * x + xy * y) * x + (xy * x + yy * y) * y) / 2,
    slope: (x, y) => [xx * x + xy * y, xy * x + yy * y],
  };
}

const OTHERS: Readonly<Record<Exclude<Kind, "valley">, Surface>> = {
  bend: {
    loss: (x, y) => (1.2 - x) * (1.2 - x) / 4 + 2 * (y + 1 - x * x) * (y + 1 - x * x),
    slope: (x, y) => {
      const off = y + 1 - x * x; // how far from the floor of the valley
      return [(x - 1.2) / 2 - 8 * x * off, 4 * off];
    },
  },
  saddle: {
    loss: (x, y) => x * x / 2 - y * y / 2 + y * y * y * y / 4 + 0.25,
    slope: (x, y) => [x, y * y * y - y],
  },
  two_minima: {
    loss: (x, y) =>
      2 * (x * x * x * x / 4 + 0.1 * x * x * x - 0.605 * x * x + 0.117 * x + 0.680225) + y * y,
    slope: (x, y) => [2 * (x + 1.3) * (x - 0.9) * (x - 0.1), 2 * y],
  },
};
