// Polynomials of least squares, with a penalty: L2 in closed form, L1 by
// proximal steps. The constant costs nothing.

import type { Samples } from "../../kit/network/learning";

export interface Fit {
  readonly bias: number;
  readonly weights: readonly number[];
}

const STEPS = 1000; // proximal ones
const SWEEPS = 40;
const NOTHING = 1e-20; // of the largest squared singular value

/** Return Legendre polynomials 1 to degree at x, each with mean square 1. */
export function features(x: number, degree: number): number[] {
  const found: number[] = [];
  let [before, now] = [1, x];
  for (let k = 1; k <= degree; k += 1) {
    found.push(Math.sqrt(2 * k + 1) * now);
    [before, now] = [now, ((2 * k + 1) * x * now - k * before) / (k + 1)];
  }
  return found;
}

export function valueOf({ bias, weights }: Fit, x: number): number {
  return features(x, weights.length).reduce((sum, p, k) => sum + weights[k]! * p, bias);
}

/** What all fits of one degree to the same samples share. */
export class Polynomials {
  /** Columns of the centred features, turned to be orthogonal, and how. */
  private readonly columns: number[][];
  private readonly turned: number[][];
  private readonly centred: number[][];
  private readonly means: number[];
  private readonly target: number[];
  private readonly level: number;

  constructor({ x, y }: Samples, degree: number) {
    const rows = Array.from(x, (at) => features(at, degree));
    const raw = Array.from({ length: degree }, (_, k) => rows.map((row) => row[k]!));
    this.means = raw.map(mean);
    this.centred = raw.map((column, k) => column.map((value) => value - this.means[k]!));
    this.level = mean([...y]);
    this.target = Array.from(y, (value) => value - this.level);
    this.columns = this.centred.map((column) => [...column]);
    this.turned = raw.map((_, k) => raw.map((_, j) => Number(j === k)));
    orthogonalise(this.columns, this.turned);
  }

  /** Minimise the mean squared error plus λ Σ w²; of many, the least w. */
  ridge(lambda: number): Fit {
    const weights = this.means.map(() => 0);
    const squares = this.columns.map((column) => dot(column, column));
    const least = NOTHING * Math.max(...squares);
    this.columns.forEach((column, j) => {
      if (squares[j]! <= least) return;
      const along = dot(column, this.target) / (squares[j]! + column.length * lambda);
      this.turned[j]!.forEach((v, k) => { weights[k]! += v * along; });
    });
    return this.withBias(weights);
  }

  /** Minimise the mean squared error plus λ Σ |w|, nearly. */
  lasso(lambda: number): Fit {
    const n = this.target.length;
    const gram = this.centred.map((a) => this.centred.map((b) => 2 * dot(a, b) / n));
    const pull = this.centred.map((a) => 2 * dot(a, this.target) / n);
    // Steeper than the sum of all slopes it never gets.
    const steepest = 2 * Math.max(...this.columns.map((a) => dot(a, a))) / n;
    let weights = pull.map(() => 0);
    if (steepest === 0) return this.withBias(weights);
    const lr = 1 / steepest;
    for (let step = 0; step < STEPS; step += 1) {
      weights = weights.map((w, k) =>
        softThreshold(w - lr * (dot(gram[k]!, weights) - pull[k]!), lr * lambda));
    }
    return this.withBias(weights);
  }

  private withBias(weights: number[]): Fit {
    return { weights, bias: this.level - dot(this.means, weights) };
  }
}

function softThreshold(w: number, amount: number): number {
  return w - Math.min(amount, Math.max(-amount, w));
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

// Singular values by one-sided Jacobi rotations (Hestenes 1958,
// doi:10.1137/0106005): columns become orthogonal, two at a time.
function orthogonalise(columns: number[][], turned: number[][]): void {
  const largest = Math.max(...columns.map((column) => dot(column, column)));
  for (let sweep = 0, isDone = false; sweep < SWEEPS && !isDone; sweep += 1) {
    isDone = true;
    for (let i = 0; i < columns.length; i += 1) {
      for (let j = i + 1; j < columns.length; j += 1) {
        const [a, b] = [dot(columns[i]!, columns[i]!), dot(columns[j]!, columns[j]!)];
        const c = dot(columns[i]!, columns[j]!);
        if (Math.abs(c) <= 1e-15 * Math.sqrt(a * b) + 1e-32 * largest) continue;
        isDone = false;
        const zeta = (b - a) / (2 * c);
        const t = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(1, zeta));
        for (const pair of [columns, turned]) rotate(pair[i]!, pair[j]!, t);
      }
    }
  }
}

function rotate(first: number[], second: number[], t: number): void {
  const cos = 1 / Math.hypot(1, t);
  for (let k = 0; k < first.length; k += 1) {
    const [p, q] = [first[k]!, second[k]!];
    first[k] = cos * (p - t * q);
    second[k] = cos * (t * p + q);
  }
}
