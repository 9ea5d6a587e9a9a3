// What is dragged in a plot: by mouse, pen and finger anywhere in the plot,
// and by arrow keys. To a screen reader it is a slider.

import { set, svg } from "../page/dom";
import { numberAt, placeOf, type Range, shown, snapped } from "../page/numbers";
import type { Plot, Point } from "./plot";
import { onStrokes } from "./strokes";

interface Moves {
  readonly label: string;
  /** The field that follows the handle across, and the one up, if any. */
  readonly across: Range;
  readonly up?: Range;
  /** It was led to a place: by keys, or by a stroke that begins or goes on. */
  onMove(at: Point, by: "keys" | "begin" | "move"): void;
}
const KEYS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1],
};
const FAST = 10; // steps with the page keys, or with Shift

export class Handle {
  private at: Point = [0, 0];
  private readonly dot = svg("circle", { class: "plot__handle", r: 9 });
  private readonly element: SVGGElement;

  constructor(
    private readonly plot: Plot,
    private readonly moves: Moves,
    signal: AbortSignal,
  ) {
    const { label, across } = moves;
    // A finger's touch is not smaller than 44 pixels.
    this.element = svg("g", {
      class: "plot__grip", role: "slider", tabindex: 0, "aria-label": label,
      "aria-valuemin": across.min, "aria-valuemax": across.max,
    }, svg("circle", { r: 22.5, class: "plot__target" }), this.dot);
    plot.above.append(this.element);
    onStrokes(plot.svg, {
      begin: (event) => this.grasp(event), move: (event) => this.move(plot.at(event), "move"),
    }, signal);
    this.element.addEventListener("keydown", (event) => this.press(event), { signal });
  }

  /** Put the handle at a point, and say its value. */
  show(at: Point, said = shown(at[0])): void {
    this.at = at;
    const [x, y] = [this.plot.x(at[0]), this.plot.y(at[1])];
    const [bottom = 0, top = 0] = this.plot.y.range();
    const seen = Number.isFinite(y) ? Math.min(bottom, Math.max(top, y)) : bottom;
    set(this.element, {
      transform: `translate(${x} ${seen})`, "aria-valuenow": at[0], "aria-valuetext": said,
    });
  }

  private grasp(event: PointerEvent): void {
    this.element.focus({ preventScroll: true });
    this.move(this.plot.at(event), "begin");
  }

  private press(event: KeyboardEvent): void {
    const { across, up } = this.moves;
    const times = event.shiftKey ? FAST : 1;
    const [dx, dy] = KEYS[event.key] ?? [0, 0];
    const one = !up && dy ? [dy, 0] : [dx, dy]; // up is more, as of any slider
    const far = { PageUp: FAST, PageDown: -FAST }[event.key] ?? 0;
    const end = { Home: across.min, End: across.max }[event.key];
    if (!dx && !dy && !far && end === undefined) return;
    event.preventDefault();
    const steps = (one[0] ?? 0) * times + far;
    const x = end ?? numberAt(across, placeOf(across, this.at[0]) + steps * across.step);
    this.move([x, this.at[1] + (one[1] ?? 0) * times * (up?.step ?? 0)], "keys");
  }

  private move([x, y]: Point, by: "keys" | "begin" | "move"): void {
    const { across, up, onMove } = this.moves;
    onMove([snapped(across, x), up ? snapped(up, y) : y], by);
  }
}
