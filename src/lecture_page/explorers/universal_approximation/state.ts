// What can be set: a curve, who builds the bumps, and how many there are.

import type { State } from "../../kit/explorer/fields";
import { MOST, POINTS, wrongBumps, wrongDrawn } from "./curves";

const HILLS = Array.from({ length: POINTS }, (_, i) =>
  Math.round(100 * Math.sin((i / (POINTS - 1)) * 3 * Math.PI) * (1 - i / POINTS)) / 100);

export const fields = {
  curve: {
    kind: "choice", label: "Curve", initial: "wavy",
    options: {
      wavy: "Two waves", faster: "Faster and faster", tent: "Tent", jump: "Jump",
      drawn: "Drawn by hand",
    },
  },
  by: {
    kind: "choice", label: "Bumps", initial: "fit",
    options: { fit: "N of equal width", hand: "My own" },
  },
  n: { kind: "number", label: "Bumps N", min: 1, max: 100, step: 1, initial: 12 },
  sharpness: { kind: "number", label: "Sharpness", min: 2, max: 100, step: 1, initial: 40 },
  drawn: {
    kind: "text", label: "The drawn curve", longest: 250, hidden: true,
    initial: HILLS.map((height) => height + 0).join("_"), wrong: wrongDrawn,
  },
  point: {
    kind: "number", label: "Point of the pencil", min: 1, max: POINTS, step: 1,
    initial: 9, hidden: true,
  },
  bumps: {
    kind: "text", label: "My own bumps", longest: 200, hidden: true,
    initial: "0.05_0.35_1*0.3_0.7_0.2*0.65_0.95_-1", wrong: wrongBumps,
  },
  chosen: {
    kind: "number", label: "The chosen bump", min: 1, max: MOST, step: 1, initial: 1,
    hidden: true,
  },
} as const;
export type F = typeof fields;
export type S = State<F>;
