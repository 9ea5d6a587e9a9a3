// Asks Lighthouse about pages, one after the other, in one browser.
// node audit.mjs FOLDER CHROMIUM FLAGS ADDRESS...
// Prints a line of JSON for each: address, scores, what was found wanting.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, chromePath, flags, ...addresses] = process.argv.slice(2);
const installed = createRequire(`${folder}/`);
const load = (name) => import(pathToFileURL(installed.resolve(name)));
const { default: lighthouse } = await load("lighthouse");
const { launch } = await load("chrome-launcher");

const CATEGORIES = ["accessibility", "best-practices", "seo"];
const settings = {
  onlyCategories: CATEGORIES,
  output: "json",
  logLevel: "error",
  disableFullPageScreenshot: true,
  // Nothing of the site comes late, and no time is measured. With another
  // throttling, Lighthouse waits for five seconds twice, whatever is said here.
  throttlingMethod: "simulate",
  pauseAfterFcpMs: 0,
  pauseAfterLoadMs: 0,
  networkQuietThresholdMs: 0,
  cpuQuietThresholdMs: 0,
};

function wanting({ audits, categories }) {
  const asked = CATEGORIES.flatMap((name) => categories[name].auditRefs)
    .filter(({ weight }) => weight > 0).map(({ id }) => audits[id]);
  return asked.filter(({ score }) => score !== null && score < 1).map(
    ({ id, details }) => [id, (details?.items ?? []).slice(0, 3)]);
}

const chrome = await launch({ chromePath, chromeFlags: flags.split(" ") });
try {
  for (const address of addresses) {
    const { lhr } = await lighthouse(address, { ...settings, port: chrome.port });
    const scores = Object.fromEntries(CATEGORIES.map((name) =>
      [name, Math.round(100 * lhr.categories[name].score)]));
    const error = lhr.runtimeError?.message;
    console.log(JSON.stringify({ address, scores, wanting: wanting(lhr), error }));
  }
} finally {
  await chrome.kill();
}
