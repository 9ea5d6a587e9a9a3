// What a reader can set, how an address writes it, and what is said of a
// value that cannot be.

import { numberIn, type Range, shown } from "../page/numbers";

interface Named {
  readonly label: string;
  /** Part of the state, with a control that the view makes itself. */
  readonly hidden?: boolean;
}
export interface NumberField extends Named, Range {
  readonly kind: "number";
  readonly initial: number;
  /** How a value is shown and spoken; as short as it can be by default. */
  readonly shown?: (value: number) => string;
}
export interface ChoiceField extends Named {
  readonly kind: "choice";
  readonly options: Readonly<Record<string, string>>;
  readonly initial: string;
}
export interface SwitchField extends Named {
  readonly kind: "switch";
  readonly initial: boolean;
}
export interface TextField extends Named {
  readonly kind: "text";
  readonly longest: number;
  readonly initial: string;
  /** Return a sentence on what is wrong with a text, or "". */
  readonly wrong: (text: string) => string;
}
export type Field = NumberField | ChoiceField | SwitchField | TextField;
export type Fields = Readonly<Record<string, Field>>;
type ValueOf<F> = F extends NumberField
  ? number
  : F extends SwitchField
    ? boolean
    : string;
export type State<F extends Fields> = { -readonly [K in keyof F]: ValueOf<F[K]> };
/** A sentence for each field that an address sets wrongly; "" is the rest. */
export type Problems = Readonly<Record<string, string>>;

const LONGEST = 2000; // letters of an address that are read
const QUOTED = 24; // letters of it that a sentence repeats

/** Return the state in which an explorer begins. */
export function initial<F extends Fields>(fields: F): State<F> {
  const pairs = Object.entries(fields).map(([name, f]) => [name, f.initial]);
  return Object.fromEntries(pairs) as State<F>;
}

/** Read a state as an address writes it; what is wrong stays as it begins. */
export function readState<F extends Fields>(
  fields: F,
  query: string,
): { state: State<F>; problems: Problems } {
  const state: Record<string, unknown> = initial(fields);
  const problems: Record<string, string> = {};
  if (query.length > LONGEST) {
    problems[""] = "The address is too long to be a state of this explorer.";
    return { state: state as State<F>, problems };
  }
  for (const [name, text] of new URLSearchParams(query)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) {
      problems[""] = `Nothing here is called ${quoted(name)}, as the address says.`;
      continue;
    }
    const value = parse(field, text);
    if (value === null) problems[name] = wrong(field, text);
    else state[name] = value;
  }
  return { state: state as State<F>, problems };
}

/** Write what of a state differs from the beginning. */
export function writeState<F extends Fields>(fields: F, state: State<F>): string {
  const query = new URLSearchParams();
  for (const [name, field] of Object.entries(fields)) {
    const value: unknown = state[name];
    if (value !== field.initial) query.set(name, write(value));
  }
  return query.toString();
}

function write(value: unknown): string {
  if (typeof value === "boolean") return value ? "on" : "off";
  return typeof value === "number" ? String(Number(value.toPrecision(12))) : String(value);
}

function parse(field: Field, text: string): number | string | boolean | null {
  switch (field.kind) {
    case "number":
      return numberOf(field, text);
    case "choice":
      return Object.hasOwn(field.options, text) ? text : null;
    case "switch":
      return text === "on" ? true : text === "off" ? false : null;
    case "text":
      return text.length <= field.longest && !field.wrong(text) ? text : null;
  }
}

/** Return the number that a text writes, if a field may have it. */
export function numberOf(field: NumberField, text: string): number | null {
  const value = numberIn(text);
  const isOne = value >= field.min && value <= field.max &&
    (!isWhole(field) || Number.isInteger(value));
  return isOne ? value : null;
}

/** Say what a field is, to whom something else was said. */
export function wrongNumber(field: NumberField, but: string): string {
  return `${subject(field)} is a ${isWhole(field) ? "whole " : ""}number from ${
    shown(field.min)} to ${shown(field.max)}; ${but}.`;
}

// What stands beside its control needs no name.
function subject({ hidden, label }: Named): string {
  return hidden ? label : "This";
}

// What is counted: a slider never leads in between.
function isWhole({ min, step, scale }: NumberField): boolean {
  return scale !== "log" && Number.isInteger(min) && Number.isInteger(step);
}

/** Say that more letters were given than fit; "" if they do. */
export function tooLong({ longest, hidden, label }: TextField, text: string, whose: string): string {
  return text.length > longest
    ? `At most ${longest} letters fit in ${hidden ? `“${label}”` : "here"}; ${whose} has ${
      text.length}.`
    : "";
}

function wrong(field: Field, text: string): string {
  const but = `the address says ${quoted(text)}`;
  switch (field.kind) {
    case "number":
      return wrongNumber(field, but);
    case "choice":
      return `${subject(field)} is one of ${Object.keys(field.options).join(", ")}; ${but}.`;
    case "switch":
      return `${subject(field)} is on or off; ${but}.`;
    case "text":
      return tooLong(field, text, "the address") || field.wrong(text);
  }
}

/** Repeat what was written, if not all of it. */
export function quoted(text: string): string {
  return `“${text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text}”`;
}
