// What can be set: what is fitted, to what, and what it costs.

import type { State } from "../../kit/explorer/fields";
import { MOST_DEGREE, MOST_EPOCHS } from "./model";

export const fields = {
  model: {
    kind: "choice", label: "Model", initial: "polynomial",
    options: { polynomial: "Polynomial", network: "Tanh network" },
  },
  penalty: {
    kind: "choice", label: "Regulariser", initial: "none",
    options: { none: "None", l2: "L2", l1: "L1", dropout: "Dropout" },
  },
  lambda: {
    kind: "number", label: "λ", min: 1e-6, max: 10, step: 0.05, scale: "log", initial: 0.01,
  },
  p: { kind: "number", label: "Dropped p", min: 0, max: 0.8, step: 0.05, initial: 0.2 },
  degree: {
    kind: "number", label: "Degree", min: 1, max: MOST_DEGREE, step: 1, initial: MOST_DEGREE,
  },
  epochs: { kind: "number", label: "Epochs", min: 0, max: MOST_EPOCHS, step: 10, initial: 500 },
  samples: { kind: "number", label: "Samples", min: 1, max: 40, step: 1, initial: 20 },
  noise: { kind: "number", label: "Noise", min: 0, max: 1, step: 0.05, initial: 0.3 },
  seed: { kind: "number", label: "Draw", min: 0, max: 99, step: 1, initial: 0 },
} as const;
export type F = typeof fields;
export type S = State<F>;
