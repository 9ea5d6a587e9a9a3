// Runs the worker of the pages in Node: asked on standard input, in one JSON,
// it answers a JSON a line.

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

const { worker, start, requests } = JSON.parse(readFileSync(0, "utf-8"));
const read = async (url) => new Response(await readFile(fileURLToPath(url)));
const port = {
  onmessage: null,
  postMessage: (reply) => process.stdout.write(`${JSON.stringify(reply)}\n`),
};

const { serve } = await import(worker);
serve(port, read);
for (const data of [start, ...requests]) port.onmessage({ data });
