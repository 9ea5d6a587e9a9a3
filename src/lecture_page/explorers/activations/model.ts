// The activations of the lecture as `lecture_code` computes them, and what is
// left of a gradient behind a stack of them.

export type Kind =
  | "sigmoid" | "tanh" | "relu" | "leaky_relu" | "prelu" | "elu" | "gelu" | "silu" | "maxout";

/** A function of one number, and its slope; α is used by some. */
interface Activation {
  readonly name: string;
  readonly usesAlpha: boolean;
  value(z: number, alpha: number): number;
  slope(z: number, alpha: number): number;
}
export interface Layer {
  readonly z: number;
  readonly output: number;
  /** What is left of the gradient, from this layer's output to the input. */
  readonly left: number;
}

const LEAK = 0.01;

export function sigmoid(z: number): number {
  const e = Math.exp(-Math.abs(z));
  return (z >= 0 ? 1 : e) / (1 + e);
}

/** Return 1 minus the error function, without cancellation. */
export function erfc(x: number): number {
  if (x < 0) return 2 - erfc(-x);
  if (x > 27) return 0;
  return x < 2.5 ? 1 - erfSeries(x) : erfcFraction(x);
}

function erfSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * sum; n += 1) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

function erfcFraction(x: number): number {
  let fraction = x;
  for (let n = 80; n >= 1; n -= 1) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
}

function normalShare(z: number): number {
  return erfc(-z / Math.SQRT2) / 2;
}

function normalDensity(z: number): number {
  return Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI);
}

function withoutAlpha(
  name: string, value: (z: number) => number, slope: (z: number) => number,
): Activation {
  return { name, usesAlpha: false, value, slope };
}

export const ACTIVATIONS: Readonly<Record<Kind, Activation>> = {
  sigmoid: withoutAlpha("Sigmoid", sigmoid, (z) => sigmoid(z) * sigmoid(-z)),
  tanh: withoutAlpha("Tanh", Math.tanh, (z) => 1 - Math.tanh(z) ** 2),
  relu: withoutAlpha("ReLU", (z) => Math.max(0, z), (z) => (z > 0 ? 1 : 0)),
  leaky_relu: withoutAlpha(
    "Leaky ReLU", (z) => (z > 0 ? z : LEAK * z), (z) => (z > 0 ? 1 : LEAK)),
  prelu: {
    name: "PReLU",
    usesAlpha: true,
    value: (z, alpha) => (z > 0 ? z : alpha * z),
    slope: (z, alpha) => (z > 0 ? 1 : alpha),
  },
  elu: {
    name: "ELU",
    usesAlpha: true,
    value: (z, alpha) => (z > 0 ? z : alpha * Math.expm1(z)),
    slope: (z, alpha) => (z > 0 ? 1 : alpha * Math.exp(z)),
  },
  gelu: withoutAlpha(
    "GELU", (z) => z * normalShare(z), (z) => normalShare(z) + z * normalDensity(z)),
  silu: withoutAlpha(
    "SiLU", (z) => z * sigmoid(z), (z) => sigmoid(z) * (1 + z * sigmoid(-z))),
  maxout: {
    name: "Maxout of z and αz",
    usesAlpha: true,
    value: (z, alpha) => Math.max(z, alpha * z),
    slope: (z, alpha) => (z >= alpha * z ? 1 : alpha), // of equal ones the first
  },
};

/** Return what each layer of a stack of single units computes and passes back. */
export function stack(
  kind: Kind, alpha: number, z: number, weight: number, layers: number,
): Layer[] {
  const { value, slope } = ACTIVATIONS[kind];
  const all: Layer[] = [];
  let left = 1;
  let input = z;
  for (let layer = 0; layer < layers; layer += 1) {
    left *= layer ? weight * slope(input, alpha) : slope(input, alpha);
    const output = value(input, alpha);
    all.push({ z: input, output, left });
    input = weight * output;
  }
  return all;
}

interface Golden {
  readonly kind: Kind;
  readonly alpha: number;
  readonly z: number;
  readonly weight: number;
  readonly layers: number;
}

/** Return all numbers of a state, to be held against `lecture_code`. */
export function golden(state: Golden): Record<string, number | number[]> {
  const { value, slope } = ACTIVATIONS[state.kind];
  const layers = stack(state.kind, state.alpha, state.z, state.weight, state.layers);
  return {
    value: value(state.z, state.alpha),
    slope: slope(state.z, state.alpha),
    outputs: layers.map((layer) => layer.output),
    left: layers.map((layer) => layer.left),
  };
}
