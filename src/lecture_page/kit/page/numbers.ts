// Numbers as a reader sets and sees them.

/** What a number may be, and how far it goes in a step. */
export interface Range {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** On a logarithmic scale a step is so many powers of ten. */
  readonly scale?: "log";
}

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** Return the number that a text writes; NaN if it is none. */
export function numberIn(text: string): number {
  return NUMBER.test(text) ? Number(text) : NaN;
}

/** Return a number that was typed as it is read: some write 0,5 for 0.5, and − for -. */
export function typedAs(text: string): string {
  return text.trim().replace(",", ".").replace("−", "-");
}

/** Return the place of a number on its scale, where steps are equally long. */
export function placeOf({ scale }: Range, value: number): number {
  return scale === "log" ? Math.log10(value) : value;
}

/** Return the number at a place of a scale. */
export function numberAt({ scale }: Range, place: number): number {
  return scale === "log" ? 10 ** place : place;
}

/** Return the nearest number that is a step of a range; 0.1 + 0.2 means 0.3. */
export function snapped(range: Range, value: number): number {
  if (value >= range.max) return range.max; // which may lie between two steps
  const steps = Math.round(placeOf(range, within(range, value)) / range.step);
  return within(range, rounded(numberAt(range, steps * range.step)));
}

/** Return the number at a place of a native slider, which may stop before its end. */
export function slidTo(range: Range, place: number): number {
  const isLast = place + range.step > placeOf(range, range.max) + 1e-9;
  return isLast ? range.max : within(range, rounded(numberAt(range, place)));
}

/** Return a number without the digits that arithmetic leaves behind. */
export function rounded(value: number): number {
  return Number(value.toPrecision(12));
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
  return factor === "1" ? `10${raised}` : `${factor}\u00a0·\u00a010${raised}`;
}
