// The editor, loaded when a reader first wants to change a program.
//
// It lives in a shadow root: there its styles are sheets that a script makes,
// which the policy of the site allows, and not style elements.

import {
  defaultKeymap,
  history,
  historyKeymap,
  indentLess,
  insertTab,
  isolateHistory,
} from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { EditorState, Prec, StateEffect, StateField } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";

export interface Wishes {
  label: string;
  describedBy: string;
  changed(code: string): void;
  run(): void;
  leave(): void;
}

export interface Editor {
  readonly host: HTMLElement;
  code(): string;
  /** Put other code in, as an edit that can be undone. */
  replace(code: string): void;
  /** Mark the line of a mistake; null takes the mark away. */
  mark(line: number | null): void;
  focus(): void;
}

const FOUR = "    ";
const colour = (name: string): string => `var(--md-code-hl-${name}-color)`;

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.self, tags.operatorKeyword], color: colour("keyword") },
  { tag: [tags.string, tags.special(tags.string)], color: colour("string") },
  { tag: tags.number, color: colour("number") },
  { tag: tags.comment, color: colour("comment") },
  { tag: [tags.operator, tags.derefOperator], color: colour("operator") },
  { tag: [tags.punctuation, tags.bracket, tags.separator], color: colour("punctuation") },
  { tag: tags.function(tags.definition(tags.variableName)), color: colour("function") },
  { tag: [tags.bool, tags.null, tags.definition(tags.className)], color: colour("constant") },
]);

const look = EditorView.theme({
  "&": { color: "var(--md-code-fg-color)", backgroundColor: "var(--md-code-bg-color)" },
  "&.cm-focused": { outline: "0.1rem solid var(--md-accent-fg-color)" },
  ".cm-scroller": { fontFamily: "var(--md-code-font-family)", lineHeight: "1.55" },
  ".cm-content": { caretColor: "var(--md-code-fg-color)", padding: "0.7em 0" },
  ".cm-line": { padding: "0 1em 0 0.5em" },
  ".cm-cursor": { borderLeftColor: "var(--md-code-fg-color)" },
  ".cm-gutters": {
    color: "var(--md-default-fg-color--light)",
    backgroundColor: "var(--md-code-bg-color)",
    border: "0",
  },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "2.2em", padding: "0 0.3em 0 0" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground":
    { backgroundColor: "color-mix(in srgb, var(--figure-blue) 25%, transparent)" },
  "&.cm-focused .cm-matchingBracket": {
    backgroundColor: "transparent",
    outline: "0.05rem solid currentcolor",
  },
  ".cm-mistake": {
    backgroundColor: "color-mix(in srgb, var(--figure-red) 14%, transparent)",
    boxShadow: "inset 0.15rem 0 var(--figure-red)",
  },
});

const markLine = StateEffect.define<number | null>();
const mistake = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let now = transaction.docChanged ? Decoration.none : marks;
    for (const effect of transaction.effects) {
      if (effect.is(markLine)) now = marked(transaction.state, effect.value);
    }
    return now;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function marked(state: EditorState, line: number | null): DecorationSet {
  if (line === null || line < 1 || line > state.doc.lines) return Decoration.none;
  const mark = Decoration.line({ class: "cm-mistake" });
  return Decoration.set([mark.range(state.doc.line(line).from)]);
}

/** Open an editor; it is shown where its host is put. */
export function openEditor(code: string, wishes: Wishes): Editor {
  const host = document.createElement("div");
  host.className = "run__editor";
  // What is typed here are no shortcuts of the site.
  host.addEventListener("keydown", (event) => event.stopPropagation());
  const root = host.attachShadow({ mode: "open" });
  const view = new EditorView({
    root,
    parent: root,
    doc: code,
    extensions: [
      Prec.highest(keymap.of(keysFor(wishes))),
      keymap.of([...defaultKeymap, ...historyKeymap]),
      lineNumbers(),
      highlightSpecialChars(),
      history(),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      indentUnit.of(FOUR),
      EditorState.tabSize.of(4),
      python(),
      syntaxHighlighting(colours),
      mistake,
      look,
      EditorView.contentAttributes.of({
        "aria-label": wishes.label,
        "aria-description": wishes.describedBy,
        autocapitalize: "off",
        autocorrect: "off",
        spellcheck: "false",
        tabindex: "0",
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) wishes.changed(update.state.doc.toString());
      }),
    ],
  });
  return {
    host,
    code: () => view.state.doc.toString(),
    replace: (other) => {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: other },
        annotations: isolateHistory.of("full"), // undone by itself
      });
    },
    mark: (line) => mark(view, line),
    focus: () => view.focus(),
  };
}

function mark(view: EditorView, line: number | null): void {
  view.dispatch({ effects: markLine.of(line) });
}

function keysFor({ run, leave }: Wishes) {
  const all = (act: () => void) => () => {
    act();
    return true;
  };
  return [
    { key: "Mod-Enter", run: all(run) },
    { key: "Escape", run: all(leave) },
    { key: "Tab", run: indent, shift: indentLess },
  ];
}

/** Four spaces at the cursor; of a selection, every line of it. */
function indent(view: EditorView): boolean {
  if (view.state.selection.ranges.some((range) => !range.empty)) return insertTab(view);
  view.dispatch(view.state.replaceSelection(FOUR), { scrollIntoView: true, userEvent: "input" });
  return true;
}
