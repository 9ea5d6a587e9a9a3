// Complete a line, write a function: in an editor, run and checked by Python.

import type { Editor } from "../editor/main";
import { button } from "../kit/page/buttons";
import { html } from "../kit/page/dom";
import type { Checked, Done } from "../kit/python/messages";
import { nameOf } from "../kit/page/place";
import { type Job, leave, stop, submit, weightToLoad } from "../kit/python/python";
import { forget, keep, recall } from "../kit/page/storage";
import { Output } from "../live/output";
import { type Exercise, exerciseOf } from "./exercise";
import { Marked } from "./marked";

const NO_NETWORK = "The exercise could not be loaded. Perhaps there is no network; try again.";
const KEYS = "Tab indents, Escape leaves the editor, Control and Enter check.";

export class Program {
  private readonly bar = html("div", { class: "exercise__bar", role: "group" });
  private readonly weight = html("span", { class: "run__weight" });
  private readonly marked: Marked;
  private readonly output: Output;
  private readonly begin: HTMLButtonElement;
  private readonly run = this.button("Run", () => this.start("run"));
  private readonly check = this.button("Check", () => this.start("check"));
  private readonly reset = this.button("Reset", () => this.bringBack());
  private exercise: Exercise | null = null;
  private editor: Editor | null = null;
  private job: Job | null = null;
  private last: "run" | "check" = "check";

  constructor(
    readonly section: HTMLElement,
    private readonly name: string,
    private readonly place: Element,
  ) {
    this.marked = new Marked(name, place);
    this.output = new Output(name, () => this.start(this.last));
    this.begin = this.button("Try it", () => void this.open());
    if (recall(this.key) !== null) this.begin.textContent = "Your answer";
    this.bar.setAttribute("aria-label", name);
    this.bar.append(this.weight, this.begin);
    place.append(this.bar);
    void this.tellWeight();
  }

  leave(): void {
    if (this.job) leave(this.job);
  }

  private button(label: string, act: () => void): HTMLButtonElement {
    return button(label, act, { class: "run__button" });
  }

  private get key(): string {
    return nameOf(`exercises/${this.name}`);
  }

  private async tellWeight(): Promise<void> {
    this.weight.textContent = await weightToLoad();
  }

  private async open(): Promise<void> {
    try {
      const [exercise, { openEditor }] = await Promise.all([
        exerciseOf(this.name),
        import("../editor/main"),
      ]);
      this.exercise = exercise;
      this.show(openEditor, recall(this.key) ?? exercise.start ?? "");
    } catch {
      this.marked.tell(NO_NETWORK);
    }
  }

  private show(open: typeof import("../editor/main").openEditor, code: string): void {
    this.editor = open(code.replace(/\n*$/, "\n"), {
      label: `Your answer to ${this.exercise?.title ?? this.name}`,
      describedBy: KEYS,
      changed: (now) => void keep(this.key, now),
      run: () => {
        if (!this.job) this.start("check");
      },
      leave: () => this.check.focus(),
    });
    this.place.classList.add("exercise__start--edited");
    this.place.prepend(this.editor.host);
    this.begin.remove();
    this.bar.append(this.reset, this.run, this.check);
    this.editor.focus();
  }

  private bringBack(): void {
    this.editor?.replace(`${this.exercise?.start ?? ""}\n`);
    forget(this.key);
    this.marked.tell("The start is back. Undo, with Control and Z, brings your answer again.");
    this.editor?.focus();
  }

  private start(what: "run" | "check"): void {
    if (this.job) {
      stop(this.job);
      return;
    }
    this.last = what;
    this.place.after(this.output.box);
    this.output.clear(0);
    this.marked.clear();
    this.editor?.mark(null);
    const code = this.editor?.code() ?? "";
    const { name, exercise } = this;
    const wanted = what === "run"
      ? { type: what, code, name, recorded: null }
      : { type: what, code, exercise };
    const begun = (): void => { this.weight.textContent = ""; };
    this.job = submit(wanted, this.output.listener(begun, (result) => this.ended(result)));
    this.label();
  }

  private label(): void {
    const runs = this.job !== null;
    this.run.hidden = runs && this.last === "check";
    this.check.hidden = runs && this.last === "run";
    this.run.textContent = runs ? "Stop" : "Run";
    this.check.textContent = runs ? "Stop" : "Check";
  }

  private ended(result: Done | Checked | null): void {
    this.job = null;
    this.label();
    if (!result) return;
    this.editor?.mark(result.error?.line ?? null);
    if (result.type === "done") {
      this.output.ends(result);
    } else {
      this.output.box.remove();
      this.marked.show(result);
    }
  }
}
