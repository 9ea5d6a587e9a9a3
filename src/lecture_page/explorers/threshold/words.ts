// What a threshold does, in a sentence or two; what is undefined in words.

import { shown } from "../../kit/page/numbers";
import type { Seen } from "./seen";

export type Look = "roc" | "precision" | "calibration" | "costs";

/** Return what happens at the threshold, and what the second plot shows. */
export function words(seen: Seen, look: Look): string {
  const { given, count: { found, missed, falseAlarms, quiet } } = seen;
  const [nOnes, nZeros] = [found + missed, falseAlarms + quiet];
  const ones = nOnes ? `${found} of ${nOnes} of class 1 are found` : "there is nothing to find";
  const zeros = nZeros
    ? `${falseAlarms} of ${nZeros} of class 0 are false alarms`
    : "there is nobody to alarm falsely";
  return `Alarm above ${shown(given.threshold)}: ${ones}, ${zeros}. ${REMARKS[look](seen)}`;
}

const REMARKS: Readonly<Record<Look, (seen: Seen) => string>> = { roc, precision, calibration, costs };

function roc({ area, given, count: { found, missed } }: Seen): string {
  if (Number.isNaN(area)) {
    return `All samples are of class ${found + missed ? 1 : 0}: there is no ROC curve.`;
  }
  if (!given.distance || !given.confidence) {
    return "All scores are equal: a threshold takes all or none, and the area is 0.5.";
  }
  return `The area ${shown(area)} does not depend on the threshold: so often class 1 scores ` +
    "above class 0.";
}

function precision({ rates, count: { found, missed, falseAlarms } }: Seen): string {
  if (!(found + missed)) return "So there is no recall, and no curve.";
  if (!(found + falseAlarms)) {
    return "How many of no alarms are right, the precision, has no answer; " +
      `${shown(rates.accuracy)} of all samples are judged right.`;
  }
  return `The precision is ${shown(rates.precision)}: so many alarms are right. By chance it is the ` +
    "share of class 1.";
}

function calibration({ gap, given, groups }: Seen): string {
  const said = `Probability and share are ${shown(gap)} apart on the average`;
  if (groups.filter(({ size }) => size).length === 1) {
    return `${said}: one for all is useless, even if right.`;
  }
  if (given.confidence > 1) return `${said}: a confidence above 1 says too much.`;
  if (given.confidence < 1) return `${said}: a confidence below 1 says too little.`;
  return given.spread === 1
    ? `${said}: that is chance, and shrinks with more samples.`
    : `${said}: unequal spreads need a bent logit.`;
}

function costs({ here, cheapest, byCosts }: Seen): string {
  if (Number.isNaN(byCosts)) return "No error costs anything: all thresholds are equally good.";
  return `A sample costs ${shown(here)}, and least, ${shown(cheapest.cost)}, above ` +
    `${shown(cheapest.threshold)}. Right probabilities would put that near ${shown(byCosts)}.`;
}
