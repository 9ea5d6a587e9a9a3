// Gradient descent, momentum and Adam as `lecture_code` computes them, on
// losses of two weights, with the noise of mini-batches.

import { type Kind, surface } from "./surfaces";

export type Way = "descent" | "momentum" | "adam";
export type Batch = "all" | "four" | "one";
type Weights = readonly [x: number, y: number];

export interface Run {
  readonly surface: Kind;
  readonly condition: number;
  readonly turn: number;
  readonly way: Way;
  readonly lr: number;
  /** Momentum, or Adam's β₁. */
  readonly kept: number;
  readonly batch: Batch;
  readonly seed: number;
  readonly steps: number;
  readonly x: number;
  readonly y: number;
}
export interface Walk {
  readonly points: readonly Weights[];
  readonly losses: readonly number[];
}

// The loss of each sample is tilted in its own direction. The tilts have the
// length 1 and cancel: all samples together have the surface that is drawn.
const TILTS: readonly Weights[] = [
  [1, 0], [0.8, 0.6], [0.6, 0.8], [0, 1], [-0.6, 0.8], [-0.8, 0.6],
  [-1, 0], [-0.8, -0.6], [-0.6, -0.8], [0, -1], [0.6, -0.8], [0.8, -0.6],
];
const SIZES: Readonly<Record<Batch, number>> = { all: TILTS.length, four: 4, one: 1 };
const [BETA2, EPSILON] = [0.999, 1e-8];

/** Return tilts of one mini-batch after the other, epoch by epoch. */
export function tilts(batch: Batch, seed: number): () => Weights {
  const size = SIZES[batch];
  if (batch === "all") return () => [0, 0];
  const below = generator(seed);
  let order: number[] = [];
  return () => {
    if (!order.length) order = shuffled(TILTS.length, below);
    const sum = [0, 0] as [number, number];
    for (const sample of order.splice(0, size)) {
      sum[0] += TILTS[sample]?.[0] ?? 0;
      sum[1] += TILTS[sample]?.[1] ?? 0;
    }
    return [sum[0] / size, sum[1] / size];
  };
}

// The minimal standard generator of Park and Miller.
function generator(seed: number): (n: number) => number {
  let state = seed * 7919;
  return (n) => {
    state = (state * 48271) % 2147483647;
    return state % n;
  };
}

function shuffled(n: number, below: (n: number) => number): number[] {
  const order = Array.from({ length: n }, (_, i) => i);
  for (let last = n - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  return order;
}

/** One weight's part of an optimiser: takes its gradient, returns its step. */
type Stepper = (gradient: number) => number;

function sgd(lr: number, momentum: number): Stepper {
  let velocity = 0;
  return (gradient) => {
    velocity = velocity * momentum + gradient;
    return lr * velocity;
  };
}

function adam(lr: number, beta1: number): Stepper {
  let [mean, square, step] = [0, 0, 0];
  return (gradient) => {
    step += 1;
    mean += (1 - beta1) * (gradient - mean);
    square += (1 - BETA2) * (gradient * gradient - square);
    const [m, v] = [mean / (1 - beta1 ** step), square / (1 - BETA2 ** step)];
    return lr * m / (Math.sqrt(v) + EPSILON);
  };
}

function stepper({ way, lr, kept }: Run): Stepper {
  if (way === "adam") return adam(lr, kept);
  return sgd(lr, way === "momentum" ? kept : 0);
}

/** Return the points visited, the start among them, and the loss at each. */
export function walk(run: Run): Walk {
  const { loss, slope } = surface(run.surface, run.condition, run.turn);
  const next = tilts(run.batch, run.seed);
  const steppers = [stepper(run), stepper(run)] as const;
  let [x, y] = [run.x, run.y];
  const points: Weights[] = [[x, y]];
  for (let step = 0; step < run.steps; step += 1) {
    const [gradient, tilt] = [slope(x, y), next()];
    x -= steppers[0](gradient[0] + tilt[0]);
    y -= steppers[1](gradient[1] + tilt[1]);
    points.push([x, y]);
  }
  return { points, losses: points.map(([x, y]) => loss(x, y)) };
}

/** Return all numbers of a state, to be held against `lecture_code`. */
export function golden(run: Run): Record<string, number[]> {
  const { points, losses } = walk(run);
  return {
    x: points.map((point) => point[0]),
    y: points.map((point) => point[1]),
    losses: [...losses],
  };
}
