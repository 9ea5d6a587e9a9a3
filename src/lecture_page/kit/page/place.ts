// Where the site lies: this script is at assets/page/, or below it.

/** The address of the site, which ends in a slash. */
export const SITE = new URL(
  import.meta.url.replace(/assets\/page\/.*$/, ""),
);

/** A name for what is kept, which no other site of this host uses. */
export function nameOf(what: string): string {
  return `${SITE.pathname}${what}`;
}
