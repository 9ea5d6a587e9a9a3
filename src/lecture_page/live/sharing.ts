// Code in a link: packed into the fragment, which no server is ever sent.

const START = "#run=";
const LONGEST = 100_000; // characters of code that a link may unfold to
/** What mail programs and messengers pass on whole. */
export const LONG_LINK = 8_000;

export interface Shared {
  name: string;
  /** Null if the link holds nothing that can be read. */
  code: string | null;
}

/** Return the address of this page with the code of a listing in it. */
export async function linkTo(name: string, code: string): Promise<string> {
  const bytes = new TextEncoder().encode(code);
  const packed = await through(bytes, new CompressionStream("deflate-raw"));
  const letters = Array.from(packed, (byte) => String.fromCharCode(byte));
  const text = btoa(letters.join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
  const here = new URL(location.href);
  here.hash = `${START}${name}:${text}`;
  return here.href;
}

/** Return what a fragment shares, or null if it is an ordinary one. */
export async function sharedIn(fragment: string): Promise<Shared | null> {
  const plain = decoded(fragment);
  if (!plain.startsWith(START)) return null;
  const [name = "", text = ""] = plain.slice(START.length).split(":");
  return { name, code: await unpacked(text) };
}

/** Let the address be that of the page alone. */
export function forgetShared(): void {
  if (!location.hash.startsWith(START)) return;
  history.replaceState(history.state, "", location.pathname + location.search);
}

// Some programs that pass a link on write its signs as %3A and so on.
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

async function unpacked(text: string): Promise<string | null> {
  try {
    const letters = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const whole = await through(bytes, new DecompressionStream("deflate-raw"));
    return new TextDecoder("utf-8", { fatal: true }).decode(whole) || null;
  } catch {
    return null;
  }
}

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  change: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const reader = new Blob([bytes]).stream().pipeThrough(change).getReader();
  const parts: number[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Uint8Array.from(parts);
    for (const byte of value) parts.push(byte);
    if (parts.length > LONGEST) throw new RangeError("too long");
  }
}
