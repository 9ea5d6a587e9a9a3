// Histograms of some layers: the units above, the gradients on their weights
// below, each scaled to its tallest bar.

import { html, say, set, svg } from "../../kit/page/dom";
import { shown } from "../../kit/page/numbers";
import { BINS } from "./model";
import { MOST_LOOKED, type Sent } from "./sending";

const BAR = 62; // pixels, the tallest
const GAP = 8;
const HEIGHT = 212;
const NARROW = 64; // pixels of a column, as on a phone
const KINDS = ["units", "gradients"] as const;

export class Histograms {
  private readonly svg = svg("svg", { class: "plot", role: "img" });
  readonly element = html("div", { class: "explorer__plot" }, this.svg);
  private readonly columns = Array.from({ length: MOST_LOOKED }, () => new Column());

  constructor() {
    this.element.style.height = `${HEIGHT}px`;
    this.svg.append(...this.columns.map((column) => column.element));
  }

  /** Draw the layers that are looked at. */
  draw({ passed, looked }: Sent, width: number): void {
    set(this.svg, {
      width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`,
      "aria-label": `Histograms of the units and of the gradients on the weights in layers ${
        looked.map(({ layer }) => layer + 1).join(", ")}`,
    });
    const side = (width - GAP * (MOST_LOOKED - 1)) / MOST_LOOKED;
    this.columns.forEach((column, i) => {
      const each = looked[i];
      column.element.style.display = each ? "" : "none";
      if (!each) return;
      const { layer, units, weights } = each;
      set(column.element, { transform: `translate(${i * (side + GAP)} 0)` });
      column.draw(side, [
        [`h${raised(layer + 1)}`, units, passed[layer]!.units],
        [`W${raised(layer + 1)}`, weights, passed[layer]!.weights],
      ]);
    });
  }
}

type Row = readonly [name: string, counts: readonly number[], rms: number];

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
      const [called, counts, rms] = rows[i]!;
      const bottom = top + 18 + BAR;
      set(bars, { d: outline(counts, width, bottom) });
      set(base, { x1: 0, x2: width, y1: bottom, y2: bottom });
      set(name, { x: width / 2, y: top + 12 });
      set(size, { x: width / 2, y: bottom + 16 });
      say(name, called);
      say(size, width < NARROW ? brief(rms) : shown(Number(rms.toPrecision(2))));
    });
  }
}

function outline(counts: readonly number[], width: number, bottom: number): string {
  const tallest = Math.max(...counts);
  return counts.map((count, i) => {
    const [left, high] = [(i * width) / BINS, (count / tallest) * BAR];
    return count ? `M${left} ${bottom}v${-high}h${width / BINS}v${high}z` : "";
  }).join("");
}

// A power of ten takes the room of a digit and of spaces.
function brief(rms: number): string {
  return shown(Number(rms.toPrecision(rms >= 1e-3 && rms < 1e5 ? 2 : 1))).replace(/\s/g, "");
}

function raised(layer: number): string {
  return String(layer).replace(/\d/g, (d) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(d)] ?? d);
}
