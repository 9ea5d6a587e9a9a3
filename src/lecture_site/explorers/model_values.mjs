// Computes what an explorer computes in a page: {script, states} comes in,
// and a list of values goes out. JSON lacks some numbers; they are words.

import { readFileSync } from "node:fs";

const { script, states } = JSON.parse(readFileSync(0, "utf8"));
const { model } = await import(script);
const word = (x) => (Number.isNaN(x) ? "nan" : x > 0 ? "inf" : "-inf");
const values = states.map((state) => model.golden(state));
process.stdout.write(JSON.stringify(values, (_, value) =>
  typeof value === "number" && !Number.isFinite(value) ? word(value) : value));
