// A classifier of two overlapping classes: what a threshold makes of its
// probabilities, and what they are worth at every threshold.

import { Draws } from "../../kit/network/draws";
import { sigmoid } from "../activations/model";

export interface Crowd {
  /** Distance of the two means, in standard deviations of class 0. */
  readonly distance: number;
  /** Standard deviation of class 1; that of class 0 is 1. */
  readonly spread: number;
  /** Share of class 1 among the samples. */
  readonly share: number;
  /** What all logits are multiplied by; at 1 and equal spreads it is right. */
  readonly confidence: number;
  readonly n: number;
  readonly seed: number;
}
export interface Given extends Crowd {
  readonly threshold: number;
  /** What a missed sample of class 1 costs, and a false alarm. */
  readonly missed: number;
  readonly alarm: number;
}
/** Logits of the samples of class 1, and of class 0. */
export type Judged = Readonly<Record<"ones" | "zeros", readonly number[]>>;
export interface Outcomes {
  readonly found: number;
  readonly missed: number;
  readonly falseAlarms: number;
  readonly quiet: number;
}
/** Numbers at each threshold that parts the samples, from the highest on. */
export interface Curves {
  readonly found: readonly number[];
  readonly falseAlarms: readonly number[];
  readonly precision: readonly number[];
}
export interface Group {
  readonly p: number;
  readonly share: number;
  readonly size: number;
}

export const BINS = 20; // of the histogram
const GROUPS = 10; // of samples with about the same probability
/** Thresholds whose costs are drawn. */
export const TRIED = Array.from({ length: 101 }, (_, i) => i / 100);

/** Return the logits that the classifier gives to its samples. */
export function judged({ distance, spread, share, confidence, n, seed }: Crowd): Judged {
  const nOnes = Math.floor(share * n + 0.5);
  const nZeros = n - nOnes;
  const bias = Math.log((nOnes + 0.5) / (nZeros + 0.5));
  const logits = (count: number, mean: number, std: number, stream: number): number[] =>
    Array.from(new Draws(seed, stream).normals(count),
      (x) => confidence * (distance * (mean + std * x) + bias));
  return {
    ones: logits(nOnes, distance / 2, spread, 1),
    zeros: logits(nZeros, -distance / 2, 1, 0),
  };
}

/** Return the samples whose probability is above the threshold. */
export function alarmed({ ones, zeros }: Judged, threshold: number): Judged {
  const least = Math.log(threshold / (1 - threshold));
  return { ones: ones.filter((z) => z > least), zeros: zeros.filter((z) => z > least) };
}

/** Count what comes of an alarm at all of those. */
export function outcomes({ ones, zeros }: Judged, threshold: number): Outcomes {
  const least = Math.log(threshold / (1 - threshold));
  const [found, falseAlarms] = [above(ones, least), above(zeros, least)];
  return { found, missed: ones.length - found, falseAlarms, quiet: zeros.length - falseAlarms };
}

function above(logits: readonly number[], least: number): number {
  let count = 0;
  for (const z of logits) if (z > least) count += 1;
  return count;
}

/** Return recall, precision and so on; NaN where there is nothing to share. */
export function rates({ found, missed, falseAlarms, quiet }: Outcomes): Record<
  "recall" | "precision" | "falseAlarmRate" | "accuracy", number> {
  return {
    recall: found / (found + missed),
    precision: found / (found + falseAlarms),
    falseAlarmRate: falseAlarms / (falseAlarms + quiet),
    accuracy: (found + quiet) / (found + missed + falseAlarms + quiet),
  };
}

// Logits with their classes, the least first.
function inOrder({ ones, zeros }: Judged): (readonly [z: number, isOne: 0 | 1])[] {
  return [...ones.map((z) => [z, 1] as const), ...zeros.map((z) => [z, 0] as const)]
    .sort(([a], [b]) => a - b);
}

/** Return what ROC and precision-recall curve go through. */
export function curves({ ones, zeros }: Judged): Curves {
  const all = inOrder({ ones, zeros }).reverse();
  const made = { found: [] as number[], falseAlarms: [] as number[], precision: [] as number[] };
  let found = 0;
  all.forEach(([z, isOne], i) => {
    found += isOne;
    if (all[i + 1]?.[0] === z) return; // no threshold parts equal ones
    made.found.push(found / ones.length);
    made.falseAlarms.push((i + 1 - found) / zeros.length);
    made.precision.push(found / (i + 1));
  });
  return made;
}

