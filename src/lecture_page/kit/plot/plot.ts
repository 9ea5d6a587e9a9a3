// A plot in SVG: axes, and marks that are made once and moved afterwards.
// It is laid out in pixels of the page, so that its text is never small.

import { extent } from "d3-array";
import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from "d3-scale";
import { line } from "d3-shape";
import { type Attributes, html, say, set, svg } from "../page/dom";
import { shown } from "../page/numbers";

export type Point = readonly [x: number, y: number];
type Scale = ScaleContinuousNumeric<number, number>;

export interface Axis {
  readonly title: string;
  readonly domain: readonly [number, number];
  readonly log?: boolean;
  /** How many ticks are wanted, about. */
  readonly ticks?: number;
  readonly tick?: (value: number) => string;
}
export interface Plan {
  /** What the plot shows, in a sentence, for those who do not see it. */
  readonly label: string;
  readonly height: number;
  readonly x: Axis;
  readonly y: Axis;
}
const MARGIN = { top: 12, right: 12, bottom: 40, left: 52 };

export class Plot {
  readonly svg: SVGSVGElement;
  readonly element: HTMLElement;
  /** What marks are put into; what lies outside the axes is cut off. */
  readonly inside = svg("svg", { class: "plot__inside" });
  /** What may reach over the axes, such as handles. */
  readonly above = svg("g");
  readonly x: Scale;
  readonly y: Scale;
  width = 0;
  private laidOut = "";
  private readonly axes = svg("g", { class: "plot__axes" });
  private readonly title: SVGTitleElement;
  private readonly marks = new Map<string, SVGElement>();

  constructor(private readonly plan: Plan) {
    this.x = scale(plan.x);
    this.y = scale(plan.y);
    this.title = svg("title", {}, plan.label);
    this.svg = svg("svg", { class: "plot", role: "group", "aria-label": plan.label });
    this.svg.append(this.title, this.axes, this.inside, this.above);
    this.element = html("div", { class: "explorer__plot" }, this.svg);
    this.element.style.height = `${plan.height}px`;
  }

  /** Lay the axes out for a width in pixels, if anything of them changed. */
  fit(width: number): void {
    const wanted = [width, ...this.x.domain(), ...this.y.domain()].join();
    if (wanted === this.laidOut) return;
    this.laidOut = wanted;
    this.width = width;
    const { height } = this.plan;
    const right = Math.max(MARGIN.left + 1, width - MARGIN.right);
    this.x.range([MARGIN.left, right]);
    this.y.range([height - MARGIN.bottom, MARGIN.top]);
    set(this.svg, { width, height, viewBox: `0 0 ${width} ${height}` });
    const [left, bottom] = [MARGIN.left, height - MARGIN.bottom];
    const size = { width: right - left, height: bottom - MARGIN.top };
    set(this.inside, {
      x: left, y: MARGIN.top, ...size,
      viewBox: `${left} ${MARGIN.top} ${size.width} ${size.height}`,
    });
    this.drawAxes(left, right, bottom);
  }

  /** Take other bounds, from the next `fit` on. */
  domain(x: readonly [number, number], y: readonly [number, number]): void {
    this.x.domain(x);
    this.y.domain(y);
    if (this.width) this.fit(this.width);
  }

  /** Say what the plot shows now. */
  label(text: string): void {
    say(this.title, text);
    set(this.svg, { "aria-label": text });
  }

  /** Draw a line through points; a number that is none leaves a gap. */
  line(name: string, points: Iterable<Point>, attributes: Attributes = {}): void {
    const path = line<Point>((p) => this.x(p[0]), (p) => this.y(p[1]))
      .defined((p) => Number.isFinite(this.x(p[0])) && Number.isFinite(this.y(p[1])));
    const mark = this.mark(name, "path", { class: "plot__line", ...attributes });
    set(mark, { d: path(points) ?? "" });
  }

