// What can be set: a surface, how it is gone down, and where that begins.

import type { NumberField, State } from "../../kit/explorer/fields";
import { shown } from "../../kit/page/numbers";

export const X: NumberField = {
  kind: "number", label: "Start, first weight", min: -2, max: 2, step: 0.05, initial: -1.5,
  hidden: true,
};
export const Y: NumberField = {
  ...X, label: "Start, second weight", min: -2.2, max: 2.2, initial: -1.6,
};
export const WAYS = { descent: "Gradient descent", momentum: "Momentum", adam: "Adam" };
export const fields = {
  surface: {
    kind: "choice", label: "Surface", initial: "valley",
    options: {
      valley: "Long valley", bend: "Valley with a bend", saddle: "Saddle",
      two_minima: "Two minima",
    },
  },
  way: { kind: "choice", label: "Optimiser", initial: "descent", options: WAYS },
  lr: {
    kind: "number", label: "Step size η", min: 0.001, max: 3, step: 0.01, scale: "log",
    initial: 0.0645,
  },
  steps: { kind: "number", label: "Steps", min: 1, max: 300, step: 1, initial: 25 },
  batch: {
    kind: "choice", label: "Batch", initial: "all",
    options: { all: "All 12 samples", four: "4 of them", one: "1 of them" },
  },
  condition: {
    kind: "number", label: "Condition κ", min: 1, max: 1000, step: 0.02, scale: "log",
    initial: 30,
  },
  turn: {
    kind: "number", label: "Turned by", min: 0, max: 90, step: 1, initial: 30,
    shown: (value: number) => `${shown(value)}°`,
  },
  kept: { kind: "number", label: "μ or β₁", min: 0, max: 0.99, step: 0.01, initial: 0.9 },
  seed: { kind: "number", label: "Draw", min: 1, max: 99, step: 1, initial: 1 },
  x: X,
  y: Y,
} as const;
export type F = typeof fields;
export type S = State<F>;
