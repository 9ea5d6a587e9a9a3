// Rules on sentences, for textlint. What Python took out of a text is marked
// by a sign: a formula by ∎. The first line of a message says what is wrong, the
// second what to do.
const HINT = "###### Hint";
const MOST_WORDS = 40;
const LONG = `more than ${MOST_WORDS} words are read twice: make two sentences of them`;
const BARE = "begin with a word, such as \"Here\" or what the symbol stands for";
const SHORT = "write it in full, with the abbreviation in brackets, or explain it in the glossary";

// A full stop ends a sentence before a new line, a capital letter or a formula.
const SENTENCE = /\S[^]*?(?:[.?!][)"”]*(?=\n|\s+[\p{Lu}∎“"(])|$)/gu;
const quoted = (text) => `"${text.split(/\s+/).join(" ")}"`;
const beginning = (text) => quoted(`${text.split(/\s+/).slice(0, 6).join(" ")} ...`);

const wordsOf = (text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}∎]/u.test(word));

const longSentence = (text) => {
  const count = wordsOf(text).length;
  return count > MOST_WORDS && `${count} words in a sentence: ${beginning(text)}\n${LONG}`;
};

// What computes, such as "∎, half as much.", may begin with what it computes,
// and so may any answer to a question.
const bareSymbol = (text, answers) =>
  !answers && /^∎ \p{Ll}/u.test(text) && `a sentence begins with a symbol: ${beginning(text)}\n${BARE}`;

// Looks at each sentence of a paragraph. The title of a box has the depth 6;
// an answer goes on behind its hint.
const onSentences = (StringSource, look) => (context) => {
  const { Syntax, RuleError, report, getSource } = context;
  let answers = false;
  return {
    [Syntax.Header](header) {
      const title = getSource(header);
      if (title !== HINT) answers = header.depth === 6 && title.endsWith("?");
    },
    [Syntax.Paragraph](paragraph) {
      const source = new StringSource(paragraph);
      for (const { 0: text, index } of source.toString().matchAll(SENTENCE)) {
        const told = look(text, answers);
        const from = told && source.originalIndexFromIndex(index);
        if (told) report(paragraph, new RuleError(told, { index: from }));
      }
    },
  };
};

// An abbreviation is known, or stands in brackets, or brackets follow it.
const abbreviations = (known) => (context) => {
  const { Syntax, RuleError, report, getSource } = context;
  const seen = new Set(known);
  return {
    [Syntax.Str](node) {
      const text = getSource(node);
      for (const { 0: short, index } of text.matchAll(/(?<![\w-])[A-Z]{2,}(?=s?(?![\w-]))/g)) {
        if (seen.has(short)) continue;
        seen.add(short);
        if (new RegExp(`\\(${short}s?\\)|${short}s? \\(`).test(getSource())) continue;
        report(node, new RuleError(`${short} is not explained\n${SHORT}`, { index }));
      }
    },
  };
};

const words = (list) => (context) => {
  const { Syntax, RuleError, report, getSource } = context;
  const patterns = list.map(({ wrong, remedy, case: counts }) =>
    [new RegExp(wrong, counts ? "g" : "gi"), remedy]);
  return {
    [Syntax.Str](node) {
      const text = getSource(node);
      for (const [pattern, remedy] of patterns) {
        for (const { 0: wrong, index } of text.matchAll(pattern)) {
          report(node, new RuleError(`${quoted(wrong)}\n${remedy}`, { index }));
        }
      }
    },
  };
};

export const rules = (StringSource, list, known) => [
  { ruleId: "words", rule: words(list) },
  { ruleId: "long-sentence", rule: onSentences(StringSource, longSentence) },
  { ruleId: "bare-symbol", rule: onSentences(StringSource, bareSymbol) },
  { ruleId: "abbreviation", rule: abbreviations(known) },
];
