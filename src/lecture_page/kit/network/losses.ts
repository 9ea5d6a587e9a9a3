// Losses and their gradients, means over a batch, as `lecture_code.losses`.

import { room } from "./dense";

/** A loss of n outputs beside their targets, and its gradient on them. */
export interface Loss {
  value(output: Float64Array, target: Float64Array, n: number): number;
  gradient(output: Float64Array, target: Float64Array, n: number): Float64Array;
}

function mean(n: number, of: (i: number) => number): number {
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += of(i);
  return sum / n;
}

// log(1 + e^z) without overflow.
function softplus(z: number): number {
  return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
}

/** Return the probability that a logit stands for. */
export function probability(logit: number): number {
  const e = Math.exp(-Math.abs(logit));
  return (logit >= 0 ? 1 : e) / (1 + e);
}

function loss(
  value: (output: number, target: number) => number,
  slope: (output: number, target: number) => number,
): Loss {
  let gradient: Float64Array = new Float64Array(0);
  return {
    value: (output, target, n) => mean(n, (i) => value(output[i]!, target[i]!)),
    gradient(output, target, n) {
      gradient = room(gradient, n);
      for (let i = 0; i < n; i += 1) gradient[i] = slope(output[i]!, target[i]!) / n;
      return gradient;
    },
  };
}

/** Binary cross-entropy of logits; targets are 0 or 1, or in between. */
export const binaryCrossEntropy = loss(
  (z, y) => y * softplus(-z) + (1 - y) * softplus(z),
  (z, y) => probability(z) - y,
);
export const meanSquaredError = loss(
  (y_hat, y) => (y_hat - y) ** 2,
  (y_hat, y) => 2 * (y_hat - y),
);
