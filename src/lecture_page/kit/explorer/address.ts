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

/** Writes the address at once, then now and then, and at last as it should be. */
export class AddressWriter {
  private waits: number | undefined;
  private latest: string | null = null;

  constructor(private readonly name: string, signal: AbortSignal) {
    signal.addEventListener("abort", () => clearTimeout(this.waits));
    // Whoever follows a link comes back to what was last seen.
    document.addEventListener("click", () => this.writeLatest(), { capture: true, signal });
  }

  write(query: string): void {
    this.latest = query;
    if (this.waits === undefined) this.writeLatest();
  }

  writeNow(query: string): void {
    this.latest = query;
    this.writeLatest();
  }

  private writeLatest(): void {
    clearTimeout(this.waits);
    this.waits = undefined;
    if (this.latest === null) return;
    history.replaceState(history.state, "", fragmentOf(this.name, this.latest));
    this.latest = null;
    this.waits = setTimeout(() => this.writeLatest(), PAUSE);
  }
}

/**
 * Follow links of this page to states of an explorer; `leave` comes before.
 *
 * The theme would exchange the page for itself, without a word of the fragment.
 */
export function onLinkTo(
  name: string, leave: () => void, follow: () => void, signal: AbortSignal,
): void {
  document.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    const isHere = link?.pathname === location.pathname && link.host === location.host;
    if (!link || !isHere || queryOf(name, link.hash) === null) return;
    event.preventDefault();
    event.stopPropagation();
    leave();
    if (link.hash !== location.hash) history.pushState(history.state, "", link.hash);
    follow();
  }, { capture: true, signal });
}
