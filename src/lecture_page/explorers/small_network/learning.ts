// What is seen of a run: all that a view draws, in numbers.

import type { Job } from "../../kit/work/desk";
import { Run, sameRun, type Score, type Setup } from "./model";

/** A run, how long it lasts, and a place where the network is asked. */
export interface Asked {
  readonly setup: Setup;
  readonly epochs: number;
  readonly at: readonly [x: number, y: number];
}
export interface Curve {
  readonly epochs: readonly number[];
  readonly training: readonly number[];
  readonly validation: readonly number[];
}
export interface Learned {
  readonly epochs: number;
  readonly nParameters: number;
  readonly training: Score;
  readonly validation: Score;
  readonly losses: Curve;
  /** The points it learns from, as x₁, x₂, x₁, x₂, …, and their classes. */
  readonly places: Float64Array;
  readonly labels: Float64Array;
  /** On the grid, row by row, and at the place that was asked for. */
  readonly logits: Float64Array;
  readonly logit: number;
  /** Hidden units on a grid half as fine, layer by layer, place by place. */
  readonly hidden: readonly Float64Array[];
}

export const EDGE = 2.6;
/** Points of the grid on which a network is looked at, across and up. */
export const FINE = 52;
const EVERY = 2; // of them, for pictures as small as those of units
export const ACROSS = FINE / EVERY;
const MANY = 250; // points of a curve that the eye can tell apart

// The places of the grid, row by row from the top.
const GRID = Float64Array.from({ length: 2 * FINE * FINE }, (_, i) => {
  const [column, row] = [(i >> 1) % FINE, Math.floor((i >> 1) / FINE)];
  const along = ((i & 1 ? row : column) + 0.5) / FINE;
  return EDGE * (i & 1 ? 1 - 2 * along : 2 * along - 1);
});

/** Learns, and goes on where the last question ended, if it can. */
export class Learner {
  private run: Run | null = null;

  /** Begin to learn: what decides a run begins it again. */
  begin({ setup, epochs, at }: Asked): Job<Learned> {
    const known = this.run;
    const isOver = !known || !sameRun(known.setup, setup) || known.epochs > epochs;
    const run = this.run = isOver ? new Run(setup) : known;
    return {
      go: (milliseconds) => run.reach(epochs, milliseconds),
      answer: () => learned(run, at),
    };
  }
}

function learned(run: Run, at: readonly [x: number, y: number]): Learned {
  const { network, epochs, training: { x, y } } = run;
  const logit = network.forward(Float64Array.from(at), 1)[0]!;
  const logits = network.forward(GRID, FINE * FINE).slice(0, FINE * FINE);
  const { units, layers } = run.setup;
  return {
    epochs, nParameters: network.nParameters, ...run.score(), losses: curve(run),
    places: x, labels: y, logits, logit,
    hidden: network.hidden.slice(0, layers).map((h) =>
      Float64Array.from({ length: ACROSS ** 2 * units }, (_, i) =>
        h[looked(Math.floor(i / units)) * units + (i % units)]!)),
  };
}

function curve({ scores, epochs }: Run): Curve {
  const every = Math.max(1, Math.ceil(scores.length / MANY));
  const some = scores.map((_, i) => i).filter((i) => i % every === 0 || i === epochs);
  return {
    epochs: some,
    training: some.map((i) => scores[i]!.training.loss),
    validation: some.map((i) => scores[i]!.validation.loss),
  };
}

// The point of the grid that a point of the small picture shows.
function looked(i: number): number {
  return Math.floor(i / ACROSS) * EVERY * FINE + (i % ACROSS) * EVERY;
}
