// Loaded by the pages that have explorers: it brings each as it comes near.

import { NearExplorers } from "../kit/near";

const near = new NearExplorers((name) =>
  import(new URL(`explorers/${name}.js`, import.meta.url).href));
// A copy that is opened as a file cannot load modules.
if (location.protocol !== "file:") document$.subscribe(() => near.visit());
