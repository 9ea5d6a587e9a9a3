// A signal on its way up through layers of random weights, and blame on its
// way down, as `lecture_experiments.weight_initialisation` sends them.

import { type Activation, activate, blame } from "../../kit/network/activations";
import { Dense } from "../../kit/network/dense";
import { Draws } from "../../kit/network/draws";

export const BENDS = {
  tanh: "Tanh", relu: "ReLU", leaky_relu: "Leaky ReLU", identity: "None: linear",
} as const;
export type Bend = keyof typeof BENDS & Activation;

export const N_SAMPLES = 16;
export const MOST_LAYERS = 20;
export const SATURATED = 0.99;
export const BINS = 25;

/** What became of both in one layer. */
export interface Passed {
  /** Root mean squares: of the units, and of the gradients on them and on the weights. */
  readonly units: number;
  readonly blame: number;
  readonly weights: number;
  /** The share of the units that is beyond ±0.99, and that is 0. */
  readonly saturated: number;
  readonly zero: number;
}

/** Layers with standard-normal weights, to be multiplied by a scale. */
export class Stack {
  readonly layers: Dense[];
  readonly hidden: Float64Array[];
  private readonly base: Float64Array[];
  private readonly x: Float64Array;
  private readonly arriving: Float64Array;

  constructor(readonly width: number, readonly depth: number, readonly seed: number) {
    this.x = new Draws(seed, 0).normals(N_SAMPLES * width);
    this.arriving = new Draws(seed, 1).normals(N_SAMPLES * width);
    this.layers = Array.from({ length: depth }, () => new Dense(width, width));
    this.hidden = this.layers.map(() => new Float64Array(N_SAMPLES * width));
    // A stream for each layer, so that a layer more changes none of the others.
    this.base = this.layers.map((_, l) => new Draws(seed, 2 + l).normals(width * width));
  }

  /** Send the signal up and the gradient down; tell what each layer saw. */
  send(bend: Bend, scale: number): Passed[] {
    const std = scale / Math.sqrt(this.width);
    const up = this.layers.map((layer, l) => {
      this.base[l]!.forEach((w, i) => { layer.weight[i] = std * w; });
      const z = layer.forward(l ? this.hidden[l - 1]! : this.x, N_SAMPLES);
      activate(bend, z, this.hidden[l]!, z.length);
      return this.hidden[l]!;
    });
    let d = this.arriving.slice();
    const down = this.layers.map((_, i) => {
      const l = this.depth - 1 - i;
      const arrived = rms(d);
      blame(bend, this.layers[l]!.output, up[l]!, d, d.length);
      d = this.layers[l]!.backward(d).slice();
      return { blame: arrived, weights: rms(this.layers[l]!.dWeight) };
    }).reverse();
    return up.map((h, l) => ({
      units: rms(h),
      ...down[l]!,
      saturated: share(h, (value) => Math.abs(value) > SATURATED),
      zero: share(h, (value) => value === 0),
    }));
  }
}

function rms(values: Float64Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

function share(values: Float64Array, counts: (value: number) => boolean): number {
  return values.reduce((sum, value) => sum + Number(counts(value)), 0) / values.length;
}

/** Count values in bins from -most to most; those beyond are in the last ones. */
export function histogram(values: Float64Array, most: number): number[] {
  const counts = new Array<number>(BINS).fill(0);
  for (const value of values) {
    const bin = Math.floor(((value / most + 1) / 2) * BINS);
    counts[Math.max(0, Math.min(BINS - 1, bin || 0))]! += 1;
  }
  return counts;
}

/**
 * Return the scale that keeps the mean square of a gradient near zero input.
 *
 * A layer multiplies it by s² times the mean square of the slope.
 */
export function critical(bend: Bend): number {
  const z = Float64Array.of(-1e-9, 1e-9);
  const [h, slopes] = [new Float64Array(2), new Float64Array(2).fill(1)];
  activate(bend, z, h, 2);
  blame(bend, z, h, slopes, 2);
  return 1 / rms(slopes);
}

interface Golden {
  readonly activation: Bend;
  readonly scale: number;
  readonly width: number;
  readonly depth: number;
  readonly seed: number;
}

/** Return all numbers of a state, to be held against `lecture_code`. */
export function golden(state: Golden): Record<string, number | number[]> {
  const stack = new Stack(state.width, state.depth, state.seed);
  const passed = stack.send(state.activation, state.scale);
  const last = passed[passed.length - 1]!;
  return {
    units: passed.map((layer) => layer.units),
    blame: passed.map((layer) => layer.blame),
    weights: passed.map((layer) => layer.weights),
    saturated: passed.map((layer) => layer.saturated),
    zero: passed.map((layer) => layer.zero),
    of_units: stack.hidden.flatMap((h) => histogram(h, 3)),
    of_gradients: stack.layers.flatMap(({ dWeight }) => histogram(dWeight, 3 * last.weights || 1)),
    critical: critical(state.activation),
  };
}
