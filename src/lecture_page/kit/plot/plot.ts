// A plot in SVG: axes, and marks that are made once and moved afterwards.
// It is laid out in pixels of the page, so that its text is never small.

import { extent } from "d3-array";
import { line } from "d3-shape";
import { type Attributes, html, say, set, svg } from "../page/dom";
import { type Box, dotted } from "./dots";
import { type Axis, drawn, leftOf, type Legend, legend, type Scale, scale } from "./axes";

export type { Axis } from "./axes";
export type Point = readonly [x: number, y: number];

export interface Plan {
  /** What the plot shows, in a sentence, for those who do not see it. */
  readonly label: string;
  readonly height: number;
  readonly x: Axis;
  readonly y: Axis;
  /** What lines are called, in their colours: above the axes, over no line. */
  readonly legend?: Legend;
}
const MARGIN = { top: 12, right: 16, bottom: 40 };
const LEGEND = 18; // pixels, its line

interface Mark {
  readonly element: SVGElement;
  attributes: Attributes;
}

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
  private left = 0;
  private readonly axes = svg("g", { class: "plot__axes" });
  private readonly title: SVGTitleElement;
  private readonly legend: SVGTextElement;
  private readonly marks = new Map<string, Mark>();
  private readonly top: number;

  constructor(private readonly plan: Plan) {
    this.top = MARGIN.top + (plan.legend ? LEGEND : 0);
    this.legend = legend(plan.legend ?? []);
    this.x = scale(plan.x);
    this.y = scale(plan.y);
    this.title = svg("title", {}, plan.label);
    this.svg = svg("svg", { class: "plot", role: "group", "aria-label": plan.label });
    this.svg.append(this.title, this.axes, this.legend, this.inside, this.above);
    this.element = html("div", { class: "explorer__plot" }, this.svg);
    this.element.style.height = `${plan.height}px`;
  }

  /** Lay the axes out for a width in pixels, if anything of them changed. */
  fit(width: number): void {
    const wanted = [width, ...this.x.domain(), ...this.y.domain()].join();
    if (wanted === this.laidOut) return;
    this.laidOut = wanted;
    this.width = width;
    const { height, y } = this.plan;
    const left = this.left = Math.max(this.left, leftOf(y, this.y)); // it never swings
    const right = Math.max(left + 1, width - MARGIN.right);
    const bottom = height - MARGIN.bottom;
    this.x.range([left, right]);
    this.y.range([bottom, this.top]);
    set(this.svg, { width, height, viewBox: `0 0 ${width} ${height}` });
    const size = { width: right - left, height: bottom - this.top };
    set(this.inside, {
      x: left, y: this.top, ...size, viewBox: `${left} ${this.top} ${size.width} ${size.height}`,
    });
    this.axes.replaceChildren(...drawn(this.plan, this.x, this.y));
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
    this.mark(name, "path", { class: "plot__line", ...attributes, d: path(points) ?? "" });
  }

  /** Draw many dots as one mark; arrows at the edge lead to what is beyond the axes. */
  dots(name: string, points: Iterable<Point>, r: number, colour: string): void {
    const each = Array.from(points, (at) => [this.x(at[0]), this.y(at[1])] as const)
      .filter((at) => at.every(Number.isFinite));
    const { dots, arrows } = dotted(each, this.box, r);
    this.mark(name, "path", {
      class: `plot__line plot__line--${colour} plot__line--dots`, style: `stroke-width:${2 * r}`,
      d: dots,
    });
    const beyond = `${name}, beyond`;
    if (!arrows && !this.marks.has(beyond)) return;
    this.mark(beyond, "path", { class: `plot__bar plot__bar--${colour}`, d: arrows });
  }

  /** Draw a dot. */
  dot(name: string, at: Point, attributes: Attributes = {}): void {
    this.mark(name, "circle", {
      class: "plot__dot", r: 5, ...attributes, ...this.place(at, "cx", "cy") });
  }

  /** Draw a straight line between two points. */
  rule(name: string, from: Point, to: Point, attributes: Attributes = {}): void {
    this.mark(name, "line", {
      class: "plot__rule", ...attributes,
      ...this.place(from, "x1", "y1"), ...this.place(to, "x2", "y2"),
    });
  }

  /** Draw a bar between two corners. */
  bar(name: string, from: Point, to: Point, attributes: Attributes = {}): void {
    const [x, y] = [[this.x(from[0]), this.x(to[0])], [this.y(from[1]), this.y(to[1])]];
    const [[left = 0, right = 0], [top = 0, bottom = 0]] = [extent(x), extent(y)] as
      [[number, number], [number, number]];
    this.mark(name, "rect", {
      class: "plot__bar", ...attributes,
      x: left, y: top, width: right - left, height: bottom - top,
    });
  }

  /** Write a text at a point. */
  text(name: string, at: Point, words: string, attributes: Attributes = {}): void {
    say(this.mark(name, "text", {
      class: "plot__text", ...attributes, ...this.place(at, "x", "y") }), words);
  }

  /** Take away a mark, or all whose name begins so. */
  drop(beginning: string): void {
    for (const [name, mark] of this.marks) {
      if (!name.startsWith(beginning)) continue;
      mark.element.remove();
      this.marks.delete(name);
    }
  }

  /** Return the numbers at a place of the screen. */
  at(event: { clientX: number; clientY: number }): Point {
    const box = this.svg.getBoundingClientRect();
    return [this.x.invert(event.clientX - box.left), this.y.invert(event.clientY - box.top)];
  }

  private get box(): Box {
    const [[left = 0, right = 0], [bottom = 0, top = 0]] = [this.x.range(), this.y.range()];
    return { left, right, top, bottom };
  }

  private place([x, y]: Point, nameX: string, nameY: string): Attributes {
    return { [nameX]: drawable(this.x(x)), [nameY]: drawable(this.y(y)) };
  }

  private mark<K extends keyof SVGElementTagNameMap>(
    name: string, tag: K, attributes: Attributes,
  ): SVGElement {
    const known = this.marks.get(name);
    if (known) {
      // What is said again as it is would still cost a browser its time.
      const changed = Object.entries(attributes).filter(([key, value]) =>
        known.attributes[key] !== value);
      known.attributes = attributes;
      return set(known.element, Object.fromEntries(changed));
    }
    const element = svg(tag, attributes);
    this.marks.set(name, { element, attributes });
    this.inside.append(element);
    return element;
  }
}

// A browser complains of a place that is no number.
function drawable(place: number): number {
  return Number.isFinite(place) ? place : -1e4;
}
