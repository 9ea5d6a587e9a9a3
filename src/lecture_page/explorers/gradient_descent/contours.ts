// The map of a loss, drawn as soon as its lines are known.

import type { Stage } from "../../kit/explorer/explorer";
import { set, svg } from "../../kit/page/dom";
import type { Plot } from "../../kit/plot/plot";
import { atOnce } from "../../kit/work/desk";
import { Background } from "../../kit/work/background";
import { levels, type Mapped } from "./levels";
import type { Run } from "./model";
import type { F } from "./state";

export class Contours {
  private readonly lines = svg("g", { class: "contours" });
  private readonly work: Background<Mapped, string[]>;
  private drawn: readonly string[] = [];

  constructor(private readonly plot: Plot, stage: Stage<F>) {
    this.work = new Background("gradient_descent", atOnce(levels), stage);
    plot.inside.prepend(this.lines);
  }

  /** Draw the loss of a run from -half to half across, and up. */
  draw({ surface, condition, turn }: Run, half: number, up: number): void {
    const isValley = surface === "valley"; // others have neither
    const known = this.work.ask({
      surface, condition: isValley ? condition : 1, turn: isValley ? turn : 0, half, up });
    if (!known) return;
    const { answer, question } = known;
    const [x, y] = [this.plot.x(0), this.plot.y(0)];
    const [right, top] = [this.plot.x(question.half), this.plot.y(question.up)];
    set(this.lines, { transform: `translate(${x} ${y}) scale(${right - x} ${top - y})` });
    if (answer === this.drawn) return;
    this.drawn = answer;
    const wanted = answer.map((_, i) => this.lines.children[i] ?? svg("path"));
    answer.forEach((d, i) => set(wanted[i]!, { d }));
    this.lines.replaceChildren(...wanted);
  }
}
