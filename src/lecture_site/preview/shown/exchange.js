// Exchanges the words of a page where they stand, so that an author sees an
// edit at once and the page does not jump. What scripts have set up (code,
// figures, questions) cannot be exchanged: then the page is loaded anew.

const MATHS = "http://www.w3.org/1998/Math/MathML";
const WORDS = new Set([
  "p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "h1", "h2", "h3", "h4",
  "a", "abbr", "b", "br", "code", "em", "i", "q", "s", "small", "span", "strong", "sub", "sup",
]);

const isWords = (block) => [block, ...block.querySelectorAll("*")].every(
  ({ localName, namespaceURI }) => WORDS.has(localName) || namespaceURI === MATHS,
);

/** What stands beside the text, and follows from it. */
const beside = (page) => page.querySelector("[data-md-type=toc]")?.textContent ?? "";

const blocksOf = (page) => [...(page.querySelector("article")?.children ?? [])];

/** The page that is here, before scripts change more than its blocks. */
export function shownFirst() {
  return { blocks: blocksOf(document), texts: globalThis.sentBlocks ?? [], beside: beside(document) };
}

/**
 * Show a page in the place of what is shown.
 *
 * Returns what is shown then, or null if the page must be loaded anew.
 */
export function exchange(old, page) {
  const blocks = blocksOf(page);
  const now = { texts: blocks.map((block) => block.outerHTML), beside: beside(page) };
  const [first, behind] = common(old.texts, now.texts);
  const gone = old.blocks.slice(first, old.blocks.length - behind);
  const come = blocks.slice(first, blocks.length - behind);
  const anchor = old.blocks[first - 1];
  // The theme may have exchanged the whole page meanwhile.
  const isHere = old.texts.length === old.blocks.length &&
    anchor?.isConnected && gone.every((block) => block.isConnected);
  const isPlain = [...gone, ...come].every(isWords) && now.beside === old.beside;
  if (!isHere || !isPlain) return null;
  anchor.after(...come);
  for (const block of gone) block.remove();
  const kept = old.blocks.slice(old.blocks.length - behind);
  return { ...now, blocks: [...old.blocks.slice(0, first), ...come, ...kept] };
}

/** How many texts are the same from the beginning, and from the end. */
function common(old, now) {
  const shorter = Math.min(old.length, now.length);
  let [first, behind] = [0, 0];
  while (first < shorter && old[first] === now[first]) first += 1;
  while (behind < shorter - first && old.at(-1 - behind) === now.at(-1 - behind)) behind += 1;
  return [first, behind];
}
