// A small network that learns, played, stepped and set back.

import { allow, quiet } from "../../kit/explorer/buttons";
import { html, say } from "../../kit/page/dom";
import { type Explorer, mountable, type Stage, type View } from "../../kit/explorer/explorer";
import type { State } from "../../kit/explorer/fields";
import { colours } from "../../kit/plot/colours";
import { everyFrame, prefersStillness } from "../../kit/plot/frames";
import { Background, type Known } from "../../kit/work/background";
import { ACTIVATIONS } from "../../kit/network/activations";
import { byHand, DATA, withMoved, withOne, wrongByHand } from "./data";
import { type Asked, EDGE, Learner, type Learned } from "./learning";
import { Losses } from "./losses";
import { sameRun, type Setup, setupOf } from "./model";
import { Plane } from "./plane";
import { saysOf } from "./says";
import { Tiles } from "./tiles";

const MOST_EPOCHS = 1000;
const fields = {
  data: { kind: "choice", label: "Data", options: DATA, initial: "xor" },
  noise: { kind: "number", label: "Noise", min: 0, max: 0.6, step: 0.05, initial: 0.25 },
  layers: { kind: "number", label: "Layers", min: 0, max: 3, step: 1, initial: 1 },
  units: { kind: "number", label: "Units", min: 1, max: 8, step: 1, initial: 2 },
  activation: { kind: "choice", label: "Activation", options: ACTIVATIONS, initial: "tanh" },
  start: {
    kind: "choice", label: "Start", initial: "xavier",
    options: {
      xavier: "Xavier", kaiming: "Kaiming", small: "Small: 0.01", zeros: "All at zero",
    },
  },
  lr: {
    kind: "number", label: "Step size", min: 1e-3, max: 10, step: 0.05, initial: 0.1,
    scale: "log",
  },
  batch: {
    kind: "choice", label: "Batch", initial: "10",
    options: { 1: "1 sample", 10: "10 samples", all: "All samples" },
  },
  l2: { kind: "number", label: "L2, λ", min: 0, max: 0.02, step: 5e-4, initial: 0 },
  dropout: { kind: "number", label: "Dropout", min: 0, max: 0.8, step: 0.05, initial: 0 },
  epochs: { kind: "number", label: "Epochs", min: 0, max: MOST_EPOCHS, step: 1, initial: 0 },
  seed: { kind: "number", label: "Seed", min: 0, max: 999, step: 1, initial: 0, hidden: true },
  points: {
    kind: "text", label: "Points", longest: 400, initial: "", wrong: wrongByHand, hidden: true,
  },
} as const;
type F = typeof fields;

const FAR = 60; // epochs to go, which is said
const PER_SECOND = 60; // epochs
const WIDE = 560; // pixels from which two plots stand side by side
const GAP = 8;

class SmallNetwork implements View<F> {
  private readonly work: Background<Asked, Learned>;
  private painted: { learned: Learned; look: string } | null = null;
  private stop: (() => void) | null = null;
  private state: State<F> | null = null;
  private readonly plane: Plane;
  private readonly tiles = new Tiles();
  private readonly losses = new Losses();
  private readonly play = quiet(
    prefersStillness() ? "Learn for 100 epochs" : "Play", () => this.toggle());
  private readonly one = quiet("One epoch", () => this.goOn(1));
  private readonly none = quiet("From the start", () => this.stage.change({ epochs: 0 }));
  private readonly back = quiet("Take a point away", () => this.takeAway());
  private readonly label = html("select", {},
    html("option", { value: "0" }, "blue point"), html("option", { value: "1" }, "orange point"));

  constructor(private readonly stage: Stage<F>) {
    const learner = new Learner();
    this.work = new Background("small_network", (asked) => learner.begin(asked), stage);
    this.plane = new Plane(stage.signal, {
      move: () => stage.refresh(),
      add: ([x, y]) => this.add(x, y),
      drag: (which, to) =>
        stage.change({ points: withMoved(this.state?.points ?? "", which, to) }),
    });
    stage.root.classList.add("learning");
    stage.root.append(this.buttons(), this.plane.plot.element, this.losses.plot.element,
      this.byHand(), this.tiles.element);
  }

