// What a program prints, sent to the page a few times a second.

const PAUSE = 50; // milliseconds between two messages, in the long run
const BURST = 20; // what comes seldom is sent at once, as nothing wakes this

/** Collects texts and passes them on, not more often than is read. */
export class Batches {
  private texts: string[] = [];
  private sent = performance.now();
  private allowed = BURST;

  constructor(private readonly send: (text: string) => void) {}

  /** Take a text; it is sent now or with those that follow. */
  add(text: string): void {
    this.texts.push(text);
    const rested = (performance.now() - this.sent) / PAUSE;
    if (this.allowed + rested >= 1) this.flush();
  }

  /** Send what is left. */
  flush(): void {
    if (!this.texts.length) return;
    this.send(this.texts.join(""));
    this.texts = [];
    const now = performance.now();
    this.allowed = Math.min(BURST, this.allowed + (now - this.sent) / PAUSE) - 1;
    this.sent = now;
  }
}
