// What the theme tells: a page was loaded, or exchanged for another.
declare const document$: { subscribe(heard: () => void): void };
