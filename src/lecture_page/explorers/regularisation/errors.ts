// Errors along λ, degree or epochs, and where this fit stands: that is dragged.

import type { Stage } from "../../kit/explorer/explorer";
import { shown } from "../../kit/page/numbers";
import { Handle } from "../../kit/plot/handle";
import { type Axis, Plot } from "../../kit/plot/plot";
import { type Errors, type Given, MOST_DEGREE, MOST_EPOCHS, overOf, type Seen } from "./model";
import { type F, fields } from "./state";

type Over = Seen["over"];

const LEAST_ERROR = 1e-3;
const MOST_ERROR = 10;
const AXES: Readonly<Record<Over, Axis>> = {
  lambda: { title: "λ", domain: [1e-6, 10], log: true, ticks: 4 },
  degree: { title: "degree", domain: [1, MOST_DEGREE], ticks: 7 },
  epoch: { title: "epochs", domain: [0, MOST_EPOCHS], ticks: 4 },
};
const FIELDS = { lambda: "lambda", degree: "degree", epoch: "epochs" } as const;
const KINDS = [
  ["training", "green", ""], ["validation", "purple", " plot__line--dashed"],
] as const satisfies readonly (readonly [keyof Errors, string, string])[];

export class ErrorPlots {
  private readonly plots: Readonly<Record<Over, { plot: Plot; handle: Handle }>>;

  constructor(stage: Stage<F>) {
    this.plots = {
      lambda: made("lambda", stage), degree: made("degree", stage), epoch: made("epoch", stage),
    };
  }

  get elements(): HTMLElement[] {
    return Object.values(this.plots).map(({ plot }) => plot.element);
  }

  /** Draw what is known of the errors, and the handle where it was led. */
  draw(given: Given, seen: Seen | undefined, width: number): void {
    const over = overOf(given);
    for (const [name, { plot }] of Object.entries(this.plots)) {
      plot.element.style.display = name === over ? "" : "none";
    }
    const { plot, handle } = this.plots[over];
    const at = given[FIELDS[over]];
    plot.fit(width);
    plot.rule("here", [at, LEAST_ERROR], [at, MOST_ERROR], {
      class: "plot__rule plot__rule--input" });
    if (seen?.over === over) drawErrors(plot, seen);
    handle.show([at, kept(seen?.here.validation ?? MOST_ERROR)],
      `${AXES[over].title} ${shown(at)}`);
  }
}

function drawErrors(plot: Plot, { over, all, here, best }: Seen): void {
  plot.label(`Errors over ${AXES[over].title}: here ${shown(here.training)} in training and ` +
    `${shown(here.validation)} in validation; the best is at ${shown(best.at)}`);
  for (const [of, colour, look] of KINDS) {
    plot.line(of, all.map((one) => [one.at, kept(one[of])] as const), {
      class: `plot__line plot__line--${colour}${look}` });
    plot.dot(`${of} here`, [here.at, kept(here[of])], {
      class: `plot__dot plot__dot--${colour}`, r: 4 });
  }
  plot.dot("best", [best.at, kept(best.validation)], { class: "plot__dot plot__dot--red", r: 6 });
}

function made(over: Over, stage: Stage<F>): { plot: Plot; handle: Handle } {
  const name = FIELDS[over];
  const plot = new Plot({
    label: "Errors", height: 230, x: AXES[over],
    y: { title: "mean squared error", domain: [LEAST_ERROR, MOST_ERROR], log: true, ticks: 4 },
    legend: [["— training", "green"], ["- - validation", "purple"], ["● best", "red"]],
  });
  const handle = new Handle(plot, {
    label: `${fields[name].label}, along the errors`, across: fields[name],
    onMove: ([at]) => stage.change({ [name]: at }),
  }, stage.signal);
  return { plot, handle };
}

// What is beyond the plot stands at its edge.
function kept(error: number): number {
  return Number.isNaN(error) ? MOST_ERROR : Math.min(MOST_ERROR, Math.max(LEAST_ERROR, error));
}
