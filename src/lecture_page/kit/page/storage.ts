// What a reader leaves in this browser. Storage may be full, forbidden or gone
// with a private window: then everything works, and forgets.

const fallback = new Map<string, string>();

/** Return what was kept under a name, or null. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(name) ?? fallback.get(name) ?? null;
  } catch {
    return fallback.get(name) ?? null;
  }
}

/** Keep a text; tell whether it will still be there in the next visit. */
export function keep(name: string, text: string): boolean {
  try {
    localStorage.setItem(name, text);
    fallback.delete(name);
    return true;
  } catch {
    fallback.set(name, text);
    return false;
  }
}

/** Forget what was kept under a name. */
export function forget(name: string): void {
  fallback.delete(name);
  try {
    localStorage.removeItem(name);
  } catch {
    // Where nothing can be kept, nothing is left to forget.
  }
}
