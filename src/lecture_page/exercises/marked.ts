// What became of an answer, told below it.

import { html } from "../kit/page/dom";
import type { Checked } from "../kit/python/messages";
import type { Marks } from "./exercise";
import { note } from "./progress";

/** The place below an exercise where its marks are told. */
export class Marked {
  private readonly place = html("div", { class: "exercise__marks", role: "status" });

  constructor(private readonly name: string, after: Element) {
    after.after(this.place);
  }

  /** Take the marks of an earlier answer away. */
  clear(): void {
    this.place.replaceChildren();
    delete this.place.dataset["passed"];
  }

  /** Tell something that is no mark. */
  tell(says: string): void {
    this.place.replaceChildren(html("p", {}, says));
    delete this.place.dataset["passed"];
  }

  /** Tell the marks, and note them for the overview. */
  show(marks: Marks | Checked): void {
    note(this.name, marks.passed);
    this.place.dataset["passed"] = String(marks.passed);
    const word = marks.passed ? "Right. " : "Not yet. ";
    const says = withCode(marks.says.replace(/^Right: all/, "All"));
    this.place.replaceChildren(html("p", {}, html("b", {}, word), ...says));
    if ("error" in marks && marks.error?.hint) {
      this.place.append(html("p", {}, ...withCode(marks.error.hint)));
    }
    if ("tests" in marks && marks.tests.length) this.place.append(tests(marks));
  }
}

function tests({ tests: each }: Checked): HTMLElement {
  const rows = each.map(({ name, passed, says }) => {
    const sign = passed ? "passed" : "failed";
    const why = says && !passed ? `: ${says}` : "";
    return html("li", { "data-passed": String(passed) }, html("b", {}, sign), ` ${name}${why}`);
  });
  return html("ul", { class: "exercise__tested" }, ...rows);
}

/** Return a sentence with what stands in backticks as code. */
export function withCode(text: string): Node[] {
  return text.split("`").map((part, index) =>
    index % 2 ? html("code", {}, part) : document.createTextNode(part));
}
