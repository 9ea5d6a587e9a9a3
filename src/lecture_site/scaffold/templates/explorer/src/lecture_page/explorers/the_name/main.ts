// the_title: a mean strays less, the more draws are in it.

import { type Explorer, mountable, type Stage, type View } from "../../kit/explorer/explorer";
import type { NumberField, State } from "../../kit/explorer/fields";
import { shown } from "../../kit/page/numbers";
import { Handle } from "../../kit/plot/handle";
import { Plot } from "../../kit/plot/plot";
import { deviationOfMean } from "./model";

const N: NumberField = {
  kind: "number", label: "Draws n", min: 1, max: 100, step: 1, initial: 4,
};
const fields = {
  n: N,
  sigma: { kind: "number", label: "Deviation σ", min: 0.1, max: 2, step: 0.1, initial: 0.5 },
} as const;
type F = typeof fields;

const COUNTS = Array.from({ length: N.max }, (_, i) => i + 1);

class Means implements View<F> {
  private readonly plot = new Plot({
    label: "How far a mean strays",
    height: 270,
    x: { title: "draws n in a mean", domain: [0, N.max] },
    y: { title: "standard deviation", domain: [0, fields.sigma.max] },
  });
  private readonly handle: Handle;

  constructor(stage: Stage<F>) {
    stage.root.append(this.plot.element);
    this.handle = new Handle(this.plot, {
      label: "Draws, on the curve", across: N, onMove: ([n]) => stage.change({ n }),
    }, stage.signal);
  }

  draw({ n, sigma }: State<F>, width: number): void {
    this.plot.fit(width);
    this.plot.label(`How far a mean strays, with ${n} draws marked`);
    this.plot.line("curve", COUNTS.map((count) => [count, deviationOfMean(sigma, count)] as const), {
      class: "plot__line plot__line--blue" });
    const deviation = deviationOfMean(sigma, n);
    this.handle.show([n, deviation], `${n} draws, deviation ${shown(deviation)}`);
  }

  says({ n, sigma }: State<F>): string {
    const draws = n === 1 ? "A single draw" : `A mean of ${n} draws`;
    return `${draws} has the standard deviation ${shown(deviationOfMean(sigma, n))}.`;
  }
}

const explorer: Explorer<F> = {
  name: "the_name", fields, view: (stage) => new Means(stage),
};
export const mount = mountable(explorer);
export { fields };
export * as model from "./model";
