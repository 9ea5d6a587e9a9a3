// All that is seen of a state; what a threshold leaves alone is kept.

import {
  alarmed, area, averagePrecision, byCosts, cheapest, costs, curves, gap, type Given, groups,
  histogram, type Judged, judged, outcomes, rates,
} from "./model";

export type Seen = ReturnType<Looker["look"]>;

const PASSING = new Set(["threshold", "look"]);

export class Looker {
  private key = "";
  private kept: ReturnType<typeof lasting> | null = null;

  /** Return what is seen of a state. */
  look(given: Given) {
    const key = Object.entries(given).filter(([name]) => !PASSING.has(name)).join();
    if (key !== this.key) this.kept = null;
    this.key = key;
    this.kept ??= lasting(given);
    const { all } = this.kept;
    const count = outcomes(all, given.threshold);
    return {
      ...this.kept, given, count, rates: rates(count),
      alarms: binned(alarmed(all, given.threshold)),
      here: (given.missed * count.missed + given.alarm * count.falseAlarms) / given.n,
    };
  }
}

function lasting(given: Given) {
  const all = judged(given);
  const along = curves(all);
  const grouped = groups(all);
  const cost = costs(all, given);
  return {
    all, along, groups: grouped, gap: gap(grouped), area: area(along),
    mean: averagePrecision(along), cost, cheapest: cheapest(all, given), byCosts: byCosts(given),
    bins: binned(all),
  };
}

function binned({ ones, zeros }: Judged): readonly [ones: number[], zeros: number[]] {
  return [histogram(ones), histogram(zeros)];
}
