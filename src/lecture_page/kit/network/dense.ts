// A dense layer, as `lecture_code.linear`: each row of its weight is a unit.

const NOTHING: Float64Array = new Float64Array(0);

/** Return an array with room for so many numbers: the same one, if it has. */
export function room(array: Float64Array, size: number): Float64Array {
  return array.length >= size ? array : new Float64Array(size);
}

// Two sums at once: a processor need not wait for one to add to the other.
function dot(a: Float64Array, i: number, b: Float64Array, j: number, size: number): number {
  let [even, odd] = [0, 0];
  const pairs = size - (size % 2);
  for (let k = 0; k < pairs; k += 2) {
    even += a[i + k]! * b[j + k]!;
    odd += a[i + k + 1]! * b[j + k + 1]!;
  }
  return pairs < size ? even + odd + a[i + pairs]! * b[j + pairs]! : even + odd;
}

export class Dense {
  readonly weight: Float64Array; // nOut rows of nIn numbers
  readonly bias: Float64Array;
  readonly dWeight: Float64Array;
  readonly dBias: Float64Array;
  /** What the last batch gave; a later one may write into the same array. */
  output = NOTHING;
  private input = NOTHING;
  private dInput = NOTHING;
  private n = 0;

  constructor(readonly nIn: number, readonly nOut: number) {
    this.weight = new Float64Array(nOut * nIn);
    this.bias = new Float64Array(nOut);
    this.dWeight = new Float64Array(nOut * nIn);
    this.dBias = new Float64Array(nOut);
  }

  /** Return the outputs of a batch of n samples, one after the other. */
  forward(x: Float64Array, n: number): Float64Array {
    const { nIn, nOut, weight, bias } = this;
    this.input = x;
    this.n = n;
    this.output = room(this.output, n * nOut);
    for (let i = 0; i < n; i += 1) {
      for (let o = 0; o < nOut; o += 1) {
        this.output[i * nOut + o] = dot(x, i * nIn, weight, o * nIn, nIn) + bias[o]!;
      }
    }
    return this.output;
  }

  /** Keep the gradients on weight and bias, return that on the input. */
  backward(dOutput: Float64Array): Float64Array {
    const { nIn, nOut, n, input, weight, dWeight, dBias } = this;
    this.dInput = room(this.dInput, n * nIn);
    const dInput = this.dInput.fill(0, 0, n * nIn);
    dWeight.fill(0);
    dBias.fill(0);
    for (let i = 0; i < n; i += 1) {
      for (let o = 0; o < nOut; o += 1) {
        const d = dOutput[i * nOut + o]!;
        const [row, sample] = [o * nIn, i * nIn];
        dBias[o]! += d;
        for (let k = 0; k < nIn; k += 1) {
          dWeight[row + k]! += d * input[sample + k]!;
          dInput[sample + k]! += d * weight[row + k]!;
        }
      }
    }
    return dInput;
  }
}
