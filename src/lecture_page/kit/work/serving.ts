// The worker's side: it hears questions of a page, and answers them.

import { type Asked, type Begin, Desk } from "./desk";

const SLICE = 60; // milliseconds until a picture goes on, or a later question is heard

/** Answer what the page asks, for as long as the worker lives. */
export function serve<Q, A>(begin: Begin<Q, A>): void {
  const pause = (): Promise<void> => new Promise((done) => { setTimeout(done); });
  const desk = new Desk(begin, (answered) => postMessage(answered), SLICE, pause);
  addEventListener("message", ({ data }: MessageEvent<Asked<Q>>) => desk.ask(data));
}
