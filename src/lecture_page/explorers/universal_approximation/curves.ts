// Curves to follow, and bumps: as an address writes them, and as numbers.

export type Curve = (x: number) => number;
export type CurveName = "wavy" | "tent" | "faster" | "jump" | "drawn";
export interface Bump {
  readonly left: number;
  readonly right: number;
  readonly height: number;
}

export const POINTS = 33; // of a curve that is drawn by hand
export const MOST = 8; // bumps by hand
export const TOP = 1.5; // of what can be drawn, up and down
export const NARROWEST = 0.02; // a bump

const PRESETS: Readonly<Record<Exclude<CurveName, "drawn">, Curve>> = {
  wavy: (x) => Math.sin(2 * Math.PI * x) + 0.5 * Math.sin(6 * Math.PI * x),
  tent: (x) => 1 - Math.abs(2 * x - 1),
  faster: (x) => Math.sin(2 * Math.PI * x * (1 + 3 * x)),
  jump: (x) => (x < 0.5 ? 0 : 1),
};

/** Return a curve by its name; one that is drawn goes straight between points. */
export function curveOf(name: CurveName, drawn: string): Curve {
  if (name !== "drawn") return PRESETS[name];
  const heights = heightsOf(drawn);
  return (x) => {
    const place = Math.min(1, Math.max(0, x)) * (POINTS - 1);
    const k = Math.min(POINTS - 2, Math.floor(place));
    const [here = 0, next = 0] = [heights[k], heights[k + 1]];
    return here + (next - here) * (place - k);
  };
}

/** Return the heights at the points of a curve, from its text. */
export function heightsOf(drawn: string): number[] {
  return drawn.split("_").map(Number);
}

/** Write heights as a text. */
export function drawnOf(heights: readonly number[]): string {
  return heights.map(hundredths).join("_");
}

/** Return bumps from their text. */
export function bumpsOf(text: string): Bump[] {
  return text.split("*").map((each) => {
    const [left = 0, right = 1, height = 0] = each.split("_").map(Number);
    return { left, right, height };
  });
}

/** Write bumps as a text. */
export function textOf(bumps: readonly Bump[]): string {
  return bumps.map(({ left, right, height }) =>
    [left, right, height].map(hundredths).join("_")).join("*");
}

/** Say what is wrong with the text of a curve that is drawn; "" if nothing is. */
export function wrongDrawn(text: string): string {
  const heights = text.split("_").map(numberOf);
  return heights.length === POINTS && heights.every((height) => Math.abs(height) <= TOP)
    ? ""
    : `A drawn curve is ${POINTS} numbers from −${TOP} to ${TOP}, with _ between them.`;
}

/** Say what is wrong with the text of bumps; "" if nothing is. */
export function wrongBumps(text: string): string {
  const bumps = text.split("*").map((each) => each.split("_").map(numberOf));
  const isBump = ([left = NaN, right = NaN, height = NaN, ...more]: number[]): boolean =>
    !more.length && left >= -0.2 && right <= 1.2 && right - left >= NARROWEST - 1e-9 &&
    Math.abs(height) <= TOP;
  return bumps.length <= MOST && bumps.every(isBump)
    ? ""
    : `Bumps are up to ${MOST} of left_right_height with * between them, ` +
      `each at least ${NARROWEST} wide, such as 0.1_0.4_1.`;
}

function numberOf(text: string): number {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100 + 0; // and no minus before a zero
}
