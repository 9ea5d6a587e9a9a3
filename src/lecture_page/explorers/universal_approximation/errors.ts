// The largest error against the number of bumps, and where this network is.

import { shown } from "../../kit/page/numbers";
import { Plot } from "../../kit/plot/plot";
import type { Curve } from "./curves";
import { errors, NUMBERS } from "./model";
import type { S } from "./state";

const [LEAST, MOST] = [0.001, 10];

export class Errors {
  private readonly plot = new Plot({
    label: "The largest error against the number of bumps", height: 330,
    x: { title: "bumps", domain: [1, 100], log: true, ticks: 2 },
    y: { title: "largest error", domain: [LEAST, MOST], log: true, ticks: 4 },
  });
  readonly element = this.plot.element;
  private known: { readonly of: string; readonly errors: number[] } = { of: "", errors: [] };

  draw(state: S, f: Curve, n: number, error: number, width: number): void {
    const { plot } = this;
    plot.fit(width);
    const points = this.of(state, f);
    plot.line("errors", points, { class: "plot__line plot__line--muted" });
    for (const at of points) {
      plot.dot(`of ${at[0]}`, at, { class: "plot__dot plot__dot--muted", r: 3 });
    }
    plot.label(`Largest error against the number of bumps: ${shown(error)} with ${n}`);
    const tone = state.by === "hand" ? "orange" : "blue";
    plot.dot("now", [n, seen(error)], { class: `plot__dot plot__dot--${tone}`, r: 6 });
  }

  // They depend on the curve alone, not on what is built of it.
  private of(state: S, f: Curve): (readonly [number, number])[] {
    const of = [state.curve, state.curve === "drawn" ? state.drawn : "", state.sharpness].join();
    if (this.known.of !== of) this.known = { of, errors: errors(f, state.sharpness) };
    return NUMBERS.map((n, k) => [n, seen(this.known.errors[k] ?? 0)] as const);
  }
}

function seen(error: number): number {
  return Math.min(MOST, Math.max(LEAST, error));
}
