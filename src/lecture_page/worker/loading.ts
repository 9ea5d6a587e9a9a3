// Loads Python, NumPy and the lecture's code, each file once and all at once.

import type { Start } from "../kit/python/messages";
import type { PageModule, PyodideModule } from "./pyodide";

/** Fetches a file; it rejects, or answers without `ok`, where it cannot. */
export type Read = (url: string) => Promise<Response>;
type Told = (loaded: number, total: number) => void;

const WASM = "application/wasm";
const nothing = (): void => {};

/** What was not loaded, in a sentence for a reader. */
export class NotLoaded extends Error {}

/** Load everything, and return the module that runs programs. */
export async function load(start: Start, read: Read, told: Told): Promise<PageModule> {
  const total = start.files.reduce((sum, { bytes }) => sum + bytes, 0);
  const files = new Files(start, read, (loaded) => told(Math.min(loaded, total), total));
  const wheels = start.files.map(({ name }) => name).filter((name) => name.endsWith(".whl"));
  const unpacked = wheels.map(async (name) => (await files.get(name)).arrayBuffer());
  // It is asked for below, when Python runs; until then nobody hears it fail.
  for (const each of unpacked) each.catch(nothing);
  const pyodide = await withFetch(files, () => python(start.base, files));
  for (const each of unpacked) pyodide.unpackArchive(await each, "wheel");
  pyodide.pyimport("numpy").destroy();
  told(total, total); // Node reads some files without asking here
  return pyodide.pyimport("lecture_live.page");
}

async function python(base: string, files: Files): ReturnType<PyodideModule["loadPyodide"]> {
  const [{ loadPyodide }] = await Promise.all([
    files.script("pyodide.mjs") as Promise<PyodideModule>,
    files.script("pyodide.asm.js"),
  ]);
  const isFile = base.startsWith("file:");
  const indexURL = isFile ? decodeURIComponent(new URL(base).pathname) : base;
  return loadPyodide({ indexURL, stdout: nothing, stderr: nothing });
}

/** Let Pyodide's own requests be answered by what is loading here. */
async function withFetch<T>(files: Files, work: () => Promise<T>): Promise<T> {
  const original = globalThis.fetch;
  globalThis.fetch = (asked, how) =>
    files.named(String(asked instanceof Request ? asked.url : asked)) ?? original(asked, how);
  try {
    return await work();
  } finally {
    globalThis.fetch = original;
  }
}

/** The files of the runtime, counted as they come. */
class Files {
  private loaded = 0;
  private readonly sizes: Map<string, number>;
  private readonly begun = new Map<string, Promise<Response>>();

  constructor(
    private readonly start: Start,
    private readonly read: Read,
    private readonly counted: (loaded: number) => void,
  ) {
    this.sizes = new Map(start.files.map(({ name, bytes }) => [name, bytes]));
    for (const { name } of start.files) {
      if (!/\.m?js$/.test(name)) this.begin(name);
    }
  }

  /** A file by its name, which can be taken once. */
  get(name: string): Promise<Response> {
    const asked = this.begun.get(name) ?? this.begin(name);
    this.begun.delete(name);
    return asked;
  }

  /** A file by its address, if it is one of these. */
  named(url: string): Promise<Response> | null {
    const name = url.split("/").pop() ?? "";
    return url.startsWith(this.start.base) && this.begun.has(name) ? this.get(name) : null;
  }

  /** A script, which the browser itself loads and runs. */
  async script(name: string): Promise<unknown> {
    try {
      const module: unknown = await import(/* @vite-ignore */ this.url(name));
      this.count(this.sizes.get(name) ?? 0);
      return module;
    } catch {
      throw lacks(name);
    }
  }

  private begin(name: string): Promise<Response> {
    const asked = this.fetched(name);
    asked.catch(nothing); // whoever takes it hears it
    this.begun.set(name, asked);
    return asked;
  }

  private async fetched(name: string): Promise<Response> {
    const answer = await this.read(this.url(name)).catch(() => null);
    if (!answer?.ok || !answer.body) throw lacks(name);
    const counting = new TransformStream<Uint8Array, Uint8Array>({
      transform: (chunk, passed) => {
        this.count(chunk.byteLength);
        passed.enqueue(chunk);
      },
    });
    const type = name.endsWith(".wasm") ? WASM : "application/octet-stream";
    return new Response(answer.body.pipeThrough(counting), { headers: { "Content-Type": type } });
  }

  private url(name: string): string {
    return name === this.start.wheel.split("/").pop() ? this.start.wheel : this.start.base + name;
  }

  private count(bytes: number): void {
    this.loaded += bytes;
    this.counted(this.loaded);
  }
}

function lacks(name: string): NotLoaded {
  return new NotLoaded(
    `Python could not be loaded: ${name} did not arrive. Perhaps there is no network; try again.`,
  );
}
