// Histograms of some layers: the units above, the gradients on their weights
// below, each scaled to its tallest bar.

import { html, say, set, svg } from "../../kit/page/dom";
import { shown } from "../../kit/page/numbers";
import { BINS, histogram, type Passed, type Stack } from "./model";

const MOST = 6; // layers that fit beside each other on a phone
const BAR = 62; // pixels, the tallest
const GAP = 8;
const HEIGHT = 212;
/** Where the histograms of units end: tanh ends at 1, and others do not. */
const REACH = { tanh: 1.02, relu: 3, leaky_relu: 3, identity: 3 } as const;
const KINDS = ["units", "gradients"] as const;

export class Histograms {
  private readonly svg = svg("svg", { class: "plot", role: "img" });
  readonly element = html("div", { class: "explorer__plot" }, this.svg);
  private readonly columns = Array.from({ length: MOST }, () => new Column());

  constructor() {
    this.element.style.height = `${HEIGHT}px`;
    this.svg.append(...this.columns.map((column) => column.element));
  }

  /** Draw up to six of the layers, the first and the last among them. */
  draw(stack: Stack, passed: Passed[], bend: keyof typeof REACH, width: number): void {
    const layers = looked(passed.length);
    set(this.svg, {
      width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`,
      "aria-label": `Histograms of the units and of the gradients on the weights in layers ${
        layers.map((l) => l + 1).join(", ")}`,
    });
    const side = (width - GAP * (MOST - 1)) / MOST;
    const reach = 3 * passed[passed.length - 1]!.weights || 1;
    this.columns.forEach((column, i) => {
      const l = layers[i];
      column.element.style.display = l === undefined ? "none" : "";
      if (l === undefined) return;
      set(column.element, { transform: `translate(${i * (side + GAP)} 0)` });
      column.draw(side, [
        [`h${raised(l + 1)}`, stack.hidden[l]!, REACH[bend], passed[l]!.units],
        [`W${raised(l + 1)}`, stack.layers[l]!.dWeight, reach, passed[l]!.weights],
      ]);
    });
  }
}

type Row = readonly [name: string, values: Float64Array, reach: number, rms: number];

class Column {
  readonly element = svg("g");
  private readonly rows = KINDS.map((kind, i) => {
    const colour = i ? "orange" : "blue";
    return {
      bars: svg("path", { class: `plot__bar plot__bar--${colour}` }),
      base: svg("line", { class: "plot__rule" }),
      name: svg("text", { class: `plot__text plot__text--${colour}`, "text-anchor": "middle" }),
      size: svg("text", { class: "plot__text plot__text--small", "text-anchor": "middle" }),
      top: i * (HEIGHT / KINDS.length), kind,
    };
  });

  constructor() {
    for (const { bars, base, name, size } of this.rows) this.element.append(bars, base, name, size);
  }

  draw(width: number, rows: readonly Row[]): void {
    this.rows.forEach(({ bars, base, name, size, top }, i) => {
      const [called, values, reach, rms] = rows[i]!;
      const bottom = top + 18 + BAR;
      set(bars, { d: outline(histogram(values, reach), width, bottom) });
      set(base, { x1: 0, x2: width, y1: bottom, y2: bottom });
      set(name, { x: width / 2, y: top + 12 });
      set(size, { x: width / 2, y: bottom + 16 });
      say(name, called);
      say(size, shown(Number(rms.toPrecision(2))));
    });
  }
}

function outline(counts: number[], width: number, bottom: number): string {
  const tallest = Math.max(...counts);
  return counts.map((count, i) => {
    const [left, high] = [(i * width) / BINS, (count / tallest) * BAR];
    return count ? `M${left} ${bottom}v${-high}h${width / BINS}v${high}z` : "";
  }).join("");
}

// Layers that are looked at, evenly spread.
function looked(depth: number): number[] {
  const many = Math.min(MOST, depth);
  return Array.from({ length: many }, (_, i) =>
    Math.round((i * (depth - 1)) / Math.max(1, many - 1)));
}

function raised(layer: number): string {
  return String(layer).replace(/\d/g, (d) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(d)] ?? d);
}
