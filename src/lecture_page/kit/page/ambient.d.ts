// What the theme and the bundler bring along.

// What the theme tells: a page was loaded, or exchanged for another.
declare const document$: { subscribe(heard: () => void): void };
declare module "*.css" {
  const text: string;
  export default text;
}
