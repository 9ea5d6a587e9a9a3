// An explorer from question to stage: it asks, opens, listens, draws, and
// keeps its state in the address.

import css from "./explorer.css";
import { AddressWriter, fragmentOf, onLinkTo, queryOf } from "./address";
import { quiet } from "./buttons";
import { Panel } from "./panel";
import { html, say } from "../page/dom";
import { wear } from "../page/sheets";
import { type Fields, initial, type Problems, readState, type State, writeState } from "./fields";
import { oncePerFrame, prefersStillness } from "../plot/frames";
import { ask, part, reveal } from "./prediction";
import { Speech } from "./speech";
import { onTheme } from "../plot/colours";

/** What an explorer is given to build its view with. */
export interface Stage<F extends Fields> {
  /** Where the view is put. */
  readonly root: HTMLElement;
  /** Ends with the explorer: hand it to every listener, loop and watcher. */
  readonly signal: AbortSignal;
  /** Change the state, as a control or a drag does. */
  change(part: Partial<State<F>>): void;
  /** Draw again in the next frame, though the state is the same. */
  redraw(): void;
  /** Say and draw again: of the same state, more is known now. */
  refresh(): void;
}
export interface View<F extends Fields> {
  /** Draw a state in a width in pixels; called at most once per frame. */
  draw(state: State<F>, width: number): void;
  /** Say what is seen, in a sentence or two; null while that is not known. */
  says(state: State<F>): string | null;
  /** Tell which controls mean something in this state; all by default. */
  uses?(state: State<F>): readonly (keyof F)[];
}
export interface Explorer<F extends Fields> {
  readonly name: string;
  readonly fields: F;
  view(stage: Stage<F>): View<F>;
}
export type Mount = (container: HTMLElement) => () => void;

/** Return how an explorer is brought to its place in a page. */
export function mountable<F extends Fields>(explorer: Explorer<F>): Mount {
  return (container) => {
    wear(css);
    const mounted = new Mounted(explorer, container);
    return () => mounted.end();
  };
}

class Mounted<F extends Fields> {
  private readonly end_ = new AbortController();
  private readonly asWritten: Node[];
  private state: State<F>;
  private problems: Problems = {};
  private opened: ((touched: boolean, isHeard: boolean) => void) | null = null;
  private address: AddressWriter | null = null;

  constructor(
    private readonly explorer: Explorer<F>,
    private readonly container: HTMLElement,
  ) {
    this.asWritten = [...container.cloneNode(true).childNodes];
    this.state = initial(explorer.fields);
    ask(container, (said) => this.open(said));
    const { signal } = this.end_;
    addEventListener("hashchange", () => this.follow(), { signal });
    onLinkTo(explorer.name, () => this.leave(), () => this.follow(), signal);
    container.toggleAttribute("data-mounted", true);
    this.follow();
  }

  /** Leave the place as it was found. */
  end(): void {
    this.end_.abort();
    this.container.replaceChildren(...this.asWritten);
    this.container.toggleAttribute("data-mounted", false);
  }

  /** Take the state that the address says, if it is ours. */
  private follow(): void {
    const query = queryOf(this.explorer.name);
    if (query === null) return;
    const read = readState(this.explorer.fields, query);
    this.state = read.state;
    this.problems = read.problems;
    const isOpen = this.opened !== null;
    this.open("");
    this.opened?.(false, isOpen);
    part(this.container, "stage").scrollIntoView({
      block: "start", behavior: prefersStillness() ? "auto" : "smooth",
    });
  }

  // Whoever opened it by a guess has no address yet to come back to.
  private leave(): void {
    this.address?.writeNow(writeState(this.explorer.fields, this.state));
  }

  private open(said: string): void {
    if (this.opened) return;
    const { container, explorer } = this;
    const { signal } = this.end_;
    reveal(container, said);
    const stage = html("div", { class: "explorer__stage" });
    const panel = new Panel(explorer.name, explorer.fields, (name, value) =>
      change({ [name]: value } as Partial<State<F>>));
    const root = html("div", { class: "explorer__view" });
    const speech = new Speech(signal);
    const link = html("a", { class: "explorer__link" }, "Link to this state");
    const again = quiet("As in the beginning", () => change(initial(explorer.fields)));
    stage.append(panel.element, speech.element, root, speech.spoken,
      html("p", { class: "explorer__more" }, again, link));
    part(container, "answer").after(stage);

    const address = this.address = new AddressWriter(explorer.name, signal);
    const drawNow = (): void => {
      const width = root.clientWidth;
      if (width) view.draw(this.state, width);
    };
    const draw = oncePerFrame(drawNow, signal);
    let isSilent = true;
    const refresh = (): void => {
      speech.say(view.says(this.state), isSilent);
      draw();
    };
    const shown = (touched: boolean, isHeard: boolean): void => {
      isSilent = !isHeard;
      const query = writeState(explorer.fields, this.state);
      panel.show(this.state, view.uses?.(this.state), touched ? {} : this.problems);
      link.href = fragmentOf(explorer.name, query);
      if (touched) address.write(query);
      refresh();
    };
    const change = (changes: Partial<State<F>>): void => {
      Object.assign(this.state, changes);
      shown(true, true);
    };
    const view = explorer.view({ root, signal, change, redraw: draw, refresh });
    const watcher = new ResizeObserver(draw);
    watcher.observe(root);
    signal.addEventListener("abort", () => watcher.disconnect());
    onTheme(draw, signal);
    linkTries(container, explorer.name);
    this.opened = shown;
    shown(false, false);
    drawNow(); // all at once, as high as it will be
  }
}

// What is to be tried stands in the page as words, and leads there only now.
function linkTries(container: HTMLElement, name: string): void {
  for (const words of container.querySelectorAll<HTMLElement>("[data-state]")) {
    const href = fragmentOf(name, words.dataset["state"] ?? "");
    const link = html("a", { href, class: "explorer__try" });
    link.append(...words.childNodes);
    words.replaceWith(link);
  }
  say(part(container, "tries-title"), "Try this");
}
