// A canvas that is as sharp as the screen, for what is too much for SVG.

import { html } from "../page/dom";

type Paint = (context: CanvasRenderingContext2D, width: number, height: number) => void;

/** Return a canvas; what it shows is said by a text beside it. */
export function canvas(label: string): HTMLCanvasElement {
  return html("canvas", { role: "img", "aria-label": label, class: "explorer__canvas" });
}

/** Paint in pixels of the page, whatever the screen's are. */
export function paint(on: HTMLCanvasElement, width: number, height: number, draw: Paint): void {
  const fine = window.devicePixelRatio || 1;
  const size = [Math.round(width * fine), Math.round(height * fine)] as const;
  if (on.width !== size[0]) on.width = size[0];
  if (on.height !== size[1]) on.height = size[1];
  on.style.width = `${width}px`;
  on.style.height = `${height}px`;
  const context = on.getContext("2d");
  if (!context) return;
  context.setTransform(fine, 0, 0, fine, 0, 0);
  context.clearRect(0, 0, width, height);
  draw(context, width, height);
}
