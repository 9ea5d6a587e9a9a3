// A classifier's threshold: who is found, who is alarmed, and what it costs.

import { html } from "../../kit/page/dom";
import { type Explorer, mountable, type Stage, type View } from "../../kit/explorer/explorer";
import type { NumberField, State } from "../../kit/explorer/fields";
import { shown } from "../../kit/page/numbers";
import { Handle } from "../../kit/plot/handle";
import { Plot } from "../../kit/plot/plot";
import { DRAW, HEIGHT, plots } from "./looks";
import { BINS, type Given } from "./model";
import { Looker, type Seen } from "./seen";
import { Table } from "./table";
import { type Look, words } from "./words";

const THRESHOLD: NumberField = {
  kind: "number", label: "Threshold", min: 0, max: 1, step: 0.01, initial: 0.5,
};
const fields = {
  threshold: THRESHOLD,
  look: {
    kind: "choice", label: "Look at", initial: "roc",
    options: {
      roc: "ROC curve", precision: "Precision, recall", calibration: "Calibration", costs: "Costs",
    },
  },
  missed: { kind: "number", label: "Cost: miss", min: 0, max: 20, step: 0.5, initial: 9 },
  alarm: { kind: "number", label: "Cost: alarm", min: 0, max: 20, step: 0.5, initial: 1 },
  confidence: { kind: "number", label: "Confidence", min: 0, max: 5, step: 0.05, initial: 1 },
  distance: { kind: "number", label: "Distance", min: 0, max: 6, step: 0.1, initial: 2 },
  spread: { kind: "number", label: "Spread of 1", min: 0, max: 3, step: 0.05, initial: 1 },
  share: { kind: "number", label: "Share of 1", min: 0, max: 1, step: 0.01, initial: 0.3 },
  n: { kind: "number", label: "Samples", min: 10, max: 1000, step: 10, initial: 500 },
  seed: { kind: "number", label: "Draw", min: 1, max: 99, step: 1, initial: 1 },
} as const;
type F = typeof fields;

const WIDE = 560; // pixels: then the plots stand side by side

class Threshold implements View<F> {
  private readonly crowd = new Plot({
    label: "Probabilities of both classes", height: HEIGHT,
    x: { title: "probability of class 1, p", domain: [0, 1], ticks: 5 },
    y: {
      title: "share of class 0, of class 1", domain: [-1, 1],
      tick: (share) => shown(Math.abs(share)),
    },
  });
  private readonly plots = plots();
  private readonly table = new Table();
  private readonly looker = new Looker();
  private readonly handle: Handle;

  constructor(stage: Stage<F>) {
    const others = Object.values(this.plots).map(({ element }) => element);
    stage.root.append(html("div", { class: "explorer__pair" }, this.crowd.element, ...others),
      this.table.element);
    this.handle = new Handle(this.crowd, {
      label: "Threshold, in the histogram", across: THRESHOLD,
      onMove: ([threshold]) => stage.change({ threshold }),
    }, stage.signal);
  }

  draw(state: State<F>, width: number): void {
    const seen = this.looker.look(state as Given);
    const isWide = width >= WIDE;
    this.drawCrowd(seen, isWide ? 0.54 * width : width);
    for (const [look, plot] of Object.entries(this.plots)) {
      plot.element.hidden = look !== state.look;
    }
    const look = state.look as Look;
    DRAW[look](this.plots[look], seen, isWide ? 0.44 * width : width);
    this.table.show(seen);
  }

  says(state: State<F>): string {
    return words(this.looker.look(state as Given), state.look as Look);
  }

  // Class 1 stands above the line and class 0 below, each as shares of its
  // own, or a rare one would not be seen. A bar that the threshold cuts has
  // both colours.
  private drawCrowd(seen: Seen, width: number): void {
    const { given, bins: [ones, zeros], alarms, count } = seen;
    const [nOnes, nZeros] = [count.found + count.missed, count.falseAlarms + count.quiet]
      .map((n) => n || 1) as [number, number];
    const most = 1.15 * Math.max(...ones.map((k) => k / nOnes), ...zeros.map((k) => k / nZeros));
    const plot = this.crowd;
    plot.domain([0, 1], [-most, most]);
    plot.fit(width);
    plot.label(`Probabilities of both classes: ${count.found} found and ${count.missed} missed, ` +
      `${count.falseAlarms} false alarms and ${count.quiet} rightly quiet`);
    for (let k = 0; k < BINS; k += 1) {
      this.drawBar(`one ${k}`, k, ones[k]! / nOnes, alarms[0][k]! / nOnes, 1);
      this.drawBar(`zero ${k}`, k, zeros[k]! / nZeros, alarms[1][k]! / nZeros, -1);
    }
    plot.rule("zero", [0, 0], [1, 0]);
    plot.rule("threshold", [given.threshold, -most], [given.threshold, most], {
      class: "plot__rule plot__rule--here" });
    plot.text("one", [0.72, most * 0.88], "class 1");
    plot.text("zero of", [0.72, -most * 0.93], "class 0");
    this.handle.show([given.threshold, 0], `p > ${shown(given.threshold)}: ` +
      `${count.found} found, ${count.falseAlarms} false alarms`);
  }

  private drawBar(name: string, k: number, size: number, alarms: number, sign: number): void {
    const [left, right] = [(k + 0.08) / BINS, (k + 0.92) / BINS];
    const [alarm, quiet] = sign > 0 ? ["green", "red"] : ["orange", "blue"];
    this.crowd.bar(`${name} alarm`, [left, 0], [right, sign * alarms], {
      class: `plot__bar plot__bar--${alarm}` });
    this.crowd.bar(`${name} quiet`, [left, sign * alarms], [right, sign * size], {
      class: `plot__bar plot__bar--${quiet}` });
  }
}

const explorer: Explorer<F> = {
  name: "threshold", fields, view: (stage) => new Threshold(stage),
};
export const mount = mountable(explorer);
export { fields };
export * as model from "./model";
