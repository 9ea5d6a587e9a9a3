// What is seen of a run, in sentences.

import { shown } from "../../kit/page/numbers";
import { ACTIVATIONS } from "../../kit/network/activations";
import type { Learned } from "./learning";
import type { Setup } from "./model";

const STUCK = 0.9; // right of the training points, and no more
const LONG = 100; // epochs after which that is said
const BY_HEART = 0.1; // of loss between training points and new ones

/** Say how a network does. */
export function saysOf(setup: Setup, learned: Learned): string {
  const { training, validation, epochs } = learned;
  if (!Number.isFinite(training.loss)) {
    return `After ${many(epochs)} the weights have left all bounds: a smaller step would hold them.`;
  }
  return `${described(setup, learned)}${epochs ? `, after ${many(epochs)}` : ", not trained yet"}: ` +
    `${percent(training.accuracy)} of the training points and ${percent(validation.accuracy)} ` +
    `of new ones are right; the loss is ${shown(training.loss)} and ${shown(validation.loss)}. ` +
    remark(setup, learned);
}

function described({ layers, units, activation }: Setup, { nParameters }: Learned): string {
  const parameters = `${nParameters} parameters`;
  if (!layers) return `A linear classifier, ${parameters}`;
  const of = activation === "identity" ? "linear" : ACTIVATIONS[activation].replace(/^[TSL]/, lower);
  const each = layers > 1 ? `${layers} layers of ${units}` : `${units}`;
  return `${each} ${of} ${units === 1 && layers === 1 ? "unit" : "units"}, ${parameters}`;
}

function remark(
  { start, layers, activation, dropout }: Setup,
  { training, validation, epochs }: Learned,
): string {
  if (epochs < LONG) return "";
  if (start === "zeros" && layers && !dropout) {
    return "Units that begin alike stay alike, or never move.";
  }
  if (validation.loss - training.loss > BY_HEART) {
    return "It does worse on new points: part of what it knows, it knows by heart.";
  }
  if (training.accuracy >= STUCK) return "";
  return layers && activation !== "identity"
    ? "It is stuck, or too small; another start may do better."
    : "It parts the plane by one straight line, whatever the start.";
}

function many(epochs: number): string {
  return epochs === 1 ? "one epoch" : `${epochs} epochs`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function lower(letter: string): string {
  return letter.toLowerCase();
}
