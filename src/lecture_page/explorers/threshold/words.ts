// What a threshold does, in a sentence or two; what is undefined in words.

import { shown } from "../../kit/fields";
import type { Seen } from "./seen";

export type Look = "roc" | "precision" | "calibration" | "costs";

/** Return what happens at the threshold, and what the second plot shows. */
export function words(seen: Seen, look: Look): string {
  const { given, count: { found, missed, falseAlarms, quiet } } = seen;
  const [nOnes, nZeros] = [found + missed, falseAlarms + quiet];
  const ones = nOnes ? `${found} of ${nOnes} of class 1 are found` : "there is nothing to find";
  const zeros = nZeros
    ? `${falseAlarms} of ${nZeros} of class 0 raise a false alarm`
    : "there is nobody to alarm falsely";
  return `With an alarm above ${shown(given.threshold)}, ${ones}, and ${zeros}. ` +
    REMARKS[look](seen);
}

const REMARKS: Readonly<Record<Look, (seen: Seen) => string>> = { roc, precision, calibration, costs };

function roc({ area, given, count: { found, missed } }: Seen): string {
  if (Number.isNaN(area)) {
    return `All samples are of class ${found + missed ? 1 : 0}: with one class there is no ROC curve.`;
  }
  if (!given.distance || !given.confidence) {
    return "All scores are equal: a threshold takes all or none, and the area is 0.5.";
  }
  return `The area under the ROC curve is ${shown(area)}, whatever the threshold: so often a ` +
    "sample of class 1 scores above one of class 0.";
}

function precision({ rates, mean, count: { found, missed, falseAlarms } }: Seen): string {
  if (!(found + missed)) return "With nothing to find there is no recall, and no curve.";
  if (!(found + falseAlarms)) {
    return "No alarm is raised: how many alarms are right, the precision, has no answer. " +
      `The accuracy is ${shown(rates.accuracy)} all the same.`;
  }
  return `So ${shown(rates.precision)} of the alarms are right, the precision; on the average over ` +
    `the curve ${shown(mean)}. By chance it is the share of class 1.`;
}

function calibration({ gap, given, groups }: Seen): string {
  const said = `Probability and share differ by ${shown(gap)} on the average`;
  if (groups.filter(({ size }) => size).length === 1) {
    return `${said}: all samples get about the same probability. That may be right, and useless.`;
  }
  if (given.confidence > 1) return `${said}. A confidence above 1 says too much at both ends.`;
  if (given.confidence < 1) return `${said}. A confidence below 1 stays too near to a half.`;
  return given.spread === 1
    ? `${said}. The logits are right: the rest is chance, and shrinks with more samples.`
    : `${said}. With unequal spreads a logit that is linear in the score cannot be right.`;
}

function costs({ cost, here, cheapest, byCosts }: Seen): string {
  if (Number.isNaN(byCosts)) return "No error costs anything: all thresholds are equally good.";
  return `That costs ${shown(here)} per sample. ${shown(cheapest)} costs least here, ` +
    `${shown(Math.min(...cost))}; were the probabilities right, it would be about ` +
    `${shown(byCosts)}.`;
}
