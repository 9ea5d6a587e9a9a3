// A listing that runs: its buttons, its editor, what its runs give.

import type { Editor } from "../editor/main";
import { button } from "../kit/page/buttons";
import { html } from "../kit/page/dom";
import type { Done } from "../kit/python/messages";
import { nameOf } from "../kit/page/place";
import { type Job, leave, stop, submit } from "../kit/python/python";
import { forget, keep, recall } from "../kit/page/storage";
import { type EditBar, openEditBar } from "./edit_bar";
import { Output } from "./output";
import { forgetShared } from "./sharing";

const NO_EDITOR = "The editor could not be loaded. Perhaps there is no network.";

export class Listing {
  readonly name: string;
  readonly bar = html("div", { class: "run__bar", role: "group" });
  readonly weight = html("span", { class: "run__weight" });
  private readonly called: string;
  private readonly original: string;
  private readonly recorded: string;
  private readonly run: HTMLButtonElement;
  private readonly edit: HTMLButtonElement;
  private readonly output: Output;
  private editor: Editor | null = null;
  private editBar: EditBar | null = null;
  private job: Job | null = null;
  private isKept = true;

  constructor(readonly block: Element, private readonly note: Element) {
    const path = block.querySelector(".filename")?.textContent ?? "";
    this.name = (block.getAttribute("data-run") || path)
      .replace(/^snippets\/|\.py$/g, "");
    this.called = `${this.name.split("/").at(-1)}.py`;
    this.original = block.querySelector("code")?.textContent?.trimEnd() ?? "";
    this.recorded = note.querySelector("samp")?.textContent ?? "";
    this.output = new Output(this.called, () => this.start());
    this.run = button("", () => (this.job ? stop(this.job) : this.start()), { class: "run__button" });
    this.edit = button("", () => void this.toggleEditor(), { class: "run__button" });
    this.bar.setAttribute("aria-label", this.called);
    this.bar.append(this.weight, this.run, this.edit);
    this.label();
    note.classList.add("run__recorded");
    note.append(this.bar);
  }

  /** Show the code that came with a link; it runs when the reader says so. */
  async showShared(code: string | null): Promise<void> {
    this.block.scrollIntoView({ block: "start" });
    if (code === null) {
      this.tell("The link that you opened should hold code, but it cannot be read: perhaps it was cut off. This is the listing of the lecture.");
      return;
    }
    await this.openEditor(code.replace(/\r\n?/g, "\n"), false);
    this.editBar?.tell("This code came with the link that you opened, and is not the lecture's. Read it before you run it. Reset brings the listing back.");
  }

  /** The page is left. */
  leave(): void {
    if (this.job) leave(this.job);
  }

  private get key(): string {
    return nameOf(`code/${this.name}`);
  }

  private get code(): string {
    return this.editor?.code() ?? this.original;
  }

  private label(): void {
    name(this.run, this.job ? "Stop" : "Run", this.called);
    const kept = recall(this.key) !== null;
    const opens = kept ? "Your version" : "Edit";
    name(this.edit, this.editor ? "Close" : opens, this.called);
    this.bar.dataset["runs"] = String(this.job !== null);
  }

  private start(): void {
    const record = this.note.querySelector("pre");
    this.note.after(this.output.box);
    this.output.clear(record?.clientHeight ?? 0);
    this.editor?.mark(null);
    const { code, name, recorded } = this;
    const heard = this.output.listener(() => this.begun(), (result) => this.ended(result as Done | null));
    this.job = submit({ type: "run", code, name, recorded }, heard);
    this.label();
  }

  private begun(): void {
    document.dispatchEvent(new Event("python-is-warm"));
  }

  private ended(result: Done | null): void {
    this.job = null;
    this.label();
    if (!result) return;
    this.output.ends(result);
    this.editor?.mark(result.error?.line ?? null);
  }

  private async toggleEditor(): Promise<void> {
    if (this.editor) this.closeEditor();
    else await this.openEditor(recall(this.key) ?? this.original, true);
    this.editor?.focus();
  }

  private async openEditor(code: string, isKept: boolean): Promise<void> {
    try {
      const { openEditor } = await import("../editor/main");
      if (this.editor) this.closeEditor();
      this.isKept = isKept;
      this.show(openEditor, code);
    } catch {
      this.tell(NO_EDITOR);
    }
  }

  private show(open: typeof import("../editor/main").openEditor, code: string): void {
    this.editBar = openEditBar(this.called, this.name, {
      code: () => this.code,
      reset: () => this.reset(),
    });
    this.editor = open(code, {
      label: `Code of ${this.called}`,
      describedBy: "Tab indents, Escape leaves the editor, Control and Enter run.",
      changed: (now) => this.keep(now),
      run: () => {
        if (!this.job) this.start();
      },
      leave: () => this.run.focus(),
    });
    this.block.classList.add("run__edited");
    this.block.append(this.editor.host, this.editBar.bar);
    this.label();
  }

  private closeEditor(): void {
    this.editor?.host.remove();
    this.editBar?.bar.remove();
    this.editor = null;
    this.block.classList.remove("run__edited");
    this.label();
  }

  private keep(code: string): void {
    if (!this.isKept && recall(this.key) !== null) return;
    this.isKept = true;
    if (code.trimEnd() === this.original) forget(this.key);
    else if (!keep(this.key, code)) {
      this.editBar?.tell("This browser keeps nothing for this page. Save your version as a file before you leave.");
    }
  }

  private reset(): void {
    this.isKept = true;
    this.editor?.replace(this.original);
    forget(this.key);
    forgetShared();
    this.editBar?.tell("The listing is back. Undo, with Control and Z, brings your version again.");
    this.output.box.remove();
    this.editor?.focus();
  }

  private tell(what: string): void {
    this.note.after(html("p", { class: "run__note run__told", role: "status" }, what));
  }
}

function name(act: HTMLButtonElement, label: string, called: string): void {
  act.textContent = label;
  act.setAttribute("aria-label", `${label} ${called}`);
}
