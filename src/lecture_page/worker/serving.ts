// Answers a page: loads Python, runs programs, marks exercises.

import type { CheckRequest, Reply, Request, RunRequest, Start } from "../kit/python/messages";
import { load, NotLoaded, type Read } from "./loading";
import { Batches } from "./output";
import type { PageModule } from "./pyodide";

const NO_WEBASSEMBLY = "This browser has no WebAssembly, so no Python runs here.";
const NO_MEMORY =
  "There is not enough memory for this: make it smaller, or close other pages, and run it again.";
const TOO_DEEP =
  "The calls went too deep and Python ended: does a function call itself without an end?";

/** What the worker and a page exchange messages through. */
export interface Port {
  postMessage(reply: Reply): void;
  onmessage: ((event: { data: Start | Request }) => void) | null;
}

/** Answer whoever is at the other end, one request after the other. */
export function serve(port: Port, read: Read, loaded: () => void = () => {}): void {
  let live: PageModule | null = null;
  const begin = async (start: Start): Promise<void> => {
    const started = performance.now();
    if (typeof WebAssembly === "undefined") throw new NotLoaded(NO_WEBASSEMBLY);
    live = await load(start, read, (loaded, total) =>
      port.postMessage({ type: "progress", loaded, total }),
    );
    loaded();
    port.postMessage({ type: "ready", seconds: (performance.now() - started) / 1000 });
  };
  const answer = async (asked: Start | Request): Promise<void> => {
    if (asked.type === "start") await begin(asked);
    else if (!live) throw new NotLoaded("Python was asked before it was loaded.");
    else if (asked.type === "run") run(live, asked, port);
    else check(live, asked, port);
  };
  let last = Promise.resolve();
  port.onmessage = ({ data }) => {
    last = last.then(() => answer(data)).catch((error: unknown) => {
      port.postMessage({ type: "failed", what: sentence(error) });
    });
  };
}

function run(live: PageModule, { id, code, name, recorded }: RunRequest, port: Port): void {
  const printed = new Batches((text) => port.postMessage({ type: "output", id, text }));
  const write = (text: string): void => printed.add(text);
  const show = (svg: string, alt: string): void => {
    printed.flush();
    port.postMessage({ type: "figure", id, svg, alt });
  };
  try {
    const result = JSON.parse(live.run_as_json(code, name, recorded, write, show));
    printed.flush();
    port.postMessage({ type: "done", id, ...result });
  } finally {
    printed.flush();
  }
}

function check(live: PageModule, { id, exercise, code }: CheckRequest, port: Port): void {
  const marked = JSON.parse(live.check_as_json(JSON.stringify(exercise), code));
  port.postMessage({ type: "checked", id, ...marked });
}

/** Say what ended Python itself, not a program in it. */
function sentence(error: unknown): string {
  if (error instanceof NotLoaded) return error.message;
  const said = String(error);
  if (/memory|allocat/i.test(said)) return NO_MEMORY;
  if (/call stack|recursion/i.test(said)) return TOO_DEEP;
  const last = said.trim().split("\n").pop() ?? "";
  return `Python has stopped (${last}). Run it again, and it begins anew.`;
}
