// Two classes in the plane, as `lecture_code.toy_data` draws them.

import { Draws } from "../../kit/network/draws";
import type { Samples } from "../../kit/network/learning";

export const DATA = {
  xor: "XOR",
  rings: "Two rings",
  moons: "Two moons",
  spiral: "Two spirals",
} as const;
export type Data = keyof typeof DATA;
/** A point of the plane, and its class, 0 or 1. */
export type Labelled = readonly [x: number, y: number, label: number];

const MOST_BY_HAND = 20;
const ONE = /^(-?\d(?:\.\d{1,2})?),(-?\d(?:\.\d{1,2})?),([01])$/;

/** Draw n samples; the classes take turns. */
export function drawn(data: Data, n: number, noise: number, draws: Draws): Samples {
  const places = PLACES[data](n, draws);
  const x = new Float64Array(2 * n);
  const y = Float64Array.from(places, ([, , label]) => label);
  places.forEach((place, i) => {
    x[2 * i] = place[0] + noise * draws.normal();
    x[2 * i + 1] = place[1] + noise * draws.normal();
  });
  return data === "moons" ? { x: x.map((v, i) => (v - [0.5, 0.25][i % 2]!) * 1.5), y } : { x, y };
}

type Place = (n: number, draws: Draws) => Labelled[];
const PLACES: Readonly<Record<Data, Place>> = {
  xor: (n) => Array.from({ length: n }, (_, i) => {
    const [a, b] = [i >> 1 & 1, i & 1];
    return [3 * a - 1.5, 3 * b - 1.5, a ^ b];
  }),
  rings: along(2 * Math.PI, (angle, label) =>
    [(1 + label) * Math.cos(angle), (1 + label) * Math.sin(angle)]),
  moons: along(Math.PI, (angle, label) => label
    ? [1 - Math.cos(angle), 0.5 - Math.sin(angle)]
    : [Math.cos(angle), Math.sin(angle)]),
  spiral: along(1, (t, label) => {
    const [radius, angle] = [0.3 + 2 * t, 2 * Math.PI * t + Math.PI * label];
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  }),
};

function along(far: number, at: (t: number, label: number) => [number, number]): Place {
  return (n, draws) => Array.from({ length: n }, (_, i) =>
    [...at(far * draws.uniform(), i % 2), i % 2] as const);
}

/** Read points that were added by hand: "1,0.5,0;-2,1,1". */
export function byHand(text: string): Labelled[] {
  return text.split(";").filter(Boolean).map((one) => {
    const [, x, y, label] = ONE.exec(one) ?? [];
    return [Number(x), Number(y), Number(label)];
  });
}

/** Return the text with one point more, or the same if there are enough. */
export function withOne(text: string, [x, y, label]: Labelled): string {
  const all = text.split(";").filter(Boolean);
  if (all.length >= MOST_BY_HAND) return text;
  return [...all, [x.toFixed(1), y.toFixed(1), label].map(Number).join(",")].join(";");
}

/** Return the text with a point moved to another place. */
export function withMoved(text: string, which: number, [x, y]: readonly [number, number]): string {
  return text.split(";").filter(Boolean).map((one, k) =>
    k === which ? [x, y, ONE.exec(one)?.[3]].map(Number).join(",") : one).join(";");
}

/** Say what is wrong with such a text. */
export function wrongByHand(text: string): string {
  const all = text.split(";").filter(Boolean);
  if (all.length > MOST_BY_HAND) return `At most ${MOST_BY_HAND} points can be added by hand.`;
  const odd = all.find((one) => !ONE.test(one));
  return odd === undefined ? "" : `A point is written as x,y,class, such as 1,-0.5,0; not “${odd.slice(0, 24)}”.`;
}
