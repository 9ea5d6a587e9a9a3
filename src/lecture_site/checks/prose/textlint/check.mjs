// Asks textlint about texts. node check.mjs FOLDER, where the packages are.
// Reads JSON from standard input, {texts: [[name, text]...], words: [{wrong,
// remedy, case}...], known: [abbreviation...]}, and prints JSON: [[name, line,
// what is wrong and, on the next line, what to do]...].
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { rules } from "./rules.mjs";

const load = createRequire(`${process.argv[2]}/`);
const { TextlintKernel } = load("@textlint/kernel");
const { StringSource } = load("textlint-util-to-string");
const { default: plugin } = load("@textlint/textlint-plugin-markdown");
const { texts, words, known } = JSON.parse(readFileSync(0, "utf8"));

const kernel = new TextlintKernel();
const options = {
  ext: ".md",
  plugins: [{ pluginId: "markdown", plugin }],
  rules: rules(StringSource, words, known),
};

const found = [];
for (const [name, text] of texts) {
  const { messages } = await kernel.lintText(text, { ...options, filePath: name });
  for (const { line, message } of messages) found.push([name, line, message]);
}
console.log(JSON.stringify(found));
