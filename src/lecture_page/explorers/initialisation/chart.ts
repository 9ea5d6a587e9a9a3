// The map of scales and layers: where a signal dies, is kept, or explodes.

import { canvas, paint } from "../../kit/plot/canvas";
import type { NumberField } from "../../kit/explorer/fields";
import { shown } from "../../kit/page/numbers";
import { Handle } from "../../kit/plot/handle";
import { Plot } from "../../kit/plot/plot";
import { colours } from "../../kit/plot/colours";
import { painted, ramp } from "../../kit/plot/tint";
import { type Bend, critical, MOST_LAYERS } from "./model";
import { COLUMNS, type Mapped } from "./sending";

const FACTOR = 1000; // colours end where so much is lost, or gained
const STRENGTH = 0.75; // of colours, so that they stay calm

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
  private painted = "";
  private known: Mapped | null = null;

  constructor(scale: NumberField, signal: AbortSignal, onScale: (scale: number) => void) {
    this.plot.element.classList.add("plane");
    this.plot.element.prepend(this.canvas);
    this.handle = new Handle(this.plot, {
      label: "Scale s, in the map", across: scale,
      onMove: ([x]) => onScale(x),
    }, signal);
  }

  /** Draw what is known of the map. */
  draw(
    bend: Bend, kind: Kind, at: { scale: number; depth: number }, map: Mapped | null,
    width: number,
  ): void {
    const { plot } = this;
    plot.fit(width);
    this.paint(kind, map);
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
  }

  // It stays as it is while the scale moves.
  private paint(kind: Kind, map: Mapped | null): void {
    const [left, right] = this.plot.x.range() as [number, number];
    const [bottom, top] = this.plot.y.range() as [number, number];
    const colour = colours();
    const wanted = [kind, left, right, window.devicePixelRatio, ...Object.values(colour)].join();
    const isKnown = this.known?.known === COLUMNS && isSame(map, this.known);
    if (isKnown && wanted === this.painted) return;
    this.painted = wanted;
    this.known = map;
    Object.assign(this.canvas.style, { left: `${left}px`, top: `${top}px` });
    paint(this.canvas, right - left, bottom - top, (context, w, h) => {
      const tint = ramp(colour.blue, colour.paper, colour.orange);
      painted(context, [COLUMNS, MOST_LAYERS], tint,
        (i) => left_(map, kind, i % COLUMNS, Math.floor(i / COLUMNS)), 0, 0, w, h);
    });
  }
}

function isSame(a: Mapped | null, b: Mapped | null): boolean {
  return a?.known === b?.known && (a?.units.every((value, i) => value === b?.units[i]) ?? true);
}

// Negative where less is left, positive where more is; rows begin at the top.
function left_(map: Mapped | null, kind: Kind, column: number, row: number): number {
  if (!map || column >= map.known) return 0;
  const layer = kind === "units" ? MOST_LAYERS - 1 - row : row;
  const value = map[kind][column * MOST_LAYERS + layer]!;
  const power = Math.log(value || Number.MIN_VALUE) / Math.log(FACTOR);
  return STRENGTH * Math.max(-1, Math.min(1, power));
}

function decade(value: number): string {
  return [0.1, 0.3, 1, 3, 10, 30].includes(Number(value.toPrecision(6))) ? shown(value) : "";
}
