// What the page and the worker that runs Python say to each other.

export interface RunRequest {
  type: "run";
  id: number;
  code: string;
  name: string;
  recorded: string | null;
}

export interface CheckRequest {
  type: "check";
  id: number;
  exercise: unknown;
  code: string;
}

export type Request = RunRequest | CheckRequest;

export interface Start {
  type: "start";
  base: string;
  files: RuntimeFile[];
  wheel: string;
}

export interface RuntimeFile {
  name: string;
  bytes: number;
}

export interface Agreement {
  verdict: "as recorded" | "within tolerance" | "differs";
  says: string;
}

export interface Mistake {
  line: number | null;
  source?: string;
  text: string;
  hint: string | null;
}

export interface Done {
  type: "done";
  id: number;
  seconds: number;
  agreement: Agreement | null;
  error: Mistake | null;
}

export interface Checked {
  type: "checked";
  id: number;
  passed: boolean;
  tests: { name: string; passed: boolean; says: string }[];
  says: string;
  error: Mistake | null;
}

export type Reply =
  | { type: "progress"; loaded: number; total: number }
  | { type: "ready"; seconds: number }
  | { type: "failed"; what: string }
  | { type: "output"; id: number; text: string }
  | { type: "figure"; id: number; svg: string; alt: string }
  | Done
  | Checked;
