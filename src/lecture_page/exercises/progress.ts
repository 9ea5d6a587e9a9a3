// What a reader has tried and done: kept in this browser, sent nowhere.

import { nameOf } from "../kit/page/place";
import { forget, keep, recall } from "../kit/page/storage";

export type State = "tried" | "done";
export type Progress = Record<string, State>;

const key = (): string => nameOf("exercises");
const heard = new EventTarget();

/** Return the state of every exercise that was begun. */
export function progress(): Progress {
  try {
    const kept: unknown = JSON.parse(recall(key()) ?? "{}");
    return isProgress(kept) ? kept : {};
  } catch {
    return {}; // not ours, or cut off
  }
}

function isProgress(kept: unknown): kept is Progress {
  return typeof kept === "object" && kept !== null && !Array.isArray(kept) &&
    Object.values(kept).every((state) => state === "tried" || state === "done");
}

/** Note a checked attempt; what was done once stays done. */
export function note(name: string, passed: boolean): void {
  const now = progress();
  if (now[name] !== "done") now[name] = passed ? "done" : "tried";
  keep(key(), JSON.stringify(now));
  heard.dispatchEvent(new Event("change"));
}

/** Begin anew: without marks, and without answers. */
export function forgetAll(): void {
  for (const name of Object.keys(progress())) forget(nameOf(`exercises/${name}`));
  forget(key());
  heard.dispatchEvent(new Event("change"));
}

/** Hear of every change. */
export function onProgress(changed: () => void): void {
  heard.addEventListener("change", changed);
}
