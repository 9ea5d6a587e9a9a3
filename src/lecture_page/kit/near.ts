// Explorers load when a reader comes near them, and end with their page.

type Module = { mount(container: HTMLElement): Promise<() => void> };
type Load = (name: string) => Promise<Module>;

const NEAR = "600px 0px";

/** Watch the explorers of a page; return what ends them. */
export function watchExplorers(load: Load): () => void {
  let ended = false;
  const ends: (() => void)[] = [];
  const bring = async (place: HTMLElement): Promise<void> => {
    const { mount } = await load(place.dataset["explorer"] ?? "");
    if (ended) return;
    const end = await mount(place);
    if (ended) end();
    else ends.push(end);
  };
  const watcher = new IntersectionObserver((entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      watcher.unobserve(target);
      // Without a network the question and its answer still stand there.
      bring(target as HTMLElement).catch(() => undefined);
    }
  }, { rootMargin: NEAR });
  for (const place of document.querySelectorAll<HTMLElement>("[data-explorer]")) {
    const wanted = location.hash.startsWith(`#${place.id}?`);
    if (wanted) place.scrollIntoView();
    watcher.observe(place);
  }
  return () => {
    ended = true;
    watcher.disconnect();
    for (const end of ends) end();
  };
}
