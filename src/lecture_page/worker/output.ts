// What a program prints, sent to the page a few times a second.

const PAUSE = 50; // milliseconds between two messages

/** Collects texts and passes them on, not more often than is read. */
export class Batches {
  private texts: string[] = [];
  private sent = 0;

  constructor(private readonly send: (text: string) => void) {}

  /** Take a text; it is sent now or with those that follow. */
  add(text: string): void {
    this.texts.push(text);
    if (performance.now() - this.sent >= PAUSE) this.flush();
  }

  /** Send what is left. */
  flush(): void {
    if (this.texts.length) this.send(this.texts.join(""));
    this.texts = [];
    this.sent = performance.now();
  }
}
