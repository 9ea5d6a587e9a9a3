// Colours between two, with the paper in the middle, for grids of numbers.

type Rgb = readonly [number, number, number];
/** Colours of numbers from -1 to 1, each as a word of a picture. */
export type Ramp = Uint32Array;

const HALF = 127;
const known = new Map<string, Rgb>();
let behind: HTMLCanvasElement | undefined;

/** Return the colours from -1 by 0 to 1. */
export function ramp(low: string, middle: string, high: string): Ramp {
  const [from, at, to] = [rgb(low), rgb(middle), rgb(high)];
  const bytes = new Uint8ClampedArray(4 * (2 * HALF + 1)).map((_, i) => {
    const [value, part] = [Math.floor(i / 4) / HALF - 1, i % 4];
    const end = value < 0 ? from : to;
    return part === 3 ? 255 : at[part]! + Math.abs(value) * (end[part]! - at[part]!);
  });
  return new Uint32Array(bytes.buffer);
}

/** Paint a grid, row by row from the top, smoothly into a part of a canvas. */
export function painted(
  context: CanvasRenderingContext2D, [columns, rows]: readonly [number, number],
  colours: Ramp, value: (i: number) => number,
  left: number, top: number, width: number, height: number,
): void {
  behind ??= document.createElement("canvas");
  if (behind.width !== columns) behind.width = columns;
  if (behind.height !== rows) behind.height = rows;
  const into = behind.getContext("2d");
  if (!into) return;
  const image = into.createImageData(columns, rows);
  const words = new Uint32Array(image.data.buffer);
  for (let i = 0; i < words.length; i += 1) {
    const at = Math.max(-1, Math.min(1, value(i))) || 0; // what is no number is paper
    words[i] = colours[HALF + Math.round(HALF * at)]!;
  }
  into.putImageData(image, 0, 0);
  context.drawImage(behind, left, top, width, height);
}

// A canvas reads whatever a style sheet can write.
function rgb(css: string): Rgb {
  const found = known.get(css);
  if (found) return found;
  const context = document.createElement("canvas").getContext("2d");
  if (!context) return [128, 128, 128];
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
  known.set(css, [r, g, b]);
  return [r, g, b];
}
