// What a reader's run gives, under what the lecture has recorded.

import { drawing } from "../kit/python/drawings";
import { button } from "../kit/page/buttons";
import { html } from "../kit/page/dom";
import type { Checked, Done, Mistake } from "../kit/python/messages";
import type { Listener } from "../kit/python/python";

const MOST = 200_000; // characters shown: beyond, a page is of no use
const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

const VERDICTS = {
  "as recorded": "as recorded",
  "within tolerance": "within tolerance of the record",
  differs: "differs from the record",
};

/** A box below a listing; `again` is offered when something has failed. */
export class Output {
  readonly box: HTMLElement;
  private readonly status = html("span", { class: "run__status", role: "status" });
  private readonly progress = html("progress", { "aria-label": "Loading Python" });
  private readonly text = document.createTextNode("");
  private readonly printed = html("pre", { tabindex: "0" }, html("samp", {}, this.text));
  private readonly below = html("div", { class: "run__below" });
  private length = 0;

  constructor(called: string, private readonly again: () => void) {
    const label = html("span", { class: "listing-note__label" }, "your run");
    this.box = html(
      "section",
      { class: "listing-note run__output", "aria-label": `Your run of ${called}` },
      html("div", { class: "run__head" }, label, this.status),
      this.progress,
      this.printed,
      this.below,
    );
  }

  /** Show what is heard of a program; `ended` has no result if it broke. */
  listener(begun: () => void, ended: (result: Done | Checked | null) => void): Listener {
    return {
      waits: () => this.say("waits for the program that is running"),
      loads: (loaded, total) => this.loads(loaded, total),
      begins: () => {
        begun();
        this.progress.hidden = true;
        this.say("runs");
      },
      prints: (text) => this.prints(text),
      draws: (svg, alt) => this.draws(svg, alt),
      ends: ended,
      breaks: (what) => {
        ended(null);
        this.breaks(what);
      },
    };
  }

  /** Begin anew, as high as what the record takes, so that less moves. */
  clear(height: number): void {
    this.text.data = "";
    this.length = 0;
    this.below.replaceChildren();
    this.box.dataset["state"] = "runs";
    this.printed.style.minHeight = `${height}px`;
    this.progress.hidden = true;
  }

  private loads(loaded: number, total: number): void {
    this.progress.hidden = false;
    if (total) {
      this.progress.max = total;
      this.progress.value = loaded;
    }
    this.progress.textContent = total ? `${megabytes(loaded)} of ${megabytes(total)} MB` : "";
    if (loaded >= total && total) this.say("starts Python");
    else this.say("loads Python");
  }

  private prints(text: string): void {
    if (this.length > MOST) return;
    this.length += text.length;
    const isOver = this.length > MOST;
    this.text.appendData(isOver ? text.slice(0, MOST - this.length) : text);
    if (isOver) this.note("More was printed than a page can show.");
  }

  private draws(svg: string, alt: string): void {
    const drawn = drawing(svg);
    if (!drawn) {
      this.note("The program drew something that is no drawing in SVG.");
      return;
    }
    drawn.setAttribute("role", "img");
    drawn.setAttribute("aria-label", alt);
    this.below.append(html("div", { class: "drawing run__figure" }, drawn));
  }

  ends({ seconds, agreement, error }: Done): void {
    this.settle(error ? "wrong" : (agreement?.verdict ?? "done"));
    const verdict = agreement && !error ? `${VERDICTS[agreement.verdict]}, ` : "";
    this.say(error ? "ends with an error" : `${verdict}${seconds.toFixed(1)} s`);
    if (error) this.explain(error);
    else if (agreement?.says) this.note(agreement.says, "run__moved");
  }

  private breaks(what: string | null): void {
    this.settle("stopped");
    this.say(what === null ? "stopped" : "did not run");
    if (what === null) return;
    this.note(what);
    this.below.append(button("Try again", this.again, { class: "run__button" }));
  }

  private settle(state: string): void {
    this.progress.hidden = true;
    this.box.dataset["state"] = state;
    this.printed.style.minHeight = "";
    this.printed.hidden = this.length === 0;
  }

  private explain({ line, source, text, hint }: Mistake): void {
    const where = line ? `line ${line}: ${source?.trim() ?? ""}\n` : "";
    const shown = html("samp", {}, where + text.trimEnd());
    this.below.append(html("pre", { class: "run__error", tabindex: "0" }, shown));
    if (hint) this.note(hint);
  }

  private note(text: string, more = ""): void {
    this.below.append(html("p", { class: `run__note ${more}`.trim() }, text));
  }

  /** Said a moment later, so that a screen reader hears a change. */
  private say(text: string): void {
    if (this.status.textContent === text) return;
    setTimeout(() => { this.status.textContent = text; });
    this.printed.hidden = false;
  }
}
