// The largest error against the number of bumps, and where this network is.

import { shown } from "../../kit/page/numbers";
import { Plot } from "../../kit/plot/plot";
import { NUMBERS } from "./model";
import type { Seen } from "./seen";

const [LEAST, MOST] = [0.001, 10];

export class Errors {
  private readonly plot = new Plot({
    label: "The largest error against the number of bumps", height: 330,
    x: { title: "bumps", domain: [1, 100], log: true, ticks: 2 },
    y: { title: "largest error", domain: [LEAST, MOST], log: true, ticks: 4 },
  });
  readonly element = this.plot.element;

  /** Draw the errors, if they are known, and that of n bumps. */
  draw(found: Seen | undefined, n: number, isByHand: boolean, width: number): void {
    const { plot } = this;
    plot.fit(width);
    if (!found) return;
    const { error, errors } = found;
    const points = NUMBERS.map((n, k) => [n, seen(errors[k] ?? 0)] as const);
    plot.line("errors", points, { class: "plot__line plot__line--muted" });
    plot.dots("of each", points, 3, "muted");
    plot.label(`Largest error against the number of bumps: ${shown(error)} with ${n}`);
    plot.dot("now", [n, seen(error)], {
      class: `plot__dot plot__dot--${isByHand ? "orange" : "blue"}`, r: 6 });
  }
}

function seen(error: number): number {
  return Math.min(MOST, Math.max(LEAST, error));
}
