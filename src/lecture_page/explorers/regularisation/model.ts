// A polynomial and a small network that fit noisy samples, and what a penalty,
// dropout or an early stop does to them.

import { Draws } from "../../kit/network/draws";
import { descend, type Samples } from "../../kit/network/learning";
import { meanSquaredError } from "../../kit/network/losses";
import { Network } from "../../kit/network/network";
import { type Drawn, errorOf, training, validation } from "./data";
import { type Fit, Polynomials, valueOf } from "./polynomial";

export interface Given extends Drawn {
  readonly model: "polynomial" | "network";
  readonly penalty: "none" | "l2" | "l1" | "dropout";
  readonly lambda: number;
  readonly degree: number;
  /** The share of units that is dropped. */
  readonly p: number;
  readonly epochs: number;
}
/** Errors at a place of the λ, degree or epoch that they are drawn over. */
export interface Errors {
  readonly at: number;
  readonly training: number;
  readonly validation: number;
}
/** What was fitted, and its errors along the way. */
export interface Fitted {
  readonly over: "lambda" | "degree" | "epoch";
  readonly fit: (x: number) => number;
  readonly weights: readonly number[];
  readonly here: Errors;
  readonly all: readonly Errors[];
  readonly best: Errors;
}

/** What a view shows of it: numbers alone, which a worker can hand over. */
export interface Seen extends Omit<Fitted, "fit"> {
  /** The fit at the places of the plot. */
  readonly curve: readonly number[];
}

export const MOST_DEGREE = 15;
export const MOST_EPOCHS = 2000;
export const UNITS = 16;
const EVERY = 20; // epochs between two looks at the errors
const LR = 0.03;
/** From 1e-6 to 10. */
export const LAMBDAS = Array.from({ length: 29 }, (_, i) => 10 ** (-6 + i / 4));

/** Where a plot shows the fit. */
export const PLACES = Array.from({ length: 201 }, (_, i) => -1 + i / 100);

/** Return what is seen of the fit of a state. */
export function seen(given: Given): Seen {
  const { fit, ...rest } = fitted(given);
  return { ...rest, curve: PLACES.map(fit) };
}

/** Return the fit of a state. */
export function fitted(given: Given): Fitted {
  const sets = { training: training(given), validation: validation(given) };
  return given.model === "network" ? network(given, sets) : polynomial(given, sets);
}

/** Tell what the errors of a state are drawn over. */
export function overOf({ model, penalty }: Given): Fitted["over"] {
  if (model === "network") return "epoch";
  return penalty === "l1" || penalty === "l2" ? "lambda" : "degree";
}

interface Sets {
  readonly training: Samples;
  readonly validation: Samples;
}

function judged(at: number, fit: (x: number) => number, sets: Sets): Errors {
  return {
    at, training: errorOf(fit, sets.training), validation: errorOf(fit, sets.validation),
  };
}

function lowest(all: readonly Errors[]): Errors {
  return all.reduce((best, one) => (one.validation < best.validation ? one : best));
}

function fitOf(of: Polynomials, { penalty }: Given, lambda: number): Fit {
  return penalty === "l1" ? of.lasso(lambda) : of.ridge(penalty === "l2" ? lambda : 0);
}

function polynomial(given: Given, sets: Sets): Fitted {
  const over = overOf(given);
  const own = new Polynomials(sets.training, given.degree);
  const kept = fitOf(own, given, given.lambda);
  const fit = (x: number): number => valueOf(kept, x);
  const all = path(given, sets);
  return {
    over, fit, weights: kept.weights, all,
    here: judged(over === "lambda" ? given.lambda : given.degree, fit, sets), best: lowest(all),
  };
}

// A drag of λ stays on the same path.
let lastPath: { key: string; all: Errors[] } | null = null;

function path(given: Given, sets: Sets): Errors[] {
  const { penalty, degree, samples: n, noise, seed } = given;
  const isPenalised = overOf(given) === "lambda";
  const key = [penalty, isPenalised ? degree : "", n, noise, seed].join();
  if (lastPath?.key === key) return lastPath.all;
  const one = (at: number, of: Polynomials): Errors => {
    const kept = fitOf(of, given, at);
    return judged(at, (x) => valueOf(kept, x), sets);
  };
  const own = new Polynomials(sets.training, degree);
  const all = isPenalised
    ? LAMBDAS.map((lambda) => one(lambda, own))
    : Array.from({ length: MOST_DEGREE }, (_, k) =>
      one(k + 1, new Polynomials(sets.training, k + 1)));
  lastPath = { key, all };
  return all;
}

/** Return a network whose units bend all over the interval. */
function begun(seed: number): Network {
  const made = new Network([1, UNITS, 1], "tanh");
  const draws = new Draws(seed, 2);
  const [hidden, last] = made.layers;
  hidden!.weight.set(draws.normals(UNITS, 6));
  hidden!.bias.set(draws.normals(UNITS, 3));
  last!.weight.set(draws.normals(UNITS, 0.25));
  return made;
}

function network(given: Given, sets: Sets): Fitted {
  const { penalty, lambda, p, seed, epochs } = given;
  const made = begun(seed);
  const { x, y } = sets.training;
  const masks = new Draws(seed, 3);
  const dropout = penalty === "dropout" && p > 0 ? { p, draws: masks } : undefined;
  const descent = {
    lr: LR, l2: penalty === "l2" ? lambda : 0, l1: penalty === "l1" ? lambda : 0 };
  const look = (at: number): Errors => errorsOf(made, at, sets);
  const all = [look(0)];
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    const output = made.forward(x, y.length, dropout);
    made.backward(meanSquaredError.gradient(output, y, y.length));
    descend(made, descent);
    if (epoch % EVERY === 0 || epoch === epochs) all.push(look(epoch));
  }
  return {
    over: "epoch", all, here: all[all.length - 1]!, best: lowest(all),
    fit: (at) => made.forward(Float64Array.of(at), 1)[0]!,
    weights: made.layers.flatMap(({ weight }) => [...weight]),
  };
}

function errorsOf(made: Network, at: number, sets: Sets): Errors {
  const error = ({ x, y }: Samples): number =>
    meanSquaredError.value(made.forward(x, y.length), y, y.length);
  return { at, training: error(sets.training), validation: error(sets.validation) };
}

/** Where golden states look at the fit. */
const PROBES = [-0.9, -0.33, 0, 0.5, 0.97];

/** Return all numbers of a state, to be held against `lecture_code`. */
export function golden(given: Given): Record<string, number | number[]> {
  const { fit, weights, here, all, best } = fitted(given);
  const some = all.filter((_, i) => i % 14 === 0);
  return {
    weights: [...weights],
    curve: PROBES.map(fit),
    training: here.training,
    validation: here.validation,
    training_errors: some.map((one) => one.training),
    validation_errors: some.map((one) => one.validation),
    best: given.model === "network" ? best.validation : 0, // of some λ alone it is unknown
  };
}
