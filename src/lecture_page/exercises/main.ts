// Exercises that mark themselves, and how many of them are done.

import { wear } from "../kit/page/sheets";
import runs from "../live/live.css";
import css from "./exercises.css";
import { overview } from "./overview";
import { setUpPrediction } from "./prediction";
import { Program } from "./program";
import { onProgress, progress } from "./progress";

const TRY_FIRST = " (you have checked no answer yet: press again to see it)";
const known = new WeakSet<HTMLElement>();
let programs: Program[] = [];

/** Set up what the page has; asked for again, only what is new. */
export function begin(): void {
  wear(runs);
  wear(css);
  forgetOthers();
  for (const section of document.querySelectorAll<HTMLElement>("[data-exercise]:not([data-state])")) {
    setUp(section, section.dataset["exercise"] ?? "");
  }
  for (const place of document.querySelectorAll<HTMLElement>("[data-progress]")) {
    if (!known.has(place)) overview(place);
    known.add(place);
  }
}

function setUp(section: HTMLElement, name: string): void {
  const start = section.querySelector(".exercise__start");
  if (!start) return;
  if (section.dataset["grade"] === "predict") setUpPrediction(name, start);
  else programs.push(new Program(section, name, start));
  askToTryFirst(section);
  const show = (): void => { section.dataset["state"] = progress()[name] ?? "new"; };
  onProgress(show);
  show();
}

/** A solution opens on demand: at once after a try, else when asked twice. */
function askToTryFirst(section: HTMLElement): void {
  const solution = section.querySelector(".exercise__solution");
  const summary = solution?.querySelector("summary");
  const asked = document.createElement("span");
  asked.setAttribute("role", "status");
  summary?.append(asked);
  summary?.addEventListener("click", (event) => {
    if (section.dataset["state"] !== "new" || asked.textContent || solution?.hasAttribute("open")) return;
    event.preventDefault();
    asked.textContent = TRY_FIRST;
  });
}

function forgetOthers(): void {
  for (const program of programs) {
    if (!program.section.isConnected) program.leave();
  }
  programs = programs.filter(({ section }) => section.isConnected);
}

document$.subscribe(forgetOthers);
