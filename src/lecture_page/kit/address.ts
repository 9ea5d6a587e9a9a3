// The state in the address: `#explore-NAME?alpha=0.1&kind=elu`. A link
// reproduces what its sender saw.

const PAUSE = 400; // milliseconds; browsers refuse to write more often

/** Return what an address says of an explorer; null if it is of another. */
export function queryOf(name: string, hash = location.hash): string | null {
  const [anchor, ...rest] = hash.slice(1).split("?");
  return anchor === `explore-${name}` && rest.length ? rest.join("?") : null;
}

/** Return the fragment that leads to a state. */
export function fragmentOf(name: string, query: string): string {
  return `#explore-${name}?${query}`;
}

/** Writes the address now and then, and at last as it should be. */
export class AddressWriter {
  private waits: number | undefined;
  private latest = "";

  constructor(private readonly name: string, signal: AbortSignal) {
    signal.addEventListener("abort", () => clearTimeout(this.waits));
  }

  write(query: string): void {
    this.latest = query;
    this.waits ??= setTimeout(() => {
      this.waits = undefined;
      history.replaceState(history.state, "", fragmentOf(this.name, this.latest));
    }, PAUSE);
  }
}
