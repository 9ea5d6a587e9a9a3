// Noisy samples of a curve, for fits that may follow the noise.

import { Draws } from "../../kit/network/draws";
import type { Samples } from "../../kit/network/learning";

/** What decides which samples there are. */
export interface Drawn {
  readonly samples: number;
  readonly noise: number;
  readonly seed: number;
}

const N_VALIDATION = 100;

/** The curve that a fit should find. */
export function truth(x: number): number {
  return Math.sin(Math.PI * x);
}

// Evenly spaced, so that no gap lets a high degree swing as far as it likes.
function sampled(n: number, noise: number, draws: Draws): Samples {
  const x = Float64Array.from({ length: n }, (_, i) => -1 + (2 * i + 1) / n);
  return { x, y: x.map((at) => truth(at) + noise * draws.normal()) };
}

/** Return samples to learn from. */
export function training({ samples, noise, seed }: Drawn): Samples {
  return sampled(samples, noise, new Draws(seed, 0));
}

/** Return other samples, to judge by. */
export function validation({ noise, seed }: Drawn): Samples {
  return sampled(N_VALIDATION, noise, new Draws(seed, 1));
}

/** Return the mean squared error of a fitted curve. */
export function errorOf(fit: (x: number) => number, { x, y }: Samples): number {
  let sum = 0;
  x.forEach((at, i) => { sum += (fit(at) - y[i]!) ** 2; });
  return sum / y.length;
}