  /** Draw a dot. */
  dot(name: string, at: Point, attributes: Attributes = {}): void {
    const mark = this.mark(name, "circle", { class: "plot__dot", r: 5, ...attributes });
    set(mark, this.place(at, "cx", "cy"));
  }

  /** Draw a straight line between two points. */
  rule(name: string, from: Point, to: Point, attributes: Attributes = {}): void {
    const mark = this.mark(name, "line", { class: "plot__rule", ...attributes });
    set(mark, { ...this.place(from, "x1", "y1"), ...this.place(to, "x2", "y2") });
  }

  /** Draw a bar between two corners. */
  bar(name: string, from: Point, to: Point, attributes: Attributes = {}): void {
    const mark = this.mark(name, "rect", { class: "plot__bar", ...attributes });
    const [x, y] = [[this.x(from[0]), this.x(to[0])], [this.y(from[1]), this.y(to[1])]];
    const [[left = 0, right = 0], [top = 0, bottom = 0]] = [extent(x), extent(y)] as
      [[number, number], [number, number]];
    set(mark, { x: left, y: top, width: right - left, height: bottom - top });
  }

  /** Write a text at a point. */
  text(name: string, at: Point, words: string, attributes: Attributes = {}): void {
    const mark = this.mark(name, "text", { class: "plot__text", ...attributes });
    set(mark, this.place(at, "x", "y"));
    say(mark, words);
  }

  /** Take away a mark, or all whose name begins so. */
  drop(beginning: string): void {
    for (const [name, mark] of this.marks) {
      if (!name.startsWith(beginning)) continue;
      mark.remove();
      this.marks.delete(name);
    }
  }

  /** Return the numbers at a place of the screen. */
  at(event: { clientX: number; clientY: number }): Point {
    const box = this.svg.getBoundingClientRect();
    return [this.x.invert(event.clientX - box.left), this.y.invert(event.clientY - box.top)];
  }

  private place([x, y]: Point, nameX: string, nameY: string): Attributes {
    return { [nameX]: drawable(this.x(x)), [nameY]: drawable(this.y(y)) };
  }

  private mark<K extends keyof SVGElementTagNameMap>(
    name: string, tag: K, attributes: Attributes,
  ): SVGElement {
    const known = this.marks.get(name);
    if (known) return set(known, attributes);
    const made = svg(tag, attributes);
    this.marks.set(name, made);
    this.inside.append(made);
    return made;
  }

  private drawAxes(left: number, right: number, bottom: number): void {
    const { x, y } = this.plan;
    const narrow = right - left < 320;
    const across = this.x.ticks(x.ticks ?? (narrow ? 5 : 8)).map((value) => {
      const at = this.x(value);
      return [
        svg("line", { x1: at, x2: at, y1: MARGIN.top, y2: bottom }),
        svg("text", { x: at, y: bottom + 16, "text-anchor": "middle" }, told(x, value)),
      ];
    });
    const up = this.y.ticks(y.ticks ?? 5).map((value) => {
      const at = this.y(value);
      return [
        svg("line", { x1: left, x2: right, y1: at, y2: at }),
        svg("text", { x: left - 7, y: at + 4, "text-anchor": "end" }, told(y, value)),
      ];
    });
    const middle = (MARGIN.top + bottom) / 2;
    this.axes.replaceChildren(
      ...across.flat(), ...up.flat(),
      svg("text", { x: (left + right) / 2, y: bottom + 34, "text-anchor": "middle" }, x.title),
      svg("text", {
        transform: `translate(12 ${middle}) rotate(-90)`, "text-anchor": "middle",
      }, y.title),
    );
  }
}

function told(axis: Axis, value: number): string {
  return (axis.tick ?? shown)(value);
}

function scale(axis: Axis): Scale {
  return (axis.log ? scaleLog() : scaleLinear()).domain(axis.domain);
}

// A browser complains of a place that is no number.
function drawable(place: number): number {
  return Number.isFinite(place) ? place : -1e4;
}
