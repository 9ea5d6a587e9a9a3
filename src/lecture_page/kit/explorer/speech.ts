// A sentence of what happens, for those who hear it. While something is
// dragged it would never end, so only the last one is said.

import { html, say } from "../page/dom";

const PAUSE = 700; // milliseconds without a change

export class Speech {
  readonly element = html("p", { class: "explorer__says", "aria-live": "polite" });
  private waits: number | undefined;

  constructor(private readonly signal: AbortSignal) {
    signal.addEventListener("abort", () => clearTimeout(this.waits));
  }

  /** Say a sentence when nothing has changed for a while; or at once. */
  say(sentence: string, atOnce = false): void {
    clearTimeout(this.waits);
    if (this.signal.aborted) return;
    if (atOnce) say(this.element, sentence);
    else this.waits = setTimeout(() => say(this.element, sentence), PAUSE);
  }
}
