// Gradient descent: a walk on a loss of two weights, from where one taps.

import { type Explorer, mountable, type Stage, type View } from "../../kit/explorer/explorer";
import { shown } from "../../kit/page/numbers";
import { Handle } from "../../kit/plot/handle";
import { html, set, svg } from "../../kit/page/dom";
import { Plot, type Point } from "../../kit/plot/plot";
import { Contours } from "./contours";
import { type Run, type Walk, walk } from "./model";
import { type F, fields, type S, WAYS, X, Y } from "./state";
import { diverges, outcome } from "./words";

const HALF = 2.4; // of the height that is seen
const LEAST = 1e-8; // of the plot of the loss
const MOST = 1e4;
const FAR = 6; // from here on a path only leads away
const WIDE = 560; // pixels: then the plots stand side by side
const HEIGHT = 340;

class GradientDescent implements View<F> {
  private readonly map = new Plot({
    label: "The loss as a map", height: HEIGHT,
    x: { title: "first weight", domain: [-HALF, HALF], ticks: 5 },
    y: { title: "second weight", domain: [-HALF, HALF] },
  });
  private readonly curve = new Plot({
    label: "The loss after each step", height: HEIGHT,
    x: { title: "step", domain: [0, 25], ticks: 5 },
    y: { title: "loss", domain: [LEAST, MOST], log: true, ticks: 5 },
  });
  private readonly contours: Contours;
  private readonly steps = svg("path");
  private readonly start: Handle;

  constructor(stage: Stage<F>) {
    this.contours = new Contours(this.map, stage);
    stage.root.append(html("div", { class: "explorer__pair" },
      this.map.element, this.curve.element));
    this.start = new Handle(this.map, {
      label: "Start", across: X, up: Y, onMove: ([x, y]) => stage.change({ x, y }),
    }, stage.signal);
  }

  uses(state: S): (keyof F)[] {
    const used: (keyof F)[] = ["surface", "way", "lr", "steps", "batch"];
    if (state.surface === "valley") used.push("condition", "turn");
    if (state.way !== "descent") used.push("kept");
    if (state.batch !== "all") used.push("seed");
    return used;
  }

  draw(state: S, width: number): void {
    const run = state as Run;
    const walked = walk(run);
    const tone = diverges(walked) ? "red" : { descent: "blue", momentum: "orange",
      adam: "purple" }[run.way];
    const [left, right] = width < WIDE ? [width, width] : [0.54 * width, 0.44 * width];
    this.drawMap(run, walked, tone, left);
    this.drawLoss(walked, tone, right);
  }

  says(state: S): string {
    const run = state as Run;
    return `${WAYS[run.way]} takes ${run.steps === 1 ? "one step" : `${run.steps} steps`} ` +
      `from (${shown(run.x)}, ${shown(run.y)}) with η = ${shown(run.lr)}. ` +
      outcome(run, walk(run));
  }

  private drawMap(run: Run, { points }: Walk, tone: string, width: number): void {
    const map = this.map;
    map.fit(width);
    // A step must look as it is: equally long in both directions.
    const [[left = 0, right = 1], [low = 1, high = 0]] = [map.x.range(), map.y.range()];
    const half = (HALF * (right - left)) / (low - high);
    map.domain([-half, half], [-HALF, HALF]);
    this.contours.draw(run, half, HALF);
    const near = upTo(points, ([x, y]) => Math.abs(x) < FAR && Math.abs(y) < FAR);
    map.label(`Map of the loss, with the path of ${points.length - 1} steps`);
    map.line("path", near, { class: `plot__line plot__line--${tone} plot__line--path` });
    this.drawSteps(near.slice(1), tone);
    this.start.show([run.x, run.y], `first weight ${shown(run.x)}, second ${shown(run.y)}`);
  }

  // One path of dots: a browser moves it faster than hundreds of circles.
  private drawSteps(points: readonly Point[], tone: string): void {
    const dots = points.map(([x, y]) =>
      `M${this.map.x(x).toFixed(1)} ${this.map.y(y).toFixed(1)}h0`);
    set(this.steps, {
      class: `plot__line plot__line--${tone} plot__line--dots`,
      style: `stroke-width:${points.length > 60 ? 4 : 6}`,
      d: dots.join("") || "M0 0",
    });
    this.map.inside.append(this.steps);
  }

  private drawLoss({ losses }: Walk, tone: string, width: number): void {
    const plot = this.curve;
    plot.domain([0, losses.length - 1], [LEAST, MOST]);
    plot.fit(width);
    const last = losses[losses.length - 1] ?? 0;
    plot.label(`Loss against the step, from ${shown(losses[0] ?? 0)} to ${shown(last)}`);
    plot.line("loss", losses.map((loss, step) => [step, seen(loss)] as const), {
      class: `plot__line plot__line--${tone}` });
    plot.rule("now", [losses.length - 1, LEAST], [losses.length - 1, seen(last)], {
      class: "plot__rule plot__rule--input" });
    plot.dot("last", [losses.length - 1, seen(last)], { class: `plot__dot plot__dot--${tone}` });
  }
}

// The points before the first that is too far, and that one: the path leaves.
function upTo(points: readonly Point[], isNear: (at: Point) => boolean): Point[] {
  const far = points.findIndex((at) => !isNear(at));
  if (far < 0) return [...points];
  const [x, y] = points[far] ?? [0, 0];
  const out = Math.max(Math.abs(x), Math.abs(y)) / FAR;
  const edge = Number.isFinite(out) ? [[x / out, y / out] as const] : [];
  return [...points.slice(0, far), ...edge];
}

function seen(loss: number): number {
  return Number.isFinite(loss) ? Math.min(MOST, Math.max(LEAST, loss)) : MOST;
}

const explorer: Explorer<F> = {
  name: "gradient_descent", fields, view: (stage) => new GradientDescent(stage),
};
export const mount = mountable(explorer);
export { fields };
export * as model from "./model";
