// A sentence of what happens: seen at once, and said to those who hear it when
// nothing has changed for a while. While something is dragged it would never
// end.

import { html, say } from "../page/dom";

const PAUSE = 700; // milliseconds without a change
const HEARD = 5000; // until which it is said: nobody shall read it twice

export class Speech {
  readonly element = html("p", { class: "explorer__says" });
  readonly spoken = html("p", { class: "explorer__spoken", "aria-live": "polite" });
  private waits: number | undefined;

  constructor(private readonly signal: AbortSignal) {
    signal.addEventListener("abort", () => clearTimeout(this.waits));
  }

  /** Show a sentence, and say it; null while the last one is not yet replaced. */
  say(sentence: string | null, isSilent = false): void {
    clearTimeout(this.waits);
    if (sentence === null || this.signal.aborted) return;
    say(this.element, sentence);
    if (!isSilent) this.waits = setTimeout(() => this.speak(sentence), PAUSE);
  }

  private speak(sentence: string): void {
    say(this.spoken, sentence);
    this.waits = setTimeout(() => say(this.spoken, ""), HEARD);
  }
}
