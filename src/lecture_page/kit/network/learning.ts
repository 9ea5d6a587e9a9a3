// How weights start, and how they change: the initialisers, penalties and
// plain descent of `lecture_code`.

import { Draws } from "./draws";
import { type Dropout, Network } from "./network";
import type { Loss } from "./losses";

/** The standard deviation of a weight at the start, by its layer's inputs. */
export const STARTS = {
  zeros: () => 0,
  small: () => 0.01,
  xavier: (nIn: number) => Math.sqrt(1 / nIn),
  kaiming: (nIn: number) => Math.sqrt(2 / nIn),
} as const;
export type Start = keyof typeof STARTS;

/** Draw the weights, from the first layer to the last; biases are 0. */
export function start(network: Network, how: Start, draws: Draws): void {
  for (const { weight, bias, nIn } of network.layers) {
    weight.set(draws.normals(weight.length, STARTS[how](nIn)));
    bias.fill(0);
  }
}

/** How a network learns: the step size, and what large weights cost. */
export interface Descent {
  readonly lr: number;
  /** λ of λ Σ w², and of λ Σ |w|; biases cost nothing. */
  readonly l2?: number;
  readonly l1?: number;
}

/** Change the parameters by a step against their gradients. */
export function descend(network: Network, { lr, l2 = 0, l1 = 0 }: Descent): void {
  for (const { weight, bias, dWeight, dBias } of network.layers) {
    for (let i = 0; i < weight.length; i += 1) {
      const w = weight[i]!;
      weight[i] = w - lr * (dWeight[i]! + 2 * l2 * w + l1 * Math.sign(w));
    }
    for (let i = 0; i < bias.length; i += 1) bias[i]! -= lr * dBias[i]!;
  }
}

/** Samples, one after the other, and what is wanted of each. */
export interface Samples {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Show each sample once, in batches in the order of `draws`. */
export function epoch(
  network: Network, { x, y }: Samples, loss: Loss, batchSize: number, descent: Descent,
  draws: Draws, dropout?: Dropout,
): void {
  const [nIn, n] = [network.sizes[0]!, y.length];
  const order = draws.permutation(n);
  for (let begin = 0; begin < n; begin += batchSize) {
    const batch = order.subarray(begin, begin + batchSize);
    const inputs = new Float64Array(batch.length * nIn);
    batch.forEach((sample, i) =>
      inputs.set(x.subarray(sample * nIn, (sample + 1) * nIn), i * nIn));
    const output = network.forward(inputs, batch.length, dropout);
    const targets = Float64Array.from(batch, (sample) => y[sample]!);
    network.backward(loss.gradient(output, targets, batch.length));
    descend(network, descent);
  }
}
