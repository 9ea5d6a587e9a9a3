// The plane with its points, and what the network says everywhere. A tap adds
// a point, and so does Enter where the arrow keys have led; what was added is
// dragged.

import { contours } from "d3-contour";
import { canvas, paint } from "../../kit/plot/canvas";
import type { NumberField } from "../../kit/explorer/fields";
import { Handle } from "../../kit/plot/handle";
import { Plot, type Point } from "../../kit/plot/plot";
import { colours } from "../../kit/plot/colours";
import { painted, type Ramp, ramp } from "../../kit/plot/tint";
import { probability } from "../../kit/network/losses";
import type { Labelled } from "./data";
import { EDGE, FINE, type Learned } from "./learning";

const WIDTH = 312;
const STILL = 5; // pixels that a tap may move
const NEAR = 14; // pixels from a point that is still meant
const SIDE: NumberField = {
  kind: "number", label: "", min: -EDGE, max: EDGE, step: 0.1, initial: 0,
};

interface Acts {
  /** The handle was led to another place. */
  move(): void;
  add(at: Point): void;
  /** A point that was added is dragged. */
  drag(which: number, to: Point): void;
}

export class Plane {
  readonly plot = new Plot({
    label: "The points, and what the network says of each place",
    height: 300,
    x: { title: "x₁", domain: [-EDGE, EDGE], ticks: 5 },
    y: { title: "x₂", domain: [-EDGE, EDGE], ticks: 5 },
  });
  private readonly canvas = canvas("The points, and what the network says of each place");
  private readonly handle: Handle;
  /** Where the handle is. */
  at: Point = [0, 0];
  /** Points that were added by hand. */
  own: readonly Labelled[] = [];
  private held = -1; // the one of them that is dragged

  constructor(signal: AbortSignal, private readonly acts: Acts) {
    this.plot.element.classList.add("plane");
    this.plot.element.prepend(this.canvas);
    this.handle = new Handle(this.plot, {
      label: "Place of a new point", across: SIDE, up: SIDE,
      onMove: (at, by) => this.move(at, by === "move"),
    }, signal);
    this.listen(signal);
  }

  /** Lay it out, and return how wide it is. */
  fit(width: number): number {
    const used = Math.min(width, WIDTH);
    this.plot.fit(used);
    return used;
  }

  /** Draw what the network says on the grid, and the points it learns from. */
  draw({ logits, places, labels }: Learned): void {
    const [left, right] = this.plot.x.range() as [number, number];
    const [bottom, top] = this.plot.y.range() as [number, number];
    Object.assign(this.canvas.style, { left: `${left}px`, top: `${top}px` });
    paint(this.canvas, right - left, bottom - top, (context, w, h) => {
      const colour = colours();
      this.tint(context, logits, w, h, ramp(colour.blue, colour.paper, colour.orange));
      boundary(context, logits, w, h, colour.ink);
      dots(context, places, labels, w, h, [colour.blue, colour.orange, colour.paper]);
    });
  }

  /** Show the handle, and what the network says there. */
  show(logit: number | null): void {
    const [x, y] = this.at;
    const share = logit === null || Number.isNaN(logit) ? "nothing"
      : `${Math.round(100 * probability(logit))} % orange`;
    this.handle.show(this.at, `x₁ ${x}, x₂ ${y}; the network says ${share}. Enter adds a point.`);
  }

  private move(at: Point, goesOn: boolean): void {
    this.at = at;
    if (!goesOn) this.held = this.nearest(at);
    else if (this.held >= 0) return this.acts.drag(this.held, at);
    this.acts.move();
  }

  // Which of the added points is meant at a place; -1 if none is near.
  private nearest(at: Point): number {
    const { x, y } = this.plot;
    const far = this.own.map((one) => Math.hypot(x(one[0]) - x(at[0]), y(one[1]) - y(at[1])));
    const least = Math.min(...far);
    return least < NEAR ? far.indexOf(least) : -1;
  }

  private tint(
    context: CanvasRenderingContext2D, logits: Float64Array, w: number, h: number, colour: Ramp,
  ): void {
    painted(context, [FINE, FINE], colour,
      (i) => 0.6 * (2 * probability(logits[i]!) - 1), 0, 0, w, h);
  }

  private listen(signal: AbortSignal): void {
    let from = [0, 0];
    this.plot.svg.addEventListener("pointerdown", (event) => {
      from = [event.clientX, event.clientY];
    }, { signal });
    this.plot.svg.addEventListener("click", (event) => {
      const moved = Math.hypot(event.clientX - from[0]!, event.clientY - from[1]!);
      const [x, y] = this.plot.at(event);
      const isInside = Math.max(Math.abs(x), Math.abs(y)) <= EDGE;
      if (moved < STILL && isInside && this.held < 0) this.acts.add([x, y]);
    }, { signal });
    this.plot.above.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      this.acts.add(this.at);
    }, { signal });
  }
}

// Where the network is undecided: the contour, without the frame of the plane.
function boundary(
  context: CanvasRenderingContext2D, logits: Float64Array, w: number, h: number, ink: string,
): void {
  const grid = Array.from(logits.subarray(0, FINE * FINE), (z) => (Number.isNaN(z) ? -1 : z));
  const { coordinates } = contours().size([FINE, FINE]).contour(grid, 0);
  const isOut = (a: number): boolean => a < 0.6 || a > FINE - 0.6;
  context.beginPath();
  for (const ring of coordinates.flat()) {
    ring.forEach(([x = 0, y = 0], i) => {
      const [bx = x, by = y] = ring[i - 1] ?? [];
      const isFrame = (isOut(x) && isOut(bx)) || (isOut(y) && isOut(by));
      if (i && !isFrame) context.lineTo((x / FINE) * w, (y / FINE) * h);
      else context.moveTo((x / FINE) * w, (y / FINE) * h);
    });
  }
  Object.assign(context, { strokeStyle: ink, lineWidth: 1.5 });
  context.stroke();
}

function dots(
  context: CanvasRenderingContext2D, x: Float64Array, y: Float64Array, w: number, h: number,
  [blue, orange, paper]: [string, string, string],
): void {
  context.strokeStyle = paper;
  context.lineWidth = 1;
  y.forEach((label, i) => {
    context.beginPath();
    context.arc(((x[2 * i]! + EDGE) / (2 * EDGE)) * w, ((EDGE - x[2 * i + 1]!) / (2 * EDGE)) * h,
      3.6, 0, 2 * Math.PI);
    context.fillStyle = label ? orange : blue;
    context.fill();
    context.stroke();
  });
}