/** Return the area under the ROC curve. */
export function area({ found, falseAlarms }: Curves): number {
  let [sum, right, top] = [0, 0, 0];
  found.forEach((y, i) => {
    const x = falseAlarms[i] ?? NaN;
    sum += ((x - right) * (y + top)) / 2;
    [right, top] = [x, y];
  });
  return sum;
}

/** Return the mean precision, each weighted by the recall that it adds. */
export function averagePrecision({ found, precision }: Curves): number {
  return found.reduce((sum, recall, i) =>
    sum + (recall - (i ? found[i - 1] ?? NaN : 0)) * (precision[i] ?? NaN), 0);
}

/** Count the samples whose probability lies in each part of 0 to 1. */
export function histogram(logits: readonly number[], bins = BINS): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (const z of logits) counts[place(sigmoid(z), bins)]! += 1;
  return counts;
}

/** Return mean probability and share of class 1 in each group. */
export function groups({ ones, zeros }: Judged): Group[] {
  const sums = new Array<number>(GROUPS).fill(0);
  for (const p of [...ones, ...zeros].map(sigmoid)) sums[place(p, GROUPS)]! += p;
  const [happened, not] = [histogram(ones, GROUPS), histogram(zeros, GROUPS)];
  return sums.map((sum, i) => {
    const size = happened[i]! + not[i]!;
    return { p: sum / size, share: happened[i]! / size, size };
  });
}

/** Return the mean gap between probability and share, weighted by size. */
export function gap(all: readonly Group[]): number {
  const sizes = all.reduce((sum, { size }) => sum + size, 0);
  return all.reduce((sum, { p, share, size }) =>
    size ? sum + Math.abs(p - share) * size : sum, 0) / sizes;
}

/** Return what the errors cost per sample at each threshold tried. */
export function costs(all: Judged, { missed, alarm }: Given): number[] {
  const n = all.ones.length + all.zeros.length;
  return TRIED.map((threshold) => {
    const count = outcomes(all, threshold);
    return (missed * count.missed + alarm * count.falseAlarms) / n;
  });
}

export interface Cheapest {
  readonly threshold: number;
  readonly cost: number;
}

/** Return the threshold above which a sample costs least, the lowest of several. */
export function cheapest({ ones, zeros }: Judged, { missed, alarm }: Given): Cheapest {
  const all = inOrder({ ones, zeros });
  let [nMissed, nAlarms] = [0, zeros.length];
  let best = { threshold: 0, cost: (alarm * nAlarms) / all.length };
  all.forEach(([z, isOne], i) => {
    nMissed += isOne;
    nAlarms -= 1 - isOne;
    if (all[i + 1]?.[0] === z) return; // no threshold parts equal ones
    const cost = (missed * nMissed + alarm * nAlarms) / all.length;
    if (cost < best.cost) best = { threshold: sigmoid(z), cost };
  });
  return best;
}

/** Return the threshold that is best if the probabilities are right. */
export function byCosts({ missed, alarm }: Given): number {
  return alarm / (alarm + missed);
}

function place(p: number, bins: number): number {
  return Math.min(Math.floor(p * bins), bins - 1);
}

/** Return all numbers of a state, to be held against the lecture's. */
export function golden(given: Given): Record<string, number | number[]> {
  const all = judged(given);
  const count = outcomes(all, given.threshold);
  const share = rates(count);
  const along = curves(all);
  const grouped = groups(all);
  const cost = costs(all, given);
  const best = cheapest(all, given);
  return {
    logits: [...all.ones, ...all.zeros],
    outcomes: [count.found, count.missed, count.falseAlarms, count.quiet],
    recall: share.recall,
    precision: share.precision,
    false_alarm_rate: share.falseAlarmRate,
    accuracy: share.accuracy,
    curve_found: [...along.found],
    curve_false_alarms: [...along.falseAlarms],
    curve_precision: [...along.precision],
    area: area(along),
    average_precision: averagePrecision(along),
    histogram: [...histogram(all.ones), ...histogram(all.zeros)],
    group_p: grouped.map(({ p }) => p),
    group_share: grouped.map((group) => group.share),
    gap: gap(grouped),
    costs: cost,
    cheapest: best.threshold,
    least_cost: best.cost,
    by_costs: byCosts(given),
  };
}
