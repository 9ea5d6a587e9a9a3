// Universal approximation: bumps follow a curve, which may be drawn by hand.

import { html } from "../../kit/page/dom";
import { type Explorer, mountable, type Stage, type View } from "../../kit/explorer/explorer";
import { shown } from "../../kit/page/numbers";
import { Plot, type Point } from "../../kit/plot/plot";
import { atOnce } from "../../kit/work/desk";
import { Background, type Known } from "../../kit/work/background";
import {
  type Bump, bumpsOf, type CurveName, curveOf, drawnOf, heightsOf, POINTS, textOf,
} from "./curves";
import {
  added, bounded, bumpAt, centre, merged, moved, pointAt, sampled, stroked, widened,
} from "./editing";
import { Errors } from "./errors";
import { Grip } from "./grip";
import { built, type Built, equalBumps, largestError, network } from "./model";
import { PLACES, type Seen, seen } from "./seen";
import { type F, fields, type S } from "./state";
import { Tools } from "./tools";

const WIDE = 560; // pixels: then the plots stand side by side

class Approximation implements View<F> {
  private readonly curve = new Plot({
    label: "The curve and the network", height: 330,
    x: { title: "x", domain: [-0.02, 1.02], ticks: 5 },
    y: { title: "f(x) and F(x)", domain: [-1.7, 1.7] },
  });
  private readonly errors = new Errors();
  private readonly work: Background<Built, Seen>;
  private readonly tools: Tools;
  private readonly grip: Grip;
  private state!: S;
  private boxes = 0;
  private last: readonly [point: number, height: number] = [0, 0];

  constructor(private readonly stage: Stage<F>) {
    this.work = new Background("universal_approximation", atOnce(seen), stage);
    this.tools = new Tools({
      add: () => this.add(),
      merge: () => this.setBumps(merged(this.bumps, this.chosen), 0),
      remove: () => this.setBumps(this.bumps.filter((_, k) => k !== this.chosen), 0),
      next: () => this.stage.change({ chosen: ((this.chosen + 1) % this.bumps.length) + 1 }),
      change: (part) => this.setBump(widened(this.bump, part)),
    });
    stage.root.append(
      html("div", { class: "explorer__pair" }, this.curve.element, this.errors.element),
      this.tools.element);
    this.grip = new Grip(this.curve, {
      drag: (at, begins) => (this.isByHand ? this.dragBump(at, begins) : this.draw_(at, begins)),
      press: (across, up) => (this.isByHand
        ? this.setBump(moved(this.bump, centre(this.bump) + across * 0.01, this.bump.height + up * 0.05))
        : this.pressPencil(across, up)),
    }, stage.signal);
  }

  uses(state: S): (keyof F)[] {
    return ["curve", "by", "sharpness", ...(state.by === "fit" ? ["n" as const] : [])];
  }

  draw(state: S, width: number): void {
    this.state = state;
    const isWide = width >= WIDE;
    const found = this.ask(state)?.answer;
    this.drawCurve(found, isWide ? 0.6 * width : width);
    this.errors.draw(found, this.n, this.isByHand, isWide ? 0.38 * width : width);
    this.tools.element.hidden = !this.isByHand;
    if (this.isByHand) this.tools.show(this.bumps, this.bump);
  }

  says(state: S): string | null {
    const known = this.ask(state);
    if (!known || this.work.isBusy) return null;
    const { error, at, other } = known.answer;
    const where = `is off by at most ${shown(error)}, at x = ${shown(at)}.`;
    if (state.by === "hand") {
      return `A network of ${many(bumpsOf(state.bumps).length)} of your own ${where} ` +
        `As many of equal width are off by ${shown(other)}.`;
    }
    return `A network of ${many(state.n)}, ${2 * state.n} units, ${where} ` +
      `With twice as many it is ${shown(other)}.`;
  }

  // The pencil and the chosen bump alone change nothing.
  private ask({ curve, drawn, by, n, sharpness, bumps }: S): Known<Built, Seen> | null {
    return this.work.ask({ curve, drawn, by, n, sharpness, bumps } as Built);
  }

  private get isByHand(): boolean { return this.state.by === "hand"; }
  private get bumps(): Bump[] { return bumpsOf(this.state.bumps); }
  private get chosen(): number { return Math.min(this.state.chosen, this.bumps.length) - 1; }
  private get bump(): Bump { return this.bumps[this.chosen] as Bump; }
  private get f(): (x: number) => number {
    return curveOf(this.state.curve as CurveName, this.state.drawn);
  }

