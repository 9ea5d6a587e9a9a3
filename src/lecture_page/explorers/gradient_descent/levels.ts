// Lines of equal loss, as paths on a square from -1 to 1, up and across.

import { contours } from "d3-contour";
import { type Kind, surface } from "./surfaces";

/** A surface, and how much of it is seen. */
export interface Mapped {
  readonly surface: Kind;
  readonly condition: number;
  readonly turn: number;
  /** From -half to half across, and from -up to up. */
  readonly half: number;
  readonly up: number;
}

const N = 60; // cells along the height
const LEVELS = Array.from({ length: 17 }, (_, k) => 0.02 * 2 ** k);

/** Return a path for each level, the lowest first. */
export function levels({ surface: kind, condition, turn, half, up }: Mapped): string[] {
  const nx = Math.ceil((N * half) / up);
  const { loss } = surface(kind, condition, turn);
  const along = (i: number, n: number): number => (2 * i) / n - 1;
  // A value stands in the middle of its cell.
  const values = Array.from({ length: nx * N }, (_, k) =>
    loss(half * along((k % nx) + 0.5, nx), up * along(Math.floor(k / nx) + 0.5, N)));
  const place = ([i = 0, j = 0]: number[]): string =>
    `${along(i, nx).toFixed(4)} ${along(j, N).toFixed(4)}`;
  return contours().size([nx, N]).thresholds(LEVELS)(values).map(({ coordinates }) =>
    coordinates.flat().map((ring) => `M${ring.map(place).join("L")}Z`).join(""));
}
