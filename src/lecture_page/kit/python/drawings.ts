// A drawing made by a reader's program: shown in the page, so that it wears
// the colours of the theme, and stripped of all that does more than draw.

const SVG = "http://www.w3.org/2000/svg";
const DRAWS = new Set(
  ("svg g path circle ellipse rect line polyline polygon text tspan defs " +
    "clipPath marker use title desc linearGradient radialGradient stop " +
    "pattern symbol").split(" "),
);
const LEADS_AWAY = /url\(\s*["']?(?!#|["'])|script:|^\s*data:/i;
let nDrawn = 0;

/** Return a drawing that can be put into the page, or null if it is none. */
export function drawing(source: string): SVGSVGElement | null {
  const read = new DOMParser().parseFromString(source, "image/svg+xml");
  const root = read.documentElement;
  if (root.namespaceURI !== SVG || root.localName !== "svg") return null;
  for (const each of [...root.querySelectorAll("*")]) {
    const draws = each.namespaceURI === SVG && DRAWS.has(each.localName);
    if (!draws) each.remove();
  }
  for (const each of [root, ...root.querySelectorAll("*")]) strip(each);
  nameApart(root);
  return document.importNode(root, true) as unknown as SVGSVGElement;
}

function strip(each: Element): void {
  for (const { name, value } of [...each.attributes]) {
    const isLink = /(^|:)href$/.test(name) && !value.startsWith("#");
    if (/^on/i.test(name) || isLink || LEADS_AWAY.test(value)) {
      each.removeAttribute(name);
    }
  }
}

/** Give names that no other drawing of the page has. */
function nameApart(root: Element): void {
  nDrawn += 1;
  for (const named of root.querySelectorAll("[id]")) {
    const old = named.id;
    named.id = `${old}-drawn-${nDrawn}`;
    for (const each of root.querySelectorAll("*")) {
      for (const { name, value } of [...each.attributes]) {
        const points = value === `#${old}` || value.includes(`url(#${old})`);
        if (points) each.setAttribute(name, value.replace(`#${old}`, `#${named.id}`));
      }
    }
  }
}
