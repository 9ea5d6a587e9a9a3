// Numbers as a reader sets and sees them.

/** What a number may be, and how far it goes in a step. */
export interface Range {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Return the nearest number that lies within bounds. */
export function within(range: Range, value: number): number {
  return Math.min(range.max, Math.max(range.min, value));
}

/** Return a number with few digits, as a reader writes it. */
export function shown(value: number): string {
  if (Number.isNaN(value)) return "not a number";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  const size = Math.abs(value);
  const short = size !== 0 && (size < 1e-3 || size >= 1e5)
    ? scientific(value)
    : String(Number(value.toPrecision(3)));
  return short.replace(/^-/, "−");
}

function scientific(value: number): string {
  const [digits = "", exponent] = value.toExponential(1).split("e");
  const raised = String(Number(exponent)).replace("-", "⁻")
    .replace(/\d/g, (d) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(d)] ?? d);
  const factor = digits.replace(/\.0$/, "");
  return factor === "1" ? `10${raised}` : `${factor} · 10${raised}`;
}
