// Activations of whole arrays, as `lecture_code.activations` has them.

export const ACTIVATIONS = {
  identity: "None: linear",
  sigmoid: "Sigmoid",
  tanh: "Tanh",
  relu: "ReLU",
  leaky_relu: "Leaky ReLU",
  elu: "ELU",
} as const;
export type Activation = keyof typeof ACTIVATIONS;

const LEAK = 0.01;

function sigmoid(z: number): number {
  const e = Math.exp(-Math.abs(z));
  return (z >= 0 ? 1 : e) / (1 + e);
}

const VALUE: Readonly<Record<Activation, (z: number) => number>> = {
  identity: (z) => z,
  sigmoid,
  tanh: Math.tanh,
  relu: (z) => Math.max(0, z),
  leaky_relu: (z) => (z > 0 ? z : LEAK * z),
  elu: (z) => (z > 0 ? z : Math.expm1(z)),
};
/** Slopes by what went in, z, and what came out, h. */
const SLOPE: Readonly<Record<Activation, (z: number, h: number) => number>> = {
  identity: () => 1,
  sigmoid: (z, h) => h * sigmoid(-z),
  tanh: (_, h) => 1 - h * h,
  relu: (z) => (z > 0 ? 1 : 0),
  leaky_relu: (z) => (z > 0 ? 1 : LEAK),
  elu: (z) => (z > 0 ? 1 : Math.exp(z)),
};

/** Write the activation of the first `size` numbers of z into h. */
export function activate(kind: Activation, z: Float64Array, h: Float64Array, size: number): void {
  const value = VALUE[kind];
  for (let i = 0; i < size; i += 1) h[i] = value(z[i]!);
}

/** Multiply a gradient on h by the slopes: then it is that on z. */
export function blame(
  kind: Activation, z: Float64Array, h: Float64Array, gradient: Float64Array, size: number,
): void {
  const slope = SLOPE[kind];
  for (let i = 0; i < size; i += 1) gradient[i]! *= slope(z[i]!, h[i]!);
}
