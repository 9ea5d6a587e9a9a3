// Loaded by the pages that have explorers: it brings each as it comes near.

import { watchExplorers } from "../kit/near";

declare const document$: { subscribe(next: () => void): void };

let end: (() => void) | undefined;
document$.subscribe(() => {
  end?.();
  end = location.protocol === "file:" ? undefined : watchExplorers((name) =>
    import(new URL(`explorers/${name}.js`, import.meta.url).href));
});
