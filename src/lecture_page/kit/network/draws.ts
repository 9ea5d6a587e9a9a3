// Random numbers that a link can repeat: a counter, mixed well (SplitMix,
// Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195, with the finaliser
// of MurmurHash3). The same numbers come from `lecture_golden.shared.draws`.

const GOLDEN = 0x9e3779b9;

function mixed(word: number): number {
  let x = word;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

export class Draws {
  private counter: number;

  /** Seeds give different numbers, and so do the streams of one seed. */
  constructor(seed: number, stream = 0) {
    this.counter = mixed(mixed(seed + GOLDEN) + stream);
  }

  /** Return a number between 0 and 1, never one of them. */
  uniform(): number {
    this.counter = (this.counter + GOLDEN) | 0;
    return (mixed(this.counter) + 0.5) / 2 ** 32;
  }

  /** Return a number with mean 0 and variance 1, as Box and Muller do. */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(this.uniform()));
    return radius * Math.cos(2 * Math.PI * this.uniform());
  }

  /** Return many of them, times a standard deviation. */
  normals(count: number, std = 1): Float64Array {
    const all = new Float64Array(count);
    for (let i = 0; i < count; i += 1) all[i] = std * this.normal();
    return all;
  }

  /** Return 0, 1, …, n - 1 in some order. */
  permutation(n: number): Int32Array {
    const order = Int32Array.from({ length: n }, (_, i) => i);
    for (let i = n - 1; i > 0; i -= 1) {
      const j = Math.floor(this.uniform() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    return order;
  }
}
