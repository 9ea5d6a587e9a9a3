// A computation as a graph, its values forward and its gradients backward, as
// `lecture_code.computational_graph` and `lecture_code.chain_rule` have them.

import { type Gate, parse, type Tree, wrong } from "./parser";

export interface Node {
  readonly gate: Gate | "";
  /** What a drawing calls it: the name of an input, a number, a sign. */
  readonly label: string;
  /** Places of the inputs in the graph. */
  readonly inputs: readonly number[];
  /** Whether an input leads here; no gradient is computed for constants. */
  readonly isVariable: boolean;
  readonly constant: number | null;
}
export type Values = Readonly<Record<string, number>>;
/** One part of a gradient on its way: from a node to one of its inputs. */
export interface Passed {
  readonly to: number;
  readonly amount: number;
}

type Rule = (inputs: readonly number[]) => number;
const FORWARD: Readonly<Record<Gate, Rule>> = {
  "+": ([a = NaN, b = NaN]) => a + b,
  "-": ([a = NaN, b = NaN]) => a - b,
  "*": ([a = NaN, b = NaN]) => a * b,
  "/": ([a = NaN, b = NaN]) => a / b,
  neg: ([a = NaN]) => -a,
  max: ([a = NaN, b = NaN]) => Math.max(a, b),
  exp: ([a = NaN]) => Math.exp(a),
  log: ([a = NaN]) => Math.log(a),
  tanh: ([a = NaN]) => Math.tanh(a),
};

/** What becomes of a gradient g, given the inputs and the output y. */
type Back = (g: number, inputs: readonly number[], y: number) => number[];
const BACKWARD: Readonly<Record<Gate, Back>> = {
  "+": (g) => [g, g],
  "-": (g) => [g, -g],
  "*": (g, [a = NaN, b = NaN]) => [g * b, g * a],
  "/": (g, [, b = NaN], y) => [g / b, (-g * y) / b],
  neg: (g) => [-g],
  max: (g, [a = NaN, b = NaN]) => {
    const share = a === b ? 0.5 : Number(a > b); // equal ones halve it
    return [g * share, g * (1 - share)];
  },
  exp: (g, _, y) => [g * y],
  log: (g, [a = NaN]) => [g / a],
  tanh: (g, _, y) => [g * (1 - y ** 2)],
};

/** Return the nodes of an expression, inputs first, the result last. */
export function graph(text: string): Node[] {
  const nodes: Node[] = [];
  const names = new Map<string, number>();
  const add = (node: Node): number => nodes.push(node) - 1;
  const visit = (tree: Tree): number => {
    if (tree.kind === "number") {
      return add({
        gate: "", label: tree.text, inputs: [], isVariable: false, constant: tree.value });
    }
    if (tree.kind === "name") {
      const known = names.get(tree.name);
      if (known !== undefined) return known;
      const place = add({
        gate: "", label: tree.name, inputs: [], isVariable: true, constant: null });
      names.set(tree.name, place);
      return place;
    }
    const inputs = tree.inputs.map(visit);
    const isVariable = inputs.some((place) => nodes[place]?.isVariable);
    return add({ gate: tree.gate, label: tree.gate, inputs, isVariable, constant: null });
  };
  visit(parse(text));
  return nodes;
}

/** Return the names of the inputs, in the order of the nodes. */
export function variables(nodes: readonly Node[]): string[] {
  return nodes.filter((node) => !node.gate && node.isVariable).map((node) => node.label);
}

/** Return the value of every node. */
export function forward(nodes: readonly Node[], at: Values): number[] {
  const values: number[] = [];
  for (const { gate, label, inputs, constant } of nodes) {
    const given = inputs.map((place) => values[place] ?? NaN);
    if (gate) values.push(FORWARD[gate](given));
    else values.push(constant ?? at[label] ?? NaN);
  }
  return values;
}

/** Return what one gate passes back of its gradient. */
export function passed(
  nodes: readonly Node[], values: readonly number[], place: number, gradient: number,
): Passed[] {
  const node = nodes[place];
  if (!node?.gate) return [];
  const given = node.inputs.map((input) => values[input] ?? NaN);
  const amounts = BACKWARD[node.gate](gradient, given, values[place] ?? NaN);
  return node.inputs
    .map((to, i) => ({ to, amount: amounts[i] ?? NaN }))
    .filter(({ to }) => nodes[to]?.isVariable);
}

/**
 * Return the gradients after some gates have passed theirs back.
 *
 * `gates` counts from the result; by default all. Without an input there is
 * nothing to arrive at, and every gradient is 0.
 */
export function backward(
  nodes: readonly Node[], values: readonly number[], gates = nodes.length,
): number[] {
  const gradients = nodes.map(() => 0);
  const last = nodes.length - 1;
  if (!nodes[last]?.isVariable) return gradients;
  gradients[last] = 1;
  for (const place of gatesOf(nodes).reverse().slice(0, gates)) {
    for (const { to, amount } of passed(nodes, values, place, gradients[place] ?? 0)) {
      gradients[to] = (gradients[to] ?? 0) + amount;
    }
  }
  return gradients;
}

/** Return the places of the gates, in the order of the forward pass. */
export function gatesOf(nodes: readonly Node[]): number[] {
  return nodes.flatMap((node, place) => (node.gate ? [place] : []));
}

interface Golden {
  readonly expression: string;
  readonly at: Values;
}

/** Return all numbers of a state, to be held against `lecture_code`. */
export function golden({ expression, at }: Golden): Record<string, number[]> {
  const nodes = graph(expression);
  const values = forward(nodes, at);
  return { values, gradients: backward(nodes, values) };
}
export { parse, wrong };
