// One step after the other: gate by gate forward, then back again.

import { shown } from "../../kit/page/numbers";
import type { Seen } from "./drawing";
import { backward, forward, gatesOf, type Node, passed, type Values } from "./model";

const NAMES: Readonly<Record<string, string>> = {
  "+": "The sum", "-": "The difference", "*": "The product", "/": "The quotient",
  neg: "The minus", max: "The maximum", exp: "exp", log: "log", tanh: "tanh",
};
const WAYS: Readonly<Record<string, string>> = {
  "+": "hands its gradient to both as it is",
  "-": "hands its gradient to the first, and to the second with a minus",
  "*": "gives each input its gradient times the other input",
  "/": "divides its gradient by the denominator, and more for the denominator itself",
  neg: "turns the sign of its gradient",
  max: "sends its gradient to the larger input",
  exp: "multiplies its gradient by its own output",
  log: "divides its gradient by its input",
  tanh: "multiplies its gradient by 1 − y²",
};

/** Return the number of the last step: the gates twice, and the start back. */
export function lastStep(nodes: readonly Node[]): number {
  return 2 * gatesOf(nodes).length + 1;
}

/** Return what is seen after a step. */
export function seenAt(nodes: readonly Node[], at: Values, step: number): Seen {
  const gates = gatesOf(nodes);
  const isBackward = step > gates.length;
  const values = forward(nodes, at);
  const done = new Set(gates.slice(0, step));
  const known = values.map((value, i) => (!nodes[i]?.gate || done.has(i) ? value : null));
  const back = step - gates.length - 1; // gates that have passed theirs on
  const gradients = backward(nodes, values, Math.max(0, back));
  const reached = reachedBy(nodes, isBackward ? back : -1);
  return {
    values: known,
    gradients: gradients.map((gradient, i) => (reached.has(i) ? gradient : null)),
    active: isBackward ? (back ? (gates[gates.length - back] ?? null) : nodes.length - 1)
      : (gates[step - 1] ?? null),
    isBackward,
  };
}

/** Say what happens in a step. */
export function saysAt(nodes: readonly Node[], at: Values, step: number): string {
  const gates = gatesOf(nodes);
  const values = forward(nodes, at);
  const odd = oddity(nodes, values);
  if (step === 0) return `The inputs are given. ${odd}`.trim();
  if (step <= gates.length) {
    const place = gates[step - 1] ?? 0;
    const given = (nodes[place]?.inputs ?? []).map((i) => shown(values[i] ?? NaN)).join(" and ");
    return `Forward: ${name(nodes, place)} of ${given} is ${shown(values[place] ?? NaN)}. ${odd}`.trim();
  }
  if (!nodes[nodes.length - 1]?.isVariable) {
    return "Only constants lead here, so there is no gradient to pass back.";
  }
  const back = step - gates.length - 1;
  if (back === 0) return "Backward: the result changes exactly as fast as itself, so its gradient is 1.";
  const place = gates[gates.length - back] ?? 0;
  const gradient = backward(nodes, values, back - 1)[place] ?? NaN;
  const shares = passed(nodes, values, place, gradient);
  const parts = shares.map(({ to, amount }) => `${shown(amount)} to ${called(nodes, to)}`);
  const isTie = nodes[place]?.gate === "max" && shares.length > 1 &&
    shares.every(({ amount }) => amount !== 0);
  const way = isTie ? "shares its gradient between equal inputs" :
    WAYS[nodes[place]?.gate ?? ""] ?? "";
  const end = back === gates.length ? " Every input has its gradient." : "";
  return `Backward: ${name(nodes, place)} ${way}: ${parts.join(" and ") || "no input to pass to"}.${end}`;
}

// What is not a number, or too large for one, has its first cause named.
function oddity(nodes: readonly Node[], values: readonly number[]): string {
  const place = values.findIndex((value) => !Number.isFinite(value));
  const node = nodes[place];
  if (!node) return "";
  const given = node.inputs.map((i) => shown(values[i] ?? NaN)).join(" and ");
  const of = node.gate ? ` of ${given}` : ""; // a number is of nothing
  const what = `${name(nodes, place)}${of} is ${shown(values[place] ?? NaN)}`;
  return `Note that ${what.charAt(0).toLowerCase()}${what.slice(1)}, and what follows from it cannot be trusted.`;
}

function reachedBy(nodes: readonly Node[], back: number): Set<number> {
  const reached = new Set<number>();
  const last = nodes.length - 1;
  if (back < 0 || !nodes[last]?.isVariable) return reached;
  reached.add(last);
  for (const place of gatesOf(nodes).reverse().slice(0, back)) {
    for (const to of nodes[place]?.inputs ?? []) if (nodes[to]?.isVariable) reached.add(to);
  }
  return reached;
}

function name(nodes: readonly Node[], place: number): string {
  return NAMES[nodes[place]?.gate ?? ""] ?? called(nodes, place);
}

function called(nodes: readonly Node[], place: number): string {
  const node = nodes[place];
  if (!node) return "";
  return node.gate ? (NAMES[node.gate] ?? "").replace("The", "the") : node.label;
}
