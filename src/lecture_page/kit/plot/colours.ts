// Colours of the page. SVG takes them from the style sheet by itself; a
// canvas has to ask, and again when the theme changes.

export const COLOURS = [
  "ink", "muted", "grid", "paper", "blue", "orange", "green", "purple", "red",
] as const;
export type Colour = (typeof COLOURS)[number];

/** Return the colours as they are now. */
export function colours(): Record<Colour, string> {
  const style = getComputedStyle(document.body);
  const pairs = COLOURS.map((name) => [name, style.getPropertyValue(`--figure-${name}`).trim()]);
  return Object.fromEntries(pairs) as Record<Colour, string>;
}

/** Call back whenever the theme has changed. */
export function onTheme(callback: () => void, signal: AbortSignal): void {
  const watcher = new MutationObserver(callback);
  watcher.observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
  signal.addEventListener("abort", () => watcher.disconnect());
}
