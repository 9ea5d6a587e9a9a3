// Loaded where a reader comes near an explorer: it brings each of the page.

import { NearExplorers } from "./explorers";

const near = new NearExplorers((name) =>
  import(new URL(`explorers/${name}.js`, import.meta.url).href));
document$.subscribe(() => near.visit());

/** Look at the page again; asked for again, only what is new. */
export function begin(): void {
  near.visit();
}
