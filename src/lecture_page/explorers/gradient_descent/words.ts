// What became of a walk, in a sentence.

import { shown } from "../../kit/page/numbers";
import type { Run, Walk } from "./model";
import { surface } from "./surfaces";

const LEFT = 1e-6; // the share of the first loss that is small enough
const STILL = 1e-3; // a slope that moves nothing any more

/** Tell whether the loss has grown beyond all measure. */
export function diverges({ losses }: Walk): boolean {
  const [first = 0, last = 0] = [losses[0], losses[losses.length - 1]];
  return !(last <= 10 * Math.max(first, 1));
}

/** Return what became of a walk. */
export function outcome(run: Run, walk: Walk): string {
  const { losses } = walk;
  const [first = 0, last = 0] = [losses[0], losses[losses.length - 1]];
  if (diverges(walk)) return divergence(first, losses);
  const high = [...losses].reverse().findIndex((loss) => loss > LEFT * first);
  if (high > 0) {
    return `From step ${losses.length - high} on, less than a millionth of the loss is left.`;
  }
  return `The loss goes from ${shown(first)} to ${shown(last)}.${resting(run, walk)}`;
}

function divergence(first: number, losses: readonly number[]): string {
  const broken = losses.findIndex((loss) => !Number.isFinite(loss));
  const last = losses[losses.length - 1] ?? 0;
  const grown = broken < 0
    ? `has grown from ${shown(first)} to ${shown(last)}`
    : `has left all bounds at step ${broken}, and is no number any more`;
  return `The loss ${grown}: this diverges. A smaller step size mends it.`;
}

function resting(run: Run, { points, losses }: Walk): string {
  if (run.batch !== "all") {
    return " It goes on jumping: each batch has a slope of its own.";
  }
  const [x, y] = points[points.length - 1] ?? [0, 0];
  const slope = surface(run.surface, run.condition, run.turn).slope(x, y);
  if (Math.hypot(...slope) > STILL || (losses[losses.length - 1] ?? 0) < 0.01) return "";
  if (run.surface === "two_minima" && Math.abs(x - 0.9) < 0.1) {
    return " It rests in the higher minimum, and nothing here tells it of the other.";
  }
  return " It rests on the saddle: the slope is zero there, and it is no minimum.";
}