  private setBumps(bumps: readonly Bump[], chosen: number): void {
    this.stage.change({ bumps: textOf(bumps), chosen: chosen + 1 });
  }

  private setBump(bump: Bump): void {
    this.setBumps(this.bumps.map((each, k) => (k === this.chosen ? bump : each)), this.chosen);
  }

  private add(): void {
    const units = built(this.state as Built);
    const { at } = largestError(this.f, units);
    this.setBumps(added(this.bumps, at, this.f(at) - network(units, at)), this.bumps.length);
  }

  private dragBump([x, y]: Point, begins: boolean): void {
    const chosen = begins ? bumpAt(this.bumps, x, this.chosen) : this.chosen;
    const bumps = this.bumps.map((each, k) => (k === chosen ? moved(each, x, y) : each));
    this.setBumps(bumps, chosen);
  }

  private draw_([x, y]: Point, begins: boolean): void {
    const now = [pointAt(x), bounded(y)] as const;
    this.setHeights(stroked(this.heights(), begins ? now : this.last, now), now[0]);
    this.last = now;
  }

  private pressPencil(across: number, up: number): void {
    const point = pointAt((this.state.point - 1 + across) / (POINTS - 1));
    if (!up) return this.stage.change({ point: point + 1 });
    const heights = this.heights();
    const now = [point, (heights[point] ?? 0) + up * 0.05] as const;
    this.setHeights(stroked(heights, now, now), point);
  }

  // Whoever draws on another curve goes on from its shape.
  private heights(): number[] {
    return this.state.curve === "drawn" ? heightsOf(this.state.drawn) : sampled(this.f);
  }

  private setHeights(heights: readonly number[], point: number): void {
    this.stage.change({ curve: "drawn", drawn: drawnOf(heights), point: point + 1 });
  }

  // The curve and its boxes are known at once, and the network follows.
  private drawCurve(found: Seen | undefined, width: number): void {
    const { curve: plot, f, state } = this;
    plot.fit(width);
    plot.label(`The curve, and a network of ${many(this.n)}`);
    const boxes = this.isByHand ? this.bumps : equalBumps(f, state.n);
    if (boxes.length !== this.boxes) plot.drop(""); // lines stay above boxes
    this.boxes = boxes.length;
    boxes.forEach(({ left, right, height }, k) => {
      const isChosen = this.isByHand && k === this.chosen;
      plot.bar(`box ${k}`, [left, 0], [right, height], {
        class: `plot__bar plot__bar--${isChosen ? "orange" : "blue"} plot__bar--faint` });
    });
    plot.line("line f", PLACES.map((x) => [x, f(x)] as const), {
      class: "plot__line plot__line--muted" });
    if (found) this.drawNetwork(found);
    this.showGrip();
  }

  private drawNetwork({ outputs, error, at }: Seen): void {
    const { curve: plot, f } = this;
    plot.line("line F", PLACES.map((x, i) => [x, outputs[i]!] as const), {
      class: "plot__line plot__line--blue" });
    const above = Math.sign(outputs[Math.round(at * (PLACES.length - 1))]! - f(at));
    plot.rule("worst", [at, f(at)], [at, f(at) + above * error], {
      class: "plot__rule plot__rule--worst" });
    plot.text("name", [0.02, 1.45], `largest error ${shown(error)}`, {
      class: "plot__text plot__text--red" });
  }

  private showGrip(): void {
    if (this.isByHand) {
      const at = centre(this.bump);
      this.grip.show([at, this.bump.height], "A bump", `bump ${this.chosen + 1} of ${this.n}, ` +
        `at ${shown(at)}, ${shown(this.bump.height)} high`, Number(at.toFixed(3)), [-0.2, 1.2]);
      return;
    }
    const { point } = this.state;
    const [x, height] = [(point - 1) / (POINTS - 1), this.heights()[point - 1] ?? 0];
    this.grip.show([x, height], "Pencil", `point ${point} of ${POINTS}, ${shown(height)} high`,
      point, [1, POINTS]);
  }

  private get n(): number {
    return this.isByHand ? this.bumps.length : this.state.n;
  }
}

function many(n: number): string {
  return n === 1 ? "one bump" : `${n} bumps`;
}

const explorer: Explorer<F> = {
  name: "universal_approximation", fields, view: (stage) => new Approximation(stage),
};
export const mount = mountable(explorer);
export { fields };
export * as model from "./model";
