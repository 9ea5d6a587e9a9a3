// A grip in a plot that tells strokes from keys: a pencil, or a bump's top.

import { set, svg } from "../../kit/page/dom";
import type { Plot, Point } from "../../kit/plot/plot";
import { onStrokes } from "../../kit/plot/strokes";

interface Moves {
  /** The pointer is at a place; it begins there, or comes from another. */
  drag(at: Point, begins: boolean): void;
  /** An arrow key was pressed: one step across, or up. */
  press(across: number, up: number): void;
}
const KEYS: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1],
  PageUp: [0, 5], PageDown: [0, -5], Home: [-100, 0], End: [100, 0],
};

export class Grip {
  private readonly element = svg("g", { class: "plot__grip", role: "slider", tabindex: 0 },
    svg("circle", { r: 22.5, class: "plot__target" }),
    svg("circle", { r: 8, class: "plot__handle" }));

  constructor(private readonly plot: Plot, moves: Moves, signal: AbortSignal) {
    plot.above.append(this.element);
    onStrokes(plot.svg, {
      begin: (event) => {
        this.element.focus({ preventScroll: true });
        moves.drag(plot.at(event), true);
      },
      move: (event) => moves.drag(plot.at(event), false),
    }, signal);
    this.element.addEventListener("keydown", (event) => {
      const by = KEYS[event.key];
      if (!by) return;
      event.preventDefault();
      const times = event.shiftKey ? 5 : 1;
      moves.press(by[0] * times, by[1] * times);
    }, { signal });
  }

  /** Put the grip at a point; say what it is, and where. */
  show(at: Point, label: string, said: string, now: number, ends: Point): void {
    set(this.element, {
      transform: `translate(${this.plot.x(at[0])} ${this.plot.y(at[1])})`,
      "aria-label": label, "aria-valuetext": said, "aria-valuenow": now,
      "aria-valuemin": ends[0], "aria-valuemax": ends[1],
    });
  }
}
