// The map of scales and layers: where a signal dies, is kept, or explodes.

import { canvas, paint } from "../../kit/plot/canvas";
import type { NumberField } from "../../kit/explorer/fields";
import { shown } from "../../kit/page/numbers";
import { Handle } from "../../kit/plot/handle";
import { Plot } from "../../kit/plot/plot";
import { colours } from "../../kit/plot/colours";
import { painted, ramp } from "../../kit/plot/tint";
import { type Bend, critical, MOST_LAYERS, type Passed, Stack } from "./model";

const COLUMNS = 41; // scales that are tried
const FACTOR = 1000; // colours end where so much is lost, or gained
const STRENGTH = 0.75; // of colours, so that they stay calm
const SLICE = 7; // milliseconds in a frame

/** Which of the two is looked at. */
export type Kind = "units" | "blame";

export class Chart {
  readonly plot = new Plot({
    label: "What is left of the signal, by scale and layers",
    height: 270,
    x: { title: "scale s", domain: [0.1, 40], log: true, ticks: 3, tick: decade },
    y: { title: "layers passed", domain: [0.5, MOST_LAYERS + 0.5], ticks: 5 },
  });
  private readonly canvas = canvas("What is left of the signal, by scale and layers");
  private readonly handle: Handle;
  private readonly scales: number[];
  private stack: Stack | null = null;
  private key = "";
  private columns: Passed[][] = [];

  constructor(scale: NumberField, signal: AbortSignal, onScale: (scale: number) => void) {
    const { min, max } = scale;
    this.scales = Array.from({ length: COLUMNS }, (_, i) =>
      min * (max / min) ** ((i + 0.5) / COLUMNS));
    this.plot.element.classList.add("plane");
    this.plot.element.prepend(this.canvas);
    this.handle = new Handle(this.plot, {
      label: "Scale s, in the map", across: { ...scale, step: 0.05 },
      onMove: ([x]) => onScale(x),
    }, signal);
  }

  /** Draw what is known of the map; tell whether that is all. */
  draw(
    bend: Bend, kind: Kind, at: { scale: number; depth: number }, weights: [number, number],
    width: number,
  ): boolean {
    this.follow(bend, weights);
    const isWhole = this.goOn(bend);
    const { plot } = this;
    plot.fit(width);
    const [left, right] = plot.x.range() as [number, number];
    const [bottom, top] = plot.y.range() as [number, number];
    Object.assign(this.canvas.style, { left: `${left}px`, top: `${top}px` });
    paint(this.canvas, right - left, bottom - top, (context, w, h) => {
      const colour = colours();
      const tint = ramp(colour.blue, colour.paper, colour.orange);
      painted(context, [COLUMNS, MOST_LAYERS], tint,
        (i) => this.left(kind, i % COLUMNS, Math.floor(i / COLUMNS)), 0, 0, w, h);
    });
    const line = critical(bend);
    const most = MOST_LAYERS + 1;
    plot.rule("critical", [line, 0], [line, most], { class: "plot__rule plot__rule--line" });
    plot.rule("scale", [at.scale, 0], [at.scale, most], {
      class: "plot__rule plot__rule--input" });
    plot.text("name of the line", [line * 1.12, 1.2], `s = ${shown(line)}`);
    const what = kind === "units" ? "signal" : "gradient";
    plot.label(`What is left of the ${what} by scale and layers: it dies below the scale ${
      shown(line)}${kind === "blame" || bend !== "tanh" ? " and explodes above it" : ""}`);
    this.handle.show([at.scale, at.depth], `s = ${shown(at.scale)}, ${at.depth} layers`);
    return isWhole;
  }

  private follow(bend: Bend, [width, seed]: [number, number]): void {
    if (this.stack?.width !== width || this.stack.seed !== seed) {
      this.stack = new Stack(width, MOST_LAYERS, seed);
      this.key = "";
    }
    if (this.key !== bend) this.columns = [];
    this.key = bend;
  }

  private goOn(bend: Bend): boolean {
    const end = performance.now() + SLICE;
    while (this.columns.length < COLUMNS && performance.now() < end) {
      this.columns.push(this.stack!.send(bend, this.scales[this.columns.length]!));
    }
    return this.columns.length === COLUMNS;
  }

  // Negative where less is left, positive where more is; rows begin at the top.
  private left(kind: Kind, column: number, row: number): number {
    const passed = this.columns[column];
    if (!passed) return 0;
    const l = kind === "units" ? MOST_LAYERS - 1 - row : row;
    const power = Math.log(passed[l]![kind] || Number.MIN_VALUE) / Math.log(FACTOR);
    return STRENGTH * Math.max(-1, Math.min(1, power));
  }
}

function decade(value: number): string {
  return [0.1, 0.3, 1, 3, 10, 30].includes(Number(value.toPrecision(6))) ? shown(value) : "";
}
