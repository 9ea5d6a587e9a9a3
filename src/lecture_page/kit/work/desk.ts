// Work that takes longer than a frame: in slices, the latest question first.
// The same code runs in a worker and, where there is none, in the page.

/** Work on one question. */
export interface Job<A> {
  /** Go on for some milliseconds; tell whether that was all. */
  go(milliseconds: number): boolean;
  /** What is known by now. */
  answer(): A;
}
export type Begin<Q, A> = (question: Q) => Job<A>;
export interface Asked<Q> {
  readonly id: number;
  readonly question: Q;
}
export interface Answered<Q, A> extends Asked<Q> {
  readonly answer: A;
  /** Whether nothing more will come. */
  readonly isWhole: boolean;
}

/** Return how a function of a model is a job: done at once. */
export function atOnce<Q, A>(of: (question: Q) => A): Begin<Q, A> {
  return (question) => ({ go: () => true, answer: () => of(question) });
}

/** Works on one question at a time; of those that wait only the last is kept. */
export class Desk<Q, A> {
  private next: Asked<Q> | null = null;
  private isAtWork = false;

  constructor(
    private readonly begin: Begin<Q, A>,
    private readonly onAnswer: (answered: Answered<Q, A>) => void,
    private readonly slice: number, // milliseconds
    private readonly pause: () => Promise<void>,
  ) {}

  ask(asked: Asked<Q>): void {
    this.next = asked;
    if (!this.isAtWork) void this.work();
  }

  // A question that takes longer than a slice gives way to a later one.
  private async work(): Promise<void> {
    this.isAtWork = true;
    try {
      await this.pause();
      while (this.next) {
        const asked = this.next;
        this.next = null;
        const job = this.begin(asked.question);
        for (let isWhole = false; !isWhole && !this.next; await this.pause()) {
          isWhole = job.go(this.slice);
          this.onAnswer({ ...asked, answer: job.answer(), isWhole });
        }
      }
    } catch (error) {
      setTimeout(() => { throw error; }); // a promise would keep it
    }
    this.isAtWork = false;
  }
}
