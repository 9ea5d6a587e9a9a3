// What of Pyodide the worker uses.

/** A Python object as JavaScript holds it; it lives until it is destroyed. */
export interface PyProxy {
  destroy(): void;
}

export interface PageModule extends PyProxy {
  run_as_json(
    code: string,
    name: string,
    recorded: string | null,
    write: (text: string) => void,
    show: (svg: string, alt: string) => void,
  ): string;
  check_as_json(exercise: string, code: string): string;
}

export interface Pyodide {
  unpackArchive(archive: ArrayBuffer, format: string): void;
  pyimport(name: "numpy"): PyProxy;
  pyimport(name: "lecture_live.page"): PageModule;
}

export interface PyodideModule {
  loadPyodide(how: {
    indexURL: string;
    stdout: (text: string) => void;
    stderr: (text: string) => void;
  }): Promise<Pyodide>;
}
