// How many exercises are done, of each page: where a page has a place for it.

import { button } from "../kit/page/buttons";
import { html } from "../kit/page/dom";
import { SITE } from "../kit/page/place";
import { saveFile } from "../kit/page/files";
import { forgetAll, onProgress, progress } from "./progress";

interface PageOfExercises {
  address: string;
  title: string;
  names: string[];
}

/** Fill a place; it stays empty until something was tried. */
export function overview(place: HTMLElement): void {
  const show = (): void => {
    if (Object.keys(progress()).length === 0) place.replaceChildren();
    else {
      // Without a network it stays as it was.
      pages().then((all) => place.replaceChildren(...shown(place, all)), () => undefined);
    }
  };
  onProgress(show);
  show();
}

/** What there is, as the page of the exercises has it. */
async function pages(): Promise<PageOfExercises[]> {
  const address = new URL("exercises/", SITE);
  const answer = await fetch(address);
  if (!answer.ok) return [];
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const found: PageOfExercises[] = [];
  for (const each of page.querySelectorAll<HTMLElement>("h2[id], [data-exercise]")) {
    const name = each.dataset["exercise"];
    if (name) found.at(-1)?.names.push(name);
    else found.push({ address: `${address.href}#${each.id}`, title: titleOf(each), names: [] });
  }
  return found.filter(({ names }) => names.length > 0);
}

function titleOf(heading: Element): string {
  return heading.firstChild?.textContent?.trim() ?? "";
}

function shown(place: HTMLElement, pages: PageOfExercises[]): Node[] {
  const states = progress();
  const all = pages.flatMap(({ names }) => names);
  const isDone = (name: string): boolean => states[name] === "done";
  const words = `${all.filter(isDone).length} of ${all.length} exercises done`;
  const rows = pages
    .filter(({ names }) => names.some((name) => name in states))
    .map(({ address, title, names }) => {
      const share = `${names.filter(isDone).length} of ${names.length}`;
      return html("li", {}, html("a", { href: address }, title), `: ${share}`);
    });
  const list = html("ul", { class: "progress__pages" }, ...rows);
  if (place.dataset["progress"] === "short") return [html("p", {}, `${words}. `), list];
  return [html("p", {}, `${words}; this is kept in your browser alone.`), list, row()];
}

function row(): HTMLElement {
  const save = (): void =>
    saveFile("exercises.json", `${JSON.stringify(progress(), null, 1)}\n`, "application/json");
  return html(
    "div",
    { class: "progress__row" },
    button("Save as JSON", save, { class: "run__button" }),
    forgetting(),
  );
}

/** Forget at the second press: what is forgotten does not come back. */
function forgetting(): HTMLButtonElement {
  const forget = button("Forget", () => {
    if (forget.dataset["asked"]) forgetAll();
    else {
      forget.dataset["asked"] = "yes";
      forget.textContent = "Forget all answers and marks?";
    }
  }, { class: "run__button" });
  return forget;
}
