// Colours between two, with the paper in the middle, for grids of numbers.

type Rgb = readonly [number, number, number];
/** From a number between -1 and 1 to a colour. */
export type Ramp = (value: number) => Rgb;

const known = new Map<string, Rgb>();
let behind: HTMLCanvasElement | undefined;

/** Return the colours from -1 by 0 to 1. */
export function ramp(low: string, middle: string, high: string): Ramp {
  const [from, at, to] = [rgb(low), rgb(middle), rgb(high)];
  return (value) => {
    const [end, share] = [value < 0 ? from : to, Math.min(1, Math.abs(value)) || 0];
    return [0, 1, 2].map((i) => at[i]! + share * (end[i]! - at[i]!)) as unknown as Rgb;
  };
}

/** Paint a grid, row by row from the top, smoothly into a part of a canvas. */
export function painted(
  context: CanvasRenderingContext2D, [columns, rows]: readonly [number, number],
  colour: (i: number) => Rgb, left: number, top: number, width: number, height: number,
): void {
  behind ??= document.createElement("canvas");
  if (behind.width !== columns) behind.width = columns;
  if (behind.height !== rows) behind.height = rows;
  const into = behind.getContext("2d");
  if (!into) return;
  const image = into.createImageData(columns, rows);
  for (let i = 0; i < columns * rows; i += 1) image.data.set([...colour(i), 255], 4 * i);
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
