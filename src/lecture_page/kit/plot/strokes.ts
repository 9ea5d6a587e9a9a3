// Strokes over a plot: by a mouse at once; by a finger where it taps, goes
// across or was held still. Up and down it scrolls the page, as everywhere.

interface Strokes {
  /** A stroke begins at a place of the screen. */
  begin(at: PointerEvent): void;
  /** It goes on to another. */
  move(at: PointerEvent): void;
}
const STILL = 8; // pixels that a finger trembles
const HELD = 500; // milliseconds after which a finger may go anywhere

/** Tell of the strokes over an element, until the signal ends. */
export function onStrokes(element: SVGSVGElement, strokes: Strokes, signal: AbortSignal): void {
  let first: PointerEvent | null = null; // where a finger is that may yet mean the page
  let drawn: number | null = null; // the pointer whose stroke goes on
  let waits: number | undefined;
  const begin = (event: PointerEvent): void => {
    end();
    drawn = event.pointerId;
    element.setPointerCapture(drawn);
    strokes.begin(event);
  };
  const end = (): void => {
    clearTimeout(waits);
    first = drawn = null;
  };
  const on = <K extends keyof SVGElementEventMap>(
    name: K, heard: (event: SVGElementEventMap[K]) => void,
  ): void => element.addEventListener(name, heard, { signal, passive: false });

  element.style.touchAction = "pan-y pinch-zoom";
  on("pointerdown", (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    event.preventDefault(); // or what is dragged would lose the focus
    if (event.pointerType === "mouse") return begin(event);
    first = event;
    waits = setTimeout(() => begin(event), HELD);
  });
  on("pointermove", (event) => {
    // Whose end was not heard goes on no longer.
    if (event.pointerId === drawn && event.buttons) return strokes.move(event);
    if (event.pointerId !== first?.pointerId) return;
    const [across, up] = [event.clientX - first.clientX, event.clientY - first.clientY];
    if (Math.hypot(across, up) < STILL) return;
    if (Math.abs(across) <= Math.abs(up)) return end();
    begin(first);
    strokes.move(event);
  });
  on("pointerup", (event) => {
    if (event.pointerId === first?.pointerId) begin(first);
    if (event.isPrimary) end();
  });
  on("pointercancel", (event) => { if (event.isPrimary) end(); });
  // What has begun is no scrolling, whichever way it goes, and opens no menu.
  for (const name of ["touchmove", "contextmenu"] as const) {
    on(name, (event) => { if (drawn !== null) event.preventDefault(); });
  }
  signal.addEventListener("abort", end);
}
