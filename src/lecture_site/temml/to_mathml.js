// Reads one formula a line as JSON, writes its MathML or its error as JSON.
const fs = require("fs");
const path = require("path");
const readline = require("readline");

const source = fs.readFileSync(path.join(__dirname, "temml.min.js"), "utf8");
const temml = new Function(`${source}; return temml;`)();

function convert({ tex, display }) {
  try {
    const options = { displayMode: display, throwOnError: true, xml: true };
    return { mathml: temml.renderToString(tex, options) };
  } catch (error) {
    return { error: error.message };
  }
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  process.stdout.write(`${JSON.stringify(convert(JSON.parse(line)))}\n`);
});
