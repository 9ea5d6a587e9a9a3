// Reads one formula a line as JSON, writes its MathML or its error as JSON.
const fs = require("fs");
const path = require("path");
const readline = require("readline");

const source = fs.readFileSync(path.join(__dirname, "temml.min.js"), "utf8");
const temml = new Function(`${source}; return temml;`)();

// Browsers hang the sign of a root from what stands under it: over a small
// letter it drops below the line. A strut gives it the height of a line.
const STRUT = '<mspace height="0.74em" depth="0.16em"/>';

const UNFINISHED = "a part is missing, such as a group in braces after ^ or _";

function withStruts(mathml) {
  return mathml
    .replace(/<mroot>(<(m[ino])[^>]*>[^<]*<\/\2>)/g, "<mroot><mrow>$1</mrow>")
    .replace(/<mroot><mrow>/g, `<mroot><mrow>${STRUT}`)
    .replace(/<msqrt>/g, `<msqrt>${STRUT}`);
}

function convert({ tex, display }) {
  try {
    const options = { displayMode: display, throwOnError: true, xml: true };
    return { mathml: withStruts(temml.renderToString(tex, options)) };
  } catch (error) {
    // Anything else is not meant for an author: Temml met the end of what it
    // was to read.
    const isToldToAuthors = error instanceof temml.ParseError;
    return { error: isToldToAuthors ? error.message : UNFINISHED };
  }
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  process.stdout.write(`${JSON.stringify(convert(JSON.parse(line)))}\n`);
});
