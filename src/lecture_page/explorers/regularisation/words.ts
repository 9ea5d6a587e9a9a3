// What is fitted and what a penalty does to it, in a few sentences.

import { shown } from "../../kit/page/numbers";
import { type Given, type Seen } from "./model";

const MUCH = 1.5; // times the best validation error

/** Return what is seen of a fit. */
export function words(given: Given, found: Seen): string {
  const { here, weights } = found;
  if (!Number.isFinite(here.validation)) {
    return "The network diverges. Take a smaller λ.";
  }
  return `${what(given)} has a training error of ${shown(here.training)} and a validation ` +
    `error of ${shown(here.validation)}. ${zeros(given, weights)} ${best(found)}`;
}

function what({ model, penalty, lambda, p, degree, epochs }: Given): string {
  const who = model === "polynomial"
    ? `A polynomial of degree ${degree}`
    : `The network after ${epochs} epochs`;
  if (penalty === "dropout") {
    return model === "network"
      ? `${who}, with ${shown(100 * p)} % of the units dropped,`
      : `A polynomial has no units to drop. One of degree ${degree}`;
  }
  if (penalty === "none") return `${who} without a penalty`;
  return `${who} with ${penalty.toUpperCase()} and λ = ${shown(lambda)}`;
}

function zeros({ penalty, model }: Given, weights: readonly number[]): string {
  const none = weights.filter((w) => w === 0).length;
  const count = `Of ${weights.length} ${weights.length === 1 ? "weight" : "weights"} ` +
    `${none || "none"} ${none > 1 ? "are" : "is"} exactly 0.`;
  return penalty === "l1" && model === "network"
    ? `${count} Its steps along a subgradient jump over it.`
    : count;
}

function best({ over, here, best }: Seen): string {
  const name = { lambda: "λ", degree: "degree", epoch: "epoch" }[over];
  const where = `The best ${name} is ${shown(best.at)}, with ${shown(best.validation)}`;
  if (here.validation <= MUCH * best.validation) return `${where}.`;
  if (here.training > best.training) return `${where}: this underfits.`;
  return over === "epoch" ? `${where}: this has learned too long.` : `${where}: this overfits.`;
}
