// What is seen of a state: the layers at once, then the map, column by column.

import type { Job } from "../../kit/work/desk";
import { type Bend, histogram, MOST_LAYERS, type Passed, Stack } from "./model";

export interface Given {
  readonly activation: Bend;
  readonly scale: number;
  readonly width: number;
  readonly depth: number;
  readonly seed: number;
}
/** A layer that is looked at: its bins, of units and of gradients on weights. */
export interface Looked {
  readonly layer: number;
  readonly units: readonly number[];
  readonly weights: readonly number[];
}
/** Root mean squares at each scale, layer after layer; some may not be known. */
export interface Mapped {
  readonly known: number;
  readonly units: Float64Array;
  readonly blame: Float64Array;
}
export interface Sent {
  readonly passed: readonly Passed[];
  readonly looked: readonly Looked[];
  readonly map: Mapped;
}

const [LEAST, MOST] = [0.1, 40]; // scales of the map
export const COLUMNS = 41;
export const MOST_LOOKED = 6; // layers that fit beside each other on a phone
/** Where the histograms of units end: tanh ends at 1, and others do not. */
const REACH: Readonly<Record<Bend, number>> = {
  tanh: 1.02, relu: 3, leaky_relu: 3, identity: 3 };
const SCALES = Array.from({ length: COLUMNS }, (_, i) =>
  LEAST * (MOST / LEAST) ** ((i + 0.5) / COLUMNS));

/** Sends signals through layers, and keeps what other states have of them, too. */
export class Sender {
  private stack: Stack | null = null;
  private readonly chart = new Chart();

  /** Begin the work on a state. */
  begin(given: Given): Job<Sent> {
    const { activation: bend, scale, width, depth, seed } = given;
    this.stack = again(this.stack, width, depth, seed);
    const passed = this.stack.send(bend, scale);
    const looked = histograms(this.stack, passed, bend);
    this.chart.follow(bend, width, seed);
    let isFirst = true; // what was touched is seen before the map goes on
    return {
      go: (milliseconds) => {
        const isWhole = this.chart.goOn(isFirst ? 0 : milliseconds);
        isFirst = false;
        return isWhole;
      },
      answer: () => ({ passed, looked, map: this.chart.map() }),
    };
  }
}

class Chart {
  private stack: Stack | null = null;
  private bend: Bend = "tanh";
  private columns: Passed[][] = [];

  follow(bend: Bend, width: number, seed: number): void {
    const stack = again(this.stack, width, MOST_LAYERS, seed);
    if (stack !== this.stack || bend !== this.bend) this.columns = [];
    this.stack = stack;
    this.bend = bend;
  }

  goOn(milliseconds: number): boolean {
    const end = performance.now() + milliseconds;
    while (this.columns.length < COLUMNS && performance.now() < end) {
      this.columns.push(this.stack!.send(this.bend, SCALES[this.columns.length]!));
    }
    return this.columns.length === COLUMNS;
  }

  map(): Mapped {
    const of = (kind: "units" | "blame"): Float64Array =>
      Float64Array.from(this.columns.flatMap((layers) => layers.map((layer) => layer[kind])));
    return { known: this.columns.length, units: of("units"), blame: of("blame") };
  }
}

function again(stack: Stack | null, width: number, depth: number, seed: number): Stack {
  const isSame = stack?.width === width && stack.depth === depth && stack.seed === seed;
  return isSame ? stack : new Stack(width, depth, seed);
}

function histograms(stack: Stack, passed: readonly Passed[], bend: Bend): Looked[] {
  const reach = 3 * passed[passed.length - 1]!.weights || 1;
  return layersOf(stack.depth).map((layer) => ({
    layer,
    units: histogram(stack.hidden[layer]!, REACH[bend]),
    weights: histogram(stack.layers[layer]!.dWeight, reach),
  }));
}

// Up to six of the layers, evenly spread, the first and the last among them.
function layersOf(depth: number): number[] {
  const many = Math.min(MOST_LOOKED, depth);
  return Array.from({ length: many }, (_, i) =>
    Math.round((i * (depth - 1)) / Math.max(1, many - 1)));
}
