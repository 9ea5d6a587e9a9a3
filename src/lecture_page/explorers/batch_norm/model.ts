// Batch normalisation of one feature, as `lecture_code.batch_norm` computes it.

export type Mode = "training" | "evaluation";
export interface Given {
  readonly mode: Mode;
  /** Samples in the batch that goes through the layer. */
  readonly m: number;
  /** The first sample of it; the others are drawn. */
  readonly x: number;
  readonly mean: number;
  readonly spread: number;
  readonly seed: number;
  readonly gamma: number;
  readonly beta: number;
  readonly epsilon: number;
  readonly alpha: number;
  /** Batches that the layer has seen in training. */
  readonly seen: number;
}
export interface Statistics {
  readonly mean: number;
  readonly variance: number;
}
export interface Passed {
  readonly batch: number[];
  /** What the batch is normalised with; null if it has no variance. */
  readonly by: Statistics | null;
  readonly normalised: number[];
  readonly output: number[];
}

const SEEN_SIZE = 32; // samples in each batch that was seen
const START: Statistics = { mean: 0, variance: 1 };

// The minimal standard generator of Park and Miller; twelve of its numbers
// add up to nearly a normal one.
function generator(seed: number): () => number {
  let state = seed * 7919;
  const uniform = (): number => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  return () => {
    let sum = -6;
    for (let k = 0; k < 12; k += 1) sum += uniform();
    return sum;
  };
}

// They are the same while anything else is dragged.
const known = new Map<number, { normal: () => number; drawn: number[] }>();
const MOST_KNOWN = 8; // seeds

function normals(seed: number, count: number): readonly number[] {
  if (known.size > MOST_KNOWN) known.clear();
  const of = known.get(seed) ?? { normal: generator(seed), drawn: [] };
  known.set(seed, of);
  while (of.drawn.length < count) of.drawn.push(of.normal());
  return of.drawn;
}

// Samples of a seed, after as many as were drawn before.
function drawn({ mean, spread }: Given, seed: number, m: number, before = 0): number[] {
  return normals(seed, before + m).slice(before, before + m)
    .map((normal) => mean + spread * normal);
}

/** Return mean and (biased) variance. */
export function statistics(x: readonly number[]): Statistics {
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length;
  const variance = x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / x.length;
  return { mean, variance };
}

/** Return the statistics of each batch seen, and the running ones after it. */
export function history(given: Given): { batches: Statistics[]; running: Statistics[] } {
  const batches: Statistics[] = [];
  const running = [START];
  let { mean, variance } = START;
  for (let k = 0; k < given.seen; k += 1) {
    const batch = statistics(drawn(given, given.seed + 100, SEEN_SIZE, k * SEEN_SIZE));
    const unbiased = (batch.variance * SEEN_SIZE) / (SEEN_SIZE - 1);
    mean += given.alpha * (batch.mean - mean);
    variance += given.alpha * (unbiased - variance);
    batches.push(batch);
    running.push({ mean, variance });
  }
  return { batches, running };
}

/** Return a batch before and after the layer. */
export function passed(given: Given): Passed {
  const batch = drawn(given, given.seed, given.m);
  batch[0] = given.x;
  const { running } = history(given);
  const kept = running[running.length - 1] ?? START;
  const own = given.m > 1 ? statistics(batch) : null;
  const by = given.mode === "training" ? own : kept;
  if (!by) return { batch, by, normalised: [], output: [] };
  const divisor = Math.sqrt(by.variance + given.epsilon);
  const normalised = batch.map((value) => (value - by.mean) / divisor);
  return { batch, by, normalised,
    output: normalised.map((value) => given.gamma * value + given.beta) };
}

/** Return all numbers of a state, to be held against `lecture_code`. */
export function golden(given: Given): Record<string, number | number[]> {
  const { batch, by, normalised, output } = passed(given);
  const { running } = history(given);
  return {
    batch, normalised, output,
    refused: by ? 0 : 1,
    running_means: running.map(({ mean }) => mean),
    running_variances: running.map(({ variance }) => variance),
  };
}
