// What each hidden unit sees: the plane again, once for each of them.

import { canvas, paint } from "../../kit/plot/canvas";
import { html, say } from "../../kit/page/dom";
import { colours } from "../../kit/plot/colours";
import { painted, ramp } from "../../kit/plot/tint";
import { ACROSS, type Learned } from "./learning";

const HEIGHT = 120;
const GAP = 6;
const MOST_UNITS = 8;
const STRENGTH = 0.75; // of colours, so that they stay calm

export class Tiles {
  readonly element = html("div", { class: "explorer__plot tiles" });
  private readonly canvas = canvas("What each hidden unit sees");
  private readonly caption = html("p", { class: "explorer__note" });

  constructor() {
    this.element.append(this.caption, this.canvas);
  }

  /** Draw hidden units as they were looked at. */
  draw({ hidden }: Learned, layers: number, units: number, width: number): void {
    say(this.caption, layers
      ? "What each hidden unit sees, a row for each layer: orange where it is positive."
      : "There is no hidden layer: the output reads the two coordinates.");
    this.canvas.setAttribute("aria-label",
      `What each of ${units} units in ${layers} hidden layers sees`);
    const side = Math.min((width - GAP * (MOST_UNITS - 1)) / MOST_UNITS,
      (HEIGHT - GAP * (layers - 1)) / Math.max(1, layers));
    paint(this.canvas, width, HEIGHT, (context) => {
      const colour = colours();
      const tint = ramp(colour.blue, colour.paper, colour.orange);
      for (let l = 0; l < layers; l += 1) {
        for (let unit = 0; unit < units; unit += 1) {
          const [left, top] = [unit * (side + GAP), l * (side + GAP)];
          const seen = (i: number): number => hidden[l]![i * units + unit]!;
          const most = largest(seen);
          painted(context, [ACROSS, ACROSS], tint, (i) => (STRENGTH * seen(i)) / most,
            left, top, side, side);
          context.strokeStyle = colour.muted;
          context.strokeRect(left + 0.5, top + 0.5, side - 1, side - 1);
        }
      }
    });
  }
}

function largest(seen: (i: number) => number): number {
  let most = 1e-9;
  for (let i = 0; i < ACROSS ** 2; i += 1) most = Math.max(most, Math.abs(seen(i)));
  return most;
}
