// Python for the whole visit: one worker, which outlives the pages that are
// exchanged, and one program at a time. Whoever asks meanwhile waits.

import type { Checked, Done, Reply, Request, Start } from "./messages";
import { SITE } from "../page/place";

const RUNTIME = new URL("assets/runtime/", SITE);
const NO_WEBASSEMBLY =
  "This browser has no WebAssembly, so no Python runs here. Take the file " +
  "or the notebook at the end of the page, and run it on your machine.";
const NOT_LOADED =
  "Python could not be loaded. Perhaps there is no network; try again.";

/** What happens to a program; all but the end may never be heard. */
export interface Listener {
  waits(): void;
  loads(loaded: number, total: number): void;
  begins(): void;
  prints(text: string): void;
  draws(svg: string, alt: string): void;
  /** It has ended, in whatever way. */
  ends(result: Done | Checked): void;
  /** It did not come to an end, and why: null if the reader stopped it. */
  breaks(what: string | null): void;
}

export interface Job {
  request: Request;
  listener: Listener;
}

type Wanted = Request extends infer R ? R extends Request ? Omit<R, "id"> : never : never;

let worker: Worker | null = null;
let isReady = false;
let current: Job | null = null;
let waiting: Job[] = [];
let nJobs = 0;
let files: Promise<Start> | null = null;

/** Say how much is loaded before the first program; nothing when kept. */
export async function weightToLoad(): Promise<string> {
  const bytes = await bytesToLoad().catch(() => 0);
  return bytes ? `loads ${(bytes / 1e6).toFixed(1)} MB once` : "";
}

async function bytesToLoad(): Promise<number> {
  if (isReady) return 0;
  const start = await manifest();
  if (await areKept(start)) return 0;
  return start.files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Tell whether the site's worker has kept all of them since an earlier run. */
async function areKept({ files }: Start): Promise<boolean> {
  if (!("caches" in self)) return false;
  const kept = files.map(({ name }) => caches.match(new URL(name, RUNTIME)));
  return (await Promise.all(kept)).every((answer) => answer !== undefined);
}

/** Run or check a program as soon as those before it have ended. */
export function submit(wanted: Wanted, listener: Listener): Job {
  nJobs += 1;
  const job: Job = { request: { ...wanted, id: nJobs }, listener };
  waiting.push(job);
  if (current) listener.waits();
  else void next();
  return job;
}

/** End a program at once, and with it the worker that runs it. */
export function stop(job: Job): void {
  waiting = waiting.filter((other) => other !== job);
  if (job === current) {
    endWorker();
    current = null;
    void next();
  }
  job.listener.breaks(null);
}

/** Let go of a program whose page was left: a warm worker stays warm. */
export function leave(job: Job): void {
  const isLoading = job === current && !isReady;
  if (isLoading) job.listener = { ...job.listener, ...DEAF };
  else if (job === current || waiting.includes(job)) stop(job);
}

const nothing = (): void => {};
const DEAF = { loads: nothing, begins: nothing, ends: nothing, breaks: nothing };

async function next(): Promise<void> {
  current = waiting.shift() ?? null;
  const job = current;
  if (!job) return;
  try {
    if (!isReady) await startWorker(job);
    if (job !== current) return;
    job.listener.begins();
    worker?.postMessage(job.request);
  } catch (error) {
    if (job === current) breakDown(error instanceof Failure ? error.message : NOT_LOADED);
  }
}

class Failure extends Error {}

async function startWorker(job: Job): Promise<void> {
  if (typeof WebAssembly === "undefined") throw new Failure(NO_WEBASSEMBLY);
  job.listener.loads(0, 0);
  const start = await manifest();
  if (job !== current) return;
  const made = new Worker(new URL("assets/page/worker.js", SITE), { type: "module" });
  worker = made;
  await new Promise<void>((begun, failed) => {
    made.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.type === "ready") {
        isReady = true;
        begun();
      } else if (data.type === "failed" && !isReady) {
        failed(new Failure(data.what));
      } else {
        hear(data);
      }
    };
    made.onerror = () => {
      failed(new Failure(NOT_LOADED));
      if (isReady) breakDown("Python has stopped. Run again: it begins anew.");
    };
    made.postMessage(start);
  });
}

function hear(reply: Reply): void {
  const listener = current?.listener;
  if (!listener) return;
  if (reply.type === "progress") listener.loads(reply.loaded, reply.total);
  if (reply.type === "failed") breakDown(reply.what);
  if (!("id" in reply) || reply.id !== current?.request.id) return;
  if (reply.type === "output") listener.prints(reply.text);
  else if (reply.type === "figure") listener.draws(reply.svg, reply.alt);
  else {
    current = null;
    listener.ends(reply);
    void next();
  }
}

/** The worker is of no more use, whatever waits for it. */
function breakDown(what: string): void {
  const jobs = current ? [current, ...waiting] : waiting;
  endWorker();
  current = null;
  waiting = [];
  for (const { listener } of jobs) listener.breaks(what);
}

function endWorker(): void {
  worker?.terminate();
  worker = null;
  isReady = false;
}

/** What the worker loads; asked for again if it could not be had. */
function manifest(): Promise<Start> {
  files ??= readManifest().catch((error: unknown) => {
    files = null;
    throw error;
  });
  return files;
}

async function readManifest(): Promise<Start> {
  const answer = await fetch(new URL("manifest.json", RUNTIME));
  if (!answer.ok) throw new Failure(NOT_LOADED);
  const told = (await answer.json()) as Pick<Start, "files" | "wheel">;
  return {
    type: "start",
    base: RUNTIME.href,
    files: told.files,
    wheel: new URL(told.wheel, RUNTIME).href,
  };
}
