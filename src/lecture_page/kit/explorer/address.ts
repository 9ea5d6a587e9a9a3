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
    // Whoever leaves, or follows a link, comes back to what was last seen.
    const now = (): void => { if (this.waits) this.writeNow(); };
    addEventListener("pagehide", now, { signal });
    document.addEventListener("click", now, { capture: true, signal });
  }

  write(query: string): void {
    this.latest = query;
    this.waits ??= setTimeout(() => this.writeNow(), PAUSE);
  }

  private writeNow(): void {
    clearTimeout(this.waits);
    this.waits = undefined;
    history.replaceState(history.state, "", fragmentOf(this.name, this.latest));
  }
}

/**
 * Follow links of this page to states of an explorer.
 *
 * The theme would exchange the page for itself, without a word of the fragment.
 */
export function onLinkTo(name: string, follow: () => void, signal: AbortSignal): void {
  document.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const isHere = link?.pathname === location.pathname && link.host === location.host;
    if (!link || !isHere || queryOf(name, link.hash) === null) return;
    event.preventDefault();
    event.stopPropagation();
    history.pushState(history.state, "", link.hash);
    follow();
  }, { capture: true, signal });
}
