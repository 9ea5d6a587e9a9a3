// Drawing happens once in a frame, however often something changes.

/** Tell whether a reader asks for little motion. */
export function prefersStillness(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Return a function that asks for a drawing in the next frame. */
export function oncePerFrame(draw: () => void, signal: AbortSignal): () => void {
  let asked = 0;
  signal.addEventListener("abort", () => cancelAnimationFrame(asked));
  return () => {
    if (signal.aborted) return;
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      draw();
    });
  };
}

/**
 * Take steps, one in a frame, until `step` returns false.
 *
 * Return a function that stops it. While nobody looks, frames do not come.
 */
export function everyFrame(
  step: (seconds: number) => boolean,
  signal: AbortSignal,
): () => void {
  let asked = 0;
  let before = performance.now();
  const next = (now: number): void => {
    const goesOn = step(Math.min(0.1, (now - before) / 1000));
    before = now;
    asked = goesOn && !signal.aborted ? requestAnimationFrame(next) : 0;
  };
  asked = requestAnimationFrame(next);
  const stop = (): void => cancelAnimationFrame(asked);
  signal.addEventListener("abort", stop);
  return stop;
}
