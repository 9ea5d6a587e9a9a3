// The second plot: both curves, the reliability diagram, and the costs.

import { shown } from "../../kit/page/numbers";
import { Plot, type Point } from "../../kit/plot/plot";
import { TRIED } from "./model";
import type { Seen } from "./seen";
import type { Look } from "./words";

export const HEIGHT = 330;
const END = { class: "plot__text", "text-anchor": "end" };
const HERE = { class: "plot__dot plot__dot--orange", r: 7 };
const DASHED = { class: "plot__rule plot__rule--input" };

function plot(label: string, across: string, up: string): Plot {
  const axis = (title: string) => ({ title, domain: [0, 1.02] as const, ticks: 5 });
  return new Plot({ label, height: HEIGHT, x: axis(across), y: axis(up) });
}

/** Return a plot for each look. */
export function plots(): Record<Look, Plot> {
  return {
    roc: plot("ROC curve", "false alarms of class 0", "found of class 1, recall"),
    precision: plot("Precision against recall", "recall", "precision"),
    calibration: plot("Reliability diagram", "probability of class 1", "share of class 1"),
    costs: plot("Costs against the threshold", "threshold", "cost per sample"),
  };
}

/** Draw a look. */
export const DRAW: Readonly<Record<Look, (on: Plot, seen: Seen, width: number) => void>> = {
  roc(on, { along, rates, area }, width) {
    on.fit(width);
    on.label(`ROC curve. ${noNumber(area, "Area under it")}`);
    on.rule("coin", [0, 0], [1, 1], DASHED);
    on.line("curve", [[0, 0], ...pairs(along.falseAlarms, along.found)]);
    on.dot("here", [rates.falseAlarmRate, rates.recall], HERE);
    on.text("area", [0.98, 0.06], noNumber(area, "area"), END);
  },
  precision(on, { along, rates, mean, given }, width) {
    on.fit(width);
    on.label(`Precision against recall. ${noNumber(mean, "Average precision")}`);
    on.rule("coin", [0, given.share], [1, given.share], DASHED);
    on.line("curve", pairs(along.found, along.precision), {
      class: "plot__line plot__line--purple" });
    on.dot("here", [rates.recall, rates.precision], HERE);
    const none = Number.isNaN(mean) ? "no recall: class 1 is missing"
      : Number.isNaN(rates.precision) && "no alarm, no precision";
    on.text("mean", [0.98, 0.94], none || `average precision ${shown(mean)}`, END);
  },
  calibration(on, { groups, gap, given }, width) {
    on.fit(width);
    on.label(`Reliability diagram. Mean gap ${shown(gap)}`);
    on.rule("right", [0, 0], [1, 1], DASHED);
    on.rule("here", [given.threshold, 0], [given.threshold, 1], {
      class: "plot__rule plot__rule--here" });
    on.drop("group");
    const inhabited = groups.filter(({ size }) => size);
    inhabited.forEach(({ p, share, size }, k) => on.dot(`group ${k}`, [p, share], {
      class: "plot__dot plot__dot--blue", r: 3 + 9 * Math.sqrt(size / given.n) }));
    on.text("gap", [0.98, 0.06], `mean gap ${shown(gap)}`, END);
  },
  costs(on, { cost, here, cheapest, byCosts, given }, width) {
    const most = Math.max(...cost) * 1.15 || 1;
    const { threshold, cost: least } = cheapest;
    on.domain([0, 1.02], [0, most]);
    on.fit(width);
    on.label(`Costs against the threshold: least, ${shown(least)}, at ${shown(threshold)}`);
    on.rule("by costs", [byCosts, 0], [byCosts, most], DASHED);
    on.line("curve", pairs(TRIED, cost), { class: "plot__line plot__line--purple" });
    on.dot("cheapest", [threshold, least], { class: "plot__dot plot__dot--green", r: 6 });
    on.dot("here", [given.threshold, here], HERE);
    on.text("least", [0.98, most * 0.93], `least at ${shown(threshold)}`, {
      ...END, class: "plot__text plot__text--green" });
  },
};

function pairs(across: readonly number[], up: readonly number[]): Point[] {
  return across.map((x, i) => [x, up[i] ?? NaN]);
}

function noNumber(value: number, name: string): string {
  return Number.isNaN(value) ? `no ${name.toLowerCase()}: one class is missing` : `${name} ${shown(value)}`;
}
