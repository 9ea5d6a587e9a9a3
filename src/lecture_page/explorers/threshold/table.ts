// The confusion matrix, with the shares that are read from its rows.

import { html, say } from "../../kit/page/dom";
import { shown } from "../../kit/page/numbers";
import type { Seen } from "./seen";

const CELLS = [
  "found", "missed", "recall", "falseAlarms", "quiet", "falseAlarmRate", "precision", "accuracy",
] as const;
type Cell = (typeof CELLS)[number];
const TONES: Partial<Record<Cell, string>> = {
  found: "green", missed: "red", falseAlarms: "orange", quiet: "blue",
};

export class Table {
  readonly element: HTMLElement;
  private readonly cells = Object.fromEntries(CELLS.map((name) => {
    const tone = TONES[name];
    return [name, html("td", tone ? { class: `word--${tone}` } : {})];
  })) as Record<Cell, HTMLTableCellElement>;

  constructor() {
    const { found, missed, recall, falseAlarms, quiet, falseAlarmRate, precision, accuracy } =
      this.cells;
    this.element = html("table", { class: "outcomes", "aria-label": "Confusion matrix" },
      html("thead", {}, html("tr", {}, html("td"), head("col", "alarm"), head("col", "no alarm"),
        head("col", "shares"))),
      html("tbody", {},
        html("tr", {}, head("row", "class 1"), found, missed, recall),
        html("tr", {}, head("row", "class 0"), falseAlarms, quiet, falseAlarmRate),
        html("tr", {}, head("row", "shares"), precision, html("td"), accuracy)));
  }

  /** Show the numbers of a state. */
  show({ count, rates }: Seen): void {
    const told: Record<Cell, string> = {
      found: `${count.found} found`,
      missed: `${count.missed} missed`,
      falseAlarms: `${count.falseAlarms} false alarms`,
      quiet: `${count.quiet} rightly quiet`,
      recall: share("recall", rates.recall, "nothing to find"),
      precision: share("precision", rates.precision, "no alarm"),
      falseAlarmRate: share("false alarms", rates.falseAlarmRate, "nobody"),
      accuracy: share("accuracy", rates.accuracy, "no sample"),
    };
    for (const name of CELLS) say(this.cells[name], told[name]);
  }
}

function share(name: string, value: number, none: string): string {
  return `${name}: ${Number.isNaN(value) ? `none, ${none}` : shown(value)}`;
}

function head(scope: string, words: string): HTMLTableCellElement {
  return html("th", { scope }, words);
}
