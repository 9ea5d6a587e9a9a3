// Where the nodes of a graph stand: inputs on the left, the result on the
// right, and every gate between what it reads and what reads it.

import type { Node } from "./model";

export interface Place {
  readonly column: number;
  readonly row: number;
}

/** Return the place of every node, in columns and rows. */
export function layout(nodes: readonly Node[]): Place[] {
  const columns = columnsOf(nodes);
  const rows: number[] = [];
  const ends = new Map<number, number>(); // the first free row of a column
  let leaves = 0;
  nodes.forEach((node, place) => {
    const column = columns[place] ?? 0;
    const wanted = node.gate ? middle(node.inputs.map((input) => rows[input] ?? 0)) : leaves;
    if (!node.gate) leaves += 1;
    const row = Math.max(wanted, ends.get(column) ?? 0);
    ends.set(column, row + 1);
    rows.push(row);
  });
  return nodes.map((_, place) => ({ column: columns[place] ?? 0, row: rows[place] ?? 0 }));
}

function columnsOf(nodes: readonly Node[]): number[] {
  const columns: number[] = [];
  for (const { inputs } of nodes) {
    columns.push(inputs.length ? 1 + Math.max(...inputs.map((input) => columns[input] ?? 0)) : 0);
  }
  // A constant stands right before the gate that reads it.
  nodes.forEach(({ gate, inputs }, place) => {
    if (!gate) return;
    for (const input of inputs) {
      if (nodes[input]?.constant !== null) columns[input] = (columns[place] ?? 1) - 1;
    }
  });
  return columns;
}

function middle(rows: readonly number[]): number {
  return rows.reduce((sum, row) => sum + row, 0) / Math.max(1, rows.length);
}
