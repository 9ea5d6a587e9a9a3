// A program may come with a link that somebody else has made. It computes; it
// does not reach what the site keeps in the browser, nor any other host.

const REACHES_OUT = [
  "caches", "indexedDB", "fetch", "XMLHttpRequest", "WebSocket", "EventSource",
  "WebTransport", "BroadcastChannel", "Worker", "importScripts",
];

/** Take away what programs have no use for, wherever it is defined. */
export function confine(): void {
  for (let owner: object | null = globalThis; owner; owner = Object.getPrototypeOf(owner)) {
    for (const name of REACHES_OUT) Reflect.deleteProperty(owner, name);
  }
}
