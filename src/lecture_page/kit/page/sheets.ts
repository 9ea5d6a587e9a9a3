// Styles come with their script: no request of their own, and no style
// element, which the policy of the site refuses.

const worn = new Set<string>();

/** Let the page wear a sheet, once. */
export function wear(css: string): void {
  if (worn.has(css)) return;
  worn.add(css);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
