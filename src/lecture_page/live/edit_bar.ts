// What can be done with a version of one's own: copied, saved, passed on,
// thrown away.

import { button } from "../kit/page/buttons";
import { html } from "../kit/page/dom";
import { saveFile } from "../kit/page/files";
import { linkTo, LONG_LINK } from "./sharing";

const KEYS = "Tab indents, Esc leaves, Ctrl+Enter runs";

export interface EditBar {
  readonly bar: HTMLElement;
  tell(what: string): void;
}

interface Wishes {
  code(): string;
  reset(): void;
}

/** Make the row of buttons below an editor, and the line that it tells. */
export function openEditBar(called: string, name: string, wishes: Wishes): EditBar {
  const told = html("p", { class: "run__note", role: "status" });
  const tell = (what: string): void => { told.textContent = what; };
  const make = (label: string, act: () => void): HTMLButtonElement =>
    button(label, act, { class: "run__button", "aria-label": `${label} ${called}` });
  const keys = html("span", { class: "run__keys" }, KEYS);
  const row = html(
    "div",
    { class: "run__row", role: "group", "aria-label": `Your version of ${called}` },
    keys,
    make("Copy", () => void copy(wishes.code(), "Your version is copied.", tell)),
    make("Save", () => saveFile(called, `${wishes.code().trimEnd()}\n`, "text/x-python")),
    make("Link", () => void share(name, wishes.code(), tell)),
    make("Reset", wishes.reset),
  );
  return { bar: html("div", { class: "run__edit" }, row, told), tell };
}

async function copy(text: string, said: string, tell: (what: string) => void): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    tell(said);
  } catch {
    tell("This browser does not let the page copy.");
  }
}

async function share(name: string, code: string, tell: (what: string) => void): Promise<void> {
  if (typeof CompressionStream === "undefined") {
    tell("This browser cannot pack code into a link. Save the file and send that.");
    return;
  }
  const link = await linkTo(name, code);
  const isLong = link.length > LONG_LINK;
  const length = link.length.toLocaleString("en");
  const warning = isLong
    ? ` It has ${length} letters, which some programs cut off: send the file instead.`
    : "";
  await copy(link, `A link with your version in it is copied; no server sees the code.${warning}`, tell);
}
