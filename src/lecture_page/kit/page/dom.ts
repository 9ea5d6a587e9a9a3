// Elements of the page in one line each.

type Value = string | number | boolean | null;
export type Attributes = Readonly<Record<string, Value>>;
type Child = Node | string;

const SVG = "http://www.w3.org/2000/svg";

/** Set attributes; true sets an empty one, false and null take it away. */
export function set<E extends Element>(element: E, attributes: Attributes): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  return element;
}

/** Return a new element of HTML. */
export function html<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = set(document.createElement(tag), attributes);
  element.append(...children);
  return element;
}

/** Return a new element of SVG. */
export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  const element = set(document.createElementNS(SVG, tag), attributes);
  element.append(...children);
  return element as SVGElementTagNameMap[K];
}

/** Let an element show one text, without touching it if it does already. */
export function say(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
