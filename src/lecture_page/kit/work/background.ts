// The page's side of work that takes longer than a frame. A view asks in every
// drawing, and shows what is known: of the question or, until that comes, of
// an earlier one. Then the view is busy, which `aria-busy` says.

import { set } from "../page/dom";
import { SITE } from "../page/place";
import { type Answered, type Asked, type Begin, Desk } from "./desk";

const SLICE = 9; // milliseconds in a frame, if the page has to work itself

/** What a view hands on of its stage. */
interface Place {
  readonly root: HTMLElement;
  readonly signal: AbortSignal;
  refresh(): void;
}
export interface Known<Q, A> {
  readonly question: Q;
  readonly answer: A;
}

export class Background<Q extends object, A> {
  private known: Known<Q, A> | null = null;
  private asked: Asked<Q> | null = null;
  private key = "";
  private isBusy_ = false;
  private send: (asked: Asked<Q>) => void;

  /** Work as `explorers/NAME/worker/main.ts` does, which begins the same jobs. */
  constructor(name: string, private readonly begin: Begin<Q, A>, private readonly place: Place) {
    this.send = () => undefined;
    this.employ(new URL(`assets/page/explorers/${name}/worker.js`, SITE));
  }

  /** Whether what is known is not yet all of what was asked for. */
  get isBusy(): boolean {
    return this.isBusy_;
  }

  /** Ask, and return what is known by now; null if that is nothing. */
  ask(question: Q): Known<Q, A> | null {
    const key = JSON.stringify(question);
    if (key !== this.key) {
      this.key = key;
      this.asked = { id: (this.asked?.id ?? 0) + 1, question: { ...question } };
      this.isBusy_ = true;
      set(this.place.root, { "aria-busy": "true" });
      this.send(this.asked);
    }
    return this.known;
  }

  private employ(script: URL): void {
    const { signal } = this.place;
    try {
      const worker = new Worker(script, { type: "module" });
      signal.addEventListener("abort", () => worker.terminate());
      worker.onmessage = ({ data }: MessageEvent<Answered<Q, A>>) => this.hear(data);
      worker.onerror = (event) => {
        event.preventDefault();
        worker.terminate();
        this.workHere();
      };
      this.send = (asked) => worker.postMessage(asked);
    } catch {
      this.workHere();
    }
  }

  private workHere(): void {
    const frame = (): Promise<void> => new Promise((done) => { requestAnimationFrame(() => done()); });
    const desk = new Desk(this.begin, (answered) => this.hear(answered), SLICE, frame);
    this.send = (asked) => desk.ask(asked);
    if (this.isBusy_ && this.asked) this.send(this.asked);
  }

  private hear({ id, question, answer, isWhole }: Answered<Q, A>): void {
    if (this.place.signal.aborted) return;
    this.known = { question, answer };
    this.isBusy_ = !isWhole || id !== this.asked?.id;
    set(this.place.root, { "aria-busy": this.isBusy_ ? "true" : null });
    this.place.refresh();
  }
}
