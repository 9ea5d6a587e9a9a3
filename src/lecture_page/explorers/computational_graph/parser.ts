// Reads an expression as a tree. Whatever is typed, it answers with a tree or
// with a sentence on where it stopped, and in time that the length bounds.

export type Tree =
  | { readonly kind: "number"; readonly value: number; readonly text: string }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "gate"; readonly gate: Gate; readonly inputs: readonly Tree[] };
export type Gate = "+" | "-" | "*" | "/" | "neg" | "max" | "exp" | "log" | "tanh";

/** What is wrong with an expression, in a sentence for its writer. */
export class ExpressionError extends Error {}

export const LONGEST = 120; // letters
const FUNCTIONS: Readonly<Record<string, number>> = { max: 2, exp: 1, log: 1, tanh: 1 };
const TOKEN = /\s*(?:(\d+\.?\d*(?:e[-+]?\d+)?|\.\d+(?:e[-+]?\d+)?)|([a-z_]\w*)|([-+*/(),]))/iy;
const SAME: Readonly<Record<string, string>> = { "−": "-", "–": "-", "·": "*", "×": "*", "÷": "/" };

interface Token {
  readonly kind: "number" | "name" | "sign" | "end";
  readonly text: string;
}

/** Return the tree of an expression. */
export function parse(text: string): Tree {
  if (text.length > LONGEST) {
    throw new ExpressionError(`This is longer than ${LONGEST} letters; a shorter one shows more.`);
  }
  return new Parser(tokens(text.replace(/[−–·×÷]/g, (sign) => SAME[sign] ?? sign))).whole();
}

/** Return a sentence on what is wrong with an expression, or "". */
export function wrong(text: string): string {
  try {
    parse(text);
    return "";
  } catch (error) {
    if (error instanceof ExpressionError) return error.message;
    throw error;
  }
}

function tokens(text: string): Token[] {
  const found: Token[] = [];
  const reader = new RegExp(TOKEN);
  let at = 0;
  while (text.slice(at).trim()) {
    reader.lastIndex = at;
    const match = reader.exec(text);
    if (!match) {
      const sign = [...text.slice(at).trim()][0] ?? "";
      throw new ExpressionError(`“${sign}” has no meaning here: use + − * /, max, exp, log, tanh.`);
    }
    at = reader.lastIndex;
    const [, number, name, sign] = match;
    if (number !== undefined) found.push({ kind: "number", text: number });
    else if (name !== undefined) found.push({ kind: "name", text: name });
    else found.push({ kind: "sign", text: sign ?? "" });
  }
  return [...found, { kind: "end", text: "" }];
}

class Parser {
  private at = 0;

  constructor(private readonly all: readonly Token[]) {}

  whole(): Tree {
    if (this.peek().kind === "end") throw new ExpressionError("Type an expression, such as (x + y) * z.");
    const tree = this.sum();
    if (this.peek().kind !== "end") {
      throw new ExpressionError(this.peek().text === ")"
        ? "A bracket is closed that none has opened."
        : `An operation is missing before “${short(this.peek().text)}”: write * for a product.`);
    }
    return tree;
  }

  private peek(): Token {
    return this.all[this.at] ?? { kind: "end", text: "" };
  }

  private takes(...signs: string[]): string | null {
    const { kind, text } = this.peek();
    if (kind !== "sign" || !signs.includes(text)) return null;
    this.at += 1;
    return text;
  }

  private sum(): Tree {
    let tree = this.product();
    for (let sign = this.takes("+", "-"); sign; sign = this.takes("+", "-")) {
      tree = gate(sign as Gate, tree, this.product());
    }
    return tree;
  }

  private product(): Tree {
    let tree = this.signed();
    for (let sign = this.takes("*", "/"); sign; sign = this.takes("*", "/")) {
      tree = gate(sign as Gate, tree, this.signed());
    }
    return tree;
  }

  private signed(): Tree {
    if (this.takes("-")) return gate("neg", this.signed());
    return this.takes("+") ? this.signed() : this.single();
  }

  private single(): Tree {
    const token = this.peek();
    if (token.kind === "number") {
      this.at += 1;
      return { kind: "number", value: Number(token.text), text: token.text };
    }
    if (token.kind === "name") {
      this.at += 1;
      return this.named(token.text);
    }
    if (this.takes("(")) {
      const tree = this.sum();
      this.close();
      return tree;
    }
    throw new ExpressionError(token.kind === "end"
      ? "Something is missing at the end."
      : `Something is missing before “${token.text}”.`);
  }

  private named(name: string): Tree {
    const wanted = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    if (wanted === undefined) {
      if (this.peek().text !== "(") return { kind: "name", name };
      throw new ExpressionError(
        `“${short(name)}” is no function here: use max, exp, log or tanh, or * for a product.`);
    }
    if (!this.takes("(")) throw new ExpressionError(`Put what ${name} is taken of in brackets.`);
    const inputs = [this.sum()];
    while (this.takes(",")) inputs.push(this.sum());
    this.close();
    if (inputs.length !== wanted) {
      const many = wanted === 1 ? "one input" : "two inputs";
      throw new ExpressionError(`${name} has ${many}, and here it has ${inputs.length}.`);
    }
    return gate(name as Gate, ...inputs);
  }

  private close(): void {
    if (this.takes(")")) return;
    throw new ExpressionError(this.peek().kind === "end"
      ? "A bracket is not closed."
      : `A bracket should be closed before “${short(this.peek().text)}”.`);
  }
}

function gate(name: Gate, ...inputs: Tree[]): Tree {
  return { kind: "gate", gate: name, inputs };
}

function short(text: string): string {
  return text.length > 12 ? `${text.slice(0, 12)}…` : text;
}
