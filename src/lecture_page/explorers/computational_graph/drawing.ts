// The graph as it is seen: values above the nodes, gradients below them, and
// inputs that are edited where they stand.

import { html, say, set, svg } from "../../kit/page/dom";
import { shown } from "../../kit/page/numbers";
import { layout, type Place } from "./layout";
import type { Node } from "./model";

export interface Seen {
  readonly values: readonly (number | null)[];
  readonly gradients: readonly (number | null)[];
  /** The node at work, if any, and whether it works backwards. */
  readonly active: number | null;
  readonly isBackward: boolean;
}
const SIGNS: Readonly<Record<string, string>> = { "*": "×", "/": "÷", "-": "−", neg: "−" };
const ROW = 92;
const NARROWEST = 82; // pixels of a column
const [LEFT, TOP, RADIUS] = [48, 50, 19];
const FIELD = 68; // pixels of an input's width

interface Drawn {
  readonly circle: SVGCircleElement;
  readonly value: SVGTextElement;
  readonly gradient: SVGTextElement;
  readonly field: HTMLInputElement | null;
}

export class Drawing {
  readonly element = html("div", {
    class: "graph", role: "group", tabindex: 0, "aria-label": "The graph" });
  private readonly picture = svg("svg", { class: "plot", "aria-hidden": "true" });
  private nodes: readonly Node[] = [];
  private places: Place[] = [];
  private drawn: Drawn[] = [];
  private width = 0;

  constructor(private readonly onEdit: (name: string, text: string) => void) {}

  /** Take another graph. */
  take(nodes: readonly Node[]): void {
    this.nodes = nodes;
    this.places = layout(nodes);
    this.width = 0;
  }

  /** Show a step, in a width in pixels. */
  show(seen: Seen, width: number): void {
    if (width !== this.width) this.build(width);
    this.drawn.forEach(({ circle, value, gradient, field }, place) => {
      const isActive = place === seen.active;
      const side = seen.isBackward ? "backward" : "forward";
      set(circle, { class: `graph__node${isActive ? ` graph__node--${side}` : ""}` });
      const known = seen.values[place] ?? null;
      if (!field) say(value, known === null ? "" : shown(known));
      else if (document.activeElement !== field) field.value = plain(known);
      const back = seen.gradients[place] ?? null;
      say(gradient, back === null ? "" : shown(back));
    });
  }

  private build(width: number): void {
    this.width = width;
    const columns = 1 + Math.max(0, ...this.places.map(({ column }) => column));
    const rows = 1 + Math.max(0, ...this.places.map(({ row }) => row));
    const between = columns > 1
      ? Math.max(NARROWEST, Math.min(230, (width - 2 * LEFT) / (columns - 1))) : 0;
    const size = { width: Math.max(width, 2 * LEFT + between * (columns - 1)), height: ROW * rows };
    const at = ({ column, row }: Place): [number, number] => [LEFT + between * column, TOP + ROW * row];
    set(this.picture, { ...size, viewBox: `0 0 ${size.width} ${size.height}` });
    this.picture.replaceChildren(...this.edges(at));
    const fields = html("div", { class: "graph__fields" });
    this.drawn = this.nodes.map((node, place) => this.node(node, at(this.places[place] ?? {
      column: 0, row: 0 }), fields));
    this.element.replaceChildren(this.picture, fields);
  }

  private edges(at: (place: Place) => [number, number]): SVGLineElement[] {
    return this.nodes.flatMap((node, to) => node.inputs.map((from) => {
      const [a, b] = [this.places[from], this.places[to]];
      const [[x1, y1], [x2, y2]] = [at(a ?? { column: 0, row: 0 }), at(b ?? { column: 0, row: 0 })];
      return svg("line", { x1, y1, x2, y2, class: "graph__edge" });
    }));
  }

  private node(node: Node, [x, y]: [number, number], fields: HTMLElement): Drawn {
    const circle = svg("circle", { cx: x, cy: y, r: RADIUS });
    const label = SIGNS[node.label] ?? node.label;
    const text = { "text-anchor": "middle", x };
    const value = svg("text", { ...text, y: y - 27, class: "plot__text plot__text--blue" });
    const gradient = svg("text", { ...text, y: y + 35, class: "plot__text plot__text--orange" });
    const name = label.length > 5 ? `${label.slice(0, 4)}…` : label;
    this.picture.append(circle, svg("text", { ...text, y: y + 4.5 }, name), value, gradient);
    const isInput = !node.gate && node.isVariable;
    return { circle, value, gradient, field: isInput ? this.field(node.label, x, y, fields) : null };
  }

  private field(name: string, x: number, y: number, fields: HTMLElement): HTMLInputElement {
    const field = html("input", {
      type: "text", inputmode: "decimal", autocomplete: "off", class: "graph__field",
      "aria-label": `Value of ${name}`, maxlength: 12,
    });
    field.style.left = `${x - FIELD / 2}px`;
    field.style.top = `${y - RADIUS - 29}px`;
    field.addEventListener("input", () => this.onEdit(name, field.value));
    fields.append(field);
    return field;
  }
}

function plain(value: number | null): string {
  return value === null ? "" : String(Number(value.toPrecision(12)));
}
