// A network of dense layers, bent in between, as `lecture_code.mlp`; with
// inverted dropout behind each activation in training, if wanted.

import { type Activation, activate, blame } from "./activations";
import { Dense, room } from "./dense";
import type { Draws } from "./draws";

/** The share p of units that is dropped, and what draws the masks. */
export interface Dropout {
  readonly p: number;
  readonly draws: Draws;
}

export class Network {
  readonly layers: readonly Dense[];
  /** What the hidden layers made of the last batch. */
  readonly hidden: Float64Array[];
  /** What each hidden unit was multiplied by if units were dropped, and the
      products: the slope is that of the whole unit. */
  private readonly masks: Float64Array[];
  private readonly kept: Float64Array[];
  private n = 0;
  private dropped = false;

  /** The last layer has no activation: its outputs are logits. */
  constructor(readonly sizes: readonly number[], readonly activation: Activation) {
    this.layers = sizes.slice(1).map((nOut, l) => new Dense(sizes[l]!, nOut));
    this.hidden = this.layers.slice(1).map(() => new Float64Array(0));
    this.masks = this.hidden.map(() => new Float64Array(0));
    this.kept = this.hidden.map(() => new Float64Array(0));
  }

  get nParameters(): number {
    return this.layers.reduce((sum, { weight, bias }) => sum + weight.length + bias.length, 0);
  }

  /** Return the outputs of a batch of n samples; dropout is for training. */
  forward(x: Float64Array, n: number, dropout?: Dropout): Float64Array {
    this.n = n;
    this.dropped = dropout !== undefined;
    return this.layers.reduce((input, layer, l) => {
      const z = layer.forward(input, n);
      return l < this.hidden.length ? this.bend(l, z, n * layer.nOut, dropout) : z;
    }, x);
  }

  /** Let each layer keep its gradients; return that on the input. */
  backward(dOutput: Float64Array): Float64Array {
    let d = dOutput;
    for (let l = this.layers.length - 1; l >= 0; l -= 1) {
      const layer = this.layers[l]!;
      if (l < this.hidden.length) this.straighten(l, d, this.n * layer.nOut);
      d = layer.backward(d);
    }
    return d;
  }

  private bend(l: number, z: Float64Array, size: number, dropout?: Dropout): Float64Array {
    const h = this.hidden[l] = room(this.hidden[l]!, size);
    activate(this.activation, z, h, size);
    if (!dropout) return h;
    const { p, draws } = dropout;
    const factor = p === 1 ? 1 : 1 / (1 - p);
    const mask = this.masks[l] = room(this.masks[l]!, size);
    const kept = this.kept[l] = room(this.kept[l]!, size);
    for (let i = 0; i < size; i += 1) {
      mask[i] = draws.uniform() < p ? 0 : factor;
      kept[i] = h[i]! * mask[i]!;
    }
    return kept;
  }

  private straighten(l: number, d: Float64Array, size: number): void {
    if (this.dropped) for (let i = 0; i < size; i += 1) d[i]! *= this.masks[l]![i]!;
    blame(this.activation, this.layers[l]!.output, this.hidden[l]!, d, size);
  }
}
