// The map of a loss: lines of equal loss, drawn anew only for another loss.

import { contours } from "d3-contour";
import { set, svg } from "../../kit/page/dom";
import type { Plot } from "../../kit/plot/plot";
import type { Run } from "./model";
import { surface } from "./surfaces";

const N = 60; // cells along the height
const LEVELS = Array.from({ length: 17 }, (_, k) => 0.02 * 2 ** k);
type Ring = number[][];

export class Contours {
  private readonly lines = svg("g", { class: "contours" });
  private known = "";

  constructor(private readonly plot: Plot) {
    plot.inside.prepend(this.lines);
  }

  /** Draw the loss of a run from -half to half across, and up. */
  draw(run: Run, half: number, up: number): void {
    const now = [run.surface, run.condition, run.turn, half, this.plot.width].join();
    if (now === this.known) return;
    this.known = now;
    const nx = Math.ceil((N * half) / up);
    const across = (i: number): number => -half + (i * 2 * half) / nx;
    const along = (j: number): number => -up + (j * 2 * up) / N;
    const { loss } = surface(run.surface, run.condition, run.turn);
    // A value stands in the middle of its cell.
    const values = Array.from({ length: nx * N }, (_, k) =>
      loss(across((k % nx) + 0.5), along(Math.floor(k / nx) + 0.5)));
    const place = ([i = 0, j = 0]: number[]): string =>
      `${this.plot.x(across(i)).toFixed(1)} ${this.plot.y(along(j)).toFixed(1)}`;
    const ring = (points: Ring): string => `M${points.map(place).join("L")}Z`;
    const path = (shape: Ring[][]): string => shape.flat().map(ring).join("");
    this.lines.replaceChildren(...contours().size([nx, N]).thresholds(LEVELS)(values)
      .map(({ coordinates }) => set(svg("path"), { d: path(coordinates) })));
  }
}
