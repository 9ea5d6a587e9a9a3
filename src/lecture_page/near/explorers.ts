// Explorers load when a reader comes near them, and end with their page.

type Module = { mount(container: HTMLElement): () => void };
type Load = (name: string) => Promise<Module>;

const NEAR = "600px 0px";

export class NearExplorers {
  /** What ends the explorer of a place; null until it has come. */
  private readonly places = new Map<HTMLElement, (() => void) | null>();
  private readonly watcher = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      this.watcher.unobserve(target);
      // Without a network the question and its answer still stand there.
      this.bring(target as HTMLElement).catch(() => undefined);
    }
  }, { rootMargin: NEAR });

  constructor(private readonly load: Load) {}

  /** Look at the page again: the theme exchanges it, or tells so twice. */
  visit(): void {
    for (const [place, end] of this.places) {
      if (place.isConnected) continue;
      end?.();
      this.watcher.unobserve(place);
      this.places.delete(place);
    }
    for (const place of document.querySelectorAll<HTMLElement>("[data-explorer]")) {
      if (this.places.has(place)) continue;
      this.places.set(place, null);
      if (location.hash.startsWith(`#${place.id}?`)) place.scrollIntoView();
      this.watcher.observe(place);
    }
  }

  private async bring(place: HTMLElement): Promise<void> {
    const { mount } = await this.load(place.dataset["explorer"] ?? "");
    if (!place.isConnected) return;
    const end = mount(place);
    if (this.places.has(place)) this.places.set(place, end);
    else end();
  }
}