  uses(state: State<F>): (keyof F)[] {
    const all = Object.keys(fields) as (keyof F)[];
    const hidden: (keyof F)[] = ["units", "activation", "dropout"];
    return state.layers ? all : all.filter((name) => !hidden.includes(name));
  }

  draw(state: State<F>, width: number): void {
    const known = this.ask(state);
    const used = this.plane.fit(width);
    this.plane.own = byHand(state.points);
    const learned = known?.answer ?? null;
    this.losses.draw(learned, MOST_EPOCHS, width >= WIDE ? width - used - GAP : width);
    this.plane.show(learned?.logit ?? null);
    for (const further of [this.play, this.one]) allow(further, state.epochs < MOST_EPOCHS);
    allow(this.none, state.epochs > 0);
    allow(this.back, state.points !== "");
    if (known) this.paint(known, width);
  }

  says(state: State<F>): string | null {
    const known = this.ask(state);
    if (!known) return null;
    const { question: { setup }, answer } = known;
    if (!this.work.isBusy) return saysOf(setup, answer);
    const isFar = state.epochs - answer.epochs > FAR && sameRun(setup, state as Setup);
    return isFar ? `It learns: epoch ${answer.epochs} of ${state.epochs}.` : null;
  }

  private ask(state: State<F>): Known<Asked, Learned> | null {
    this.state = state;
    return this.work.ask({ setup: setupOf(state as Setup), epochs: state.epochs, at: this.plane.at });
  }

  // What was painted stays, until there is something else to be seen.
  private paint({ question: { setup }, answer }: Known<Asked, Learned>, width: number): void {
    const look = [width, window.devicePixelRatio, ...Object.values(colours())].join();
    if (this.painted?.learned === answer && this.painted.look === look) return;
    this.painted = { learned: answer, look };
    this.plane.draw(answer);
    this.tiles.draw(answer, setup.layers, setup.units, width);
  }

  private buttons(): HTMLElement {
    const other = quiet("Another start", () =>
      this.stage.change({ seed: ((this.state?.seed ?? 0) + 1) % (fields.seed.max + 1) }));
    this.play.classList.remove("explorer__button--quiet");
    return html("div", { class: "learning__buttons" }, this.play, this.one, this.none, other);
  }

  private byHand(): HTMLElement {
    return html("div", { class: "learning__buttons" },
      html("label", {}, "A tap or Enter adds a ", this.label), this.back);
  }

  private toggle(): void {
    if (prefersStillness()) this.goOn(100);
    else if (this.stop) this.pause();
    else {
      this.stop = everyFrame((seconds) => this.frame(seconds), this.stage.signal);
      say(this.play, "Pause");
    }
  }

  private frame(seconds: number): boolean {
    // Who cannot keep up waits, rather than losing sight of the network.
    if (!this.work.isBusy) this.goOn(Math.max(1, Math.round(seconds * PER_SECOND)));
    const goesOn = (this.state?.epochs ?? 0) < MOST_EPOCHS;
    if (!goesOn) this.pause();
    return goesOn;
  }

  private pause(): void {
    this.stop?.();
    this.stop = null;
    say(this.play, "Play");
  }

  private goOn(epochs: number): void {
    const reached = (this.state?.epochs ?? 0) + epochs;
    this.stage.change({ epochs: Math.min(MOST_EPOCHS, reached) });
  }

  private add(x: number, y: number): void {
    const [a, b] = [x, y].map((at) => Math.max(-EDGE, Math.min(EDGE, at))) as [number, number];
    const points = withOne(this.state?.points ?? "", [a, b, Number(this.label.value)]);
    this.stage.change({ points });
  }

  private takeAway(): void {
    const points = (this.state?.points ?? "").split(";").slice(0, -1).join(";");
    this.stage.change({ points });
  }
}

const explorer: Explorer<F> = {
  name: "small_network", fields, view: (stage) => new SmallNetwork(stage),
};
export const mount = mountable(explorer);
export { fields };
export * as model from "./model";
