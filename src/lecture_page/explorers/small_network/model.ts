// A small network that learns to tell two classes apart, epoch by epoch.

import type { Activation } from "../../kit/network/activations";
import { Draws } from "../../kit/network/draws";
import { epoch, type Samples, type Start, start } from "../../kit/network/learning";
import { binaryCrossEntropy } from "../../kit/network/losses";
import { Network } from "../../kit/network/network";
import { byHand, type Data, drawn } from "./data";

/** All that decides how a run goes. */
export interface Setup {
  readonly data: Data;
  readonly noise: number;
  readonly layers: number;
  readonly units: number;
  readonly activation: Activation;
  readonly start: Start;
  readonly lr: number;
  readonly batch: "1" | "10" | "all";
  readonly l2: number;
  readonly dropout: number;
  readonly seed: number;
  /** Points added by hand, as `byHand` reads them. */
  readonly points: string;
}
/** How well a network does, on samples it may or may not learn from. */
export interface Score {
  readonly loss: number;
  readonly accuracy: number;
}

export const N_SAMPLES = 100;

/** Tell whether two states are of one run. */
export function sameRun(a: Setup, b: Setup): boolean {
  return KEYS.every((key) => a[key] === b[key]);
}
const KEYS = ["data", "noise", "layers", "units", "activation", "start", "lr", "batch", "l2",
  "dropout", "seed", "points"] as const;

/** Return of a state what decides a run. */
export function setupOf(state: Setup): Setup {
  return Object.fromEntries(KEYS.map((key) => [key, state[key]])) as unknown as Setup;
}

/** A training that goes on as far as it is asked to. */
export class Run {
  readonly network: Network;
  readonly training: Samples;
  readonly validation: Samples;
  /** Before the first epoch, after it, … */
  readonly scores: { training: Score; validation: Score }[] = [];
  private readonly order: Draws;
  private readonly masks: Draws;

  constructor(readonly setup: Setup) {
    const { data, noise, seed, layers, units } = setup;
    const draws = new Draws(seed, 0);
    this.training = joined(drawn(data, N_SAMPLES, noise, draws), setup.points);
    this.validation = drawn(data, N_SAMPLES, noise, draws);
    const hidden = new Array<number>(layers).fill(units);
    this.network = new Network([2, ...hidden, 1], setup.activation);
    start(this.network, setup.start, new Draws(seed, 1));
    this.order = new Draws(seed, 2);
    this.masks = new Draws(seed, 3);
    this.judge();
  }

  get epochs(): number {
    return this.scores.length - 1;
  }

  /** Show the network every sample once. */
  learn(): void {
    const { batch, lr, l2, dropout } = this.setup;
    const size = batch === "all" ? this.training.y.length : Number(batch);
    epoch(this.network, this.training, binaryCrossEntropy, size, { lr, l2 }, this.order,
      dropout ? { p: dropout, draws: this.masks } : undefined);
    this.judge();
  }

  /** Learn until so many epochs are over or the milliseconds are; tell which. */
  reach(epochs: number, milliseconds: number): boolean {
    const end = performance.now() + milliseconds;
    while (this.epochs < epochs && performance.now() < end) this.learn();
    return this.epochs >= epochs;
  }

  /** Return the scores of now. */
  score(): { training: Score; validation: Score } {
    return this.scores[this.epochs]!;
  }

  private judge(): void {
    this.scores.push({
      training: this.scored(this.training), validation: this.scored(this.validation),
    });
  }

  private scored({ x, y }: Samples): Score {
    const logits = this.network.forward(x, y.length);
    let right = 0;
    y.forEach((label, i) => { right += Number(Number(logits[i]! > 0) === label); });
    return { loss: binaryCrossEntropy.value(logits, y, y.length), accuracy: right / y.length };
  }
}

function joined({ x, y }: Samples, points: string): Samples {
  const more = byHand(points);
  return {
    x: Float64Array.from([...x, ...more.flatMap(([a, b]) => [a, b])]),
    y: Float64Array.from([...y, ...more.map(([, , label]) => label)]),
  };
}

/** Where golden states look at what the network says. */
const PROBES = new Float64Array([0, 0, 1, 0.5, -2, 1, 2.6, -2.6]);

/** Return all numbers of a state, to be held against `lecture_code`. */
export function golden(state: Setup & { epochs: number }): Record<string, number[]> {
  const run = new Run(state);
  run.reach(state.epochs, Infinity);
  const { network, training, validation } = run;
  const logits = [...network.forward(PROBES, 4).subarray(0, 4)];
  return {
    samples: [...training.x.subarray(-12), ...validation.x.subarray(-12)],
    loss: run.scores.map((score) => score.training.loss),
    accuracy: run.scores.map((score) => score.training.accuracy),
    validation_loss: run.scores.map((score) => score.validation.loss),
    validation_accuracy: run.scores.map((score) => score.validation.accuracy),
    weights: network.layers.flatMap(({ weight, bias }) => [...weight, ...bias]),
    gradients: network.layers.flatMap(({ dWeight, dBias }) => [...dWeight, ...dBias]),
    logits,
    hidden: network.hidden.flatMap((h) => [...h.subarray(0, 4 * state.units)]),
  };
}
