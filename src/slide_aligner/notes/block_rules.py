"""Blocks that people write in Markdown and CommonMark does not know.

Each rule has the signature of markdown-it: it looks at one line, and if the
block is its own, adds tokens and moves `state.line` behind it.
"""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

_TITLED = re.compile(
    r"(?:!!!|\?\?\?\+?)\s+[\w -]+?(?:\s+\"(?P<box>.*)\")?\s*$"
    r"|===[!+]{0,2}\s+\"(?P<tab>.*)\"\s*$"
)
_HANGING = re.compile(r"\[\^[^\]\s]+\]:\s*|:\s+(?=\S)")
_FENCED_DIV = re.compile(
    r":{3,}\s*(?:\{(?P<braces>[^{}]*)\}|[\w.-]+)?\s*"
    r"(?:\[(?P<boxed>.*)\]|\{[^{}]*\}|(?P<bare>[^{\[].*))?$"
)
_SLASHES = re.compile(r"/{3,}\s*(?:(?P<kind>[\w-]+)\s*(?:\|(?P<title>.*))?)?$")
_OPTION = re.compile(r"[\w-]+:(?:\s|$)")
_INCLUDE = re.compile(r";*-+8<-+(?P<file>.*)")
_LABEL = re.compile(r"\([\w:. -]+\)=\s*$")
_OPEN_TAG = re.compile(r"<\w+\b[^<>]*\bmarkdown\b[^<>]*>\s*$")
_INSERTED = re.compile(r"<!--\s*slide-aligner\b")
_INSERTED_END = re.compile(r"<!--\s*/slide-aligner\b")
_FORMULA_ENDS = {"$$": "$$", "\\[": "\\]"}
_ENVIRONMENT = re.compile(r"\\begin\{([\w*]+)\}")
_FAR = 300
_INTERRUPTED = ["paragraph", "reference", "blockquote", "list"]


def add_rules(md: MarkdownIt) -> None:
    """Teach a parser all blocks of this module."""
    rules = (_inserted, _titled, _hanging, _divs, _lines, _display_formula)
    for rule in rules:
        name = rule.__name__.strip("_")
        md.block.ruler.before("table", name, rule, {"alt": _INTERRUPTED})


def _text(state: StateBlock, line: int) -> str:
    start = state.bMarks[line] + state.tShift[line]
    return state.src[start : state.eMarks[line]]


def _starts(state: StateBlock, line: int, characters: str) -> bool:
    start = state.bMarks[line] + state.tShift[line]
    if start >= state.eMarks[line] or state.is_code_block(line):
        return False
    return state.src[start] in characters


def _say(state: StateBlock, text: str, line: int) -> None:
    if text.strip():
        state.push("paragraph_open", "p", 1).map = [line, line + 1]
        token = state.push("inline", "", 0)
        token.content, token.map = text.strip(), [line, line + 1]
        token.children = []
        state.push("paragraph_close", "p", -1)


def _inside(state: StateBlock, first: int, end: int, indent: int) -> None:
    """Read the lines of a container, one level deeper."""
    kept = state.parentType, state.lineMax, state.blkIndent
    state.parentType, state.lineMax = "container", end
    state.blkIndent = indent
    state.level += 1
    state.md.block.tokenize(state, first, end)
    state.level -= 1
    state.parentType, state.lineMax, state.blkIndent = kept
    state.line = end


def _indented_end(state: StateBlock, first: int, end: int, indent: int) -> int:
    line = last = first
    while line < end:
        if not state.isEmpty(line):
            if state.sCount[line] < indent:
                break
            last = line + 1
        line += 1
    return last


def _titled(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Read `!!! note "Title"`, `??? question`, `=== "Tab"`."""
    if not _starts(state, line, "!?="):
        return False
    match = _TITLED.match(_text(state, line))
    if match is None:
        return False
    title = match["box"] or match["tab"] or ""
    indent = state.sCount[line] + 4
    last = _indented_end(state, line + 1, end, indent)
    if last == line + 1 and not title:
        return False
    if not silent:
        _say(state, title, line)
        _inside(state, line + 1, last, indent)
    return True


def _hanging(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Read a footnote's text or a definition; lines below hang under it."""
    if not _starts(state, line, "[:"):
        return False
    match = _HANGING.match(_text(state, line))
    if match is None:
        return False
    if not silent:
        indent = state.sCount[line] + 4
        last = _indented_end(state, line + 1, end, indent)
        kept = state.bMarks[line], state.tShift[line], state.sCount[line]
        state.bMarks[line] += state.tShift[line] + match.end()
        state.tShift[line], state.sCount[line] = 0, indent
        _inside(state, line, last, indent)
        state.bMarks[line], state.tShift[line], state.sCount[line] = kept
    return True


def _divs(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Read `::: note`, `:::{tip} Title`, `/// caption` and their ends."""
    if not _starts(state, line, ":/"):
        return False
    text = _text(state, line)
    match = _FENCED_DIV.match(text) or _SLASHES.match(text)
    if match is None:
        return False
    if not silent:
        _say(state, _div_title(match), line)
        state.line = _after_options(state, line + 1, end)
        _callout(state, text, end)
    return True


def _div_title(match: re.Match[str]) -> str:
    found = match.groupdict()
    if "kind" in found:
        return "" if found["kind"] == "html" else found["title"] or ""
    named = re.search(r'\btitle="([^"]*)"', found["braces"] or "")
    shown = found["boxed"] or found["bare"] or ""
    return named[1] if named else shown.strip(": ")


def _after_options(state: StateBlock, line: int, end: int) -> int:
    while line < end and state.is_code_block(line):
        if not _OPTION.match(_text(state, line)):
            break
        line += 1
    return line


def _callout(state: StateBlock, text: str, end: int) -> None:
    """Keep a heading inside a Quarto call-out from opening a section."""
    if "callout" not in text:
        return
    first = state.line
    for line in range(first, min(end, first + _FAR)):
        if re.fullmatch(r":{3,}\s*", _text(state, line)):
            _inside(state, first, line, state.blkIndent)
            return


def _lines(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Skip lines that a reader never sees: includes, labels, open tags."""
    if not _starts(state, line, ";-(<"):
        return False
    text = _text(state, line)
    include = _INCLUDE.match(text)
    if not (include or _LABEL.match(text) or _OPEN_TAG.match(text)):
        return False
    if not silent:
        listed = include is not None and not include["file"].strip()
        state.line = _after_list(state, line + 1, end) if listed else line + 1
    return True


def _after_list(state: StateBlock, first: int, end: int) -> int:
    for line in range(first, min(end, first + _FAR)):
        if _INCLUDE.match(_text(state, line)):
            return line + 1
        if state.isEmpty(line):
            break
    return first


def _inserted(state: StateBlock, line: int, end: int, silent: bool) -> bool:
    """Skip what the aligner itself wrote between its markers."""
    if not _starts(state, line, "<"):
        return False
    if not _INSERTED.match(_text(state, line)):
        return False
    last = _marker_end(state, line, end)
    if last is None:
        return False
    if not silent:
        state.line = last
    return True


def _marker_end(state: StateBlock, line: int, end: int) -> int | None:
    if state.env.get("unclosed_before", -1) >= line:
        return None
    for last in range(line, end):
        if _INSERTED_END.search(_text(state, last)):
            return last + 1
    # A second search from further down would fail as well.
    state.env["unclosed_before"] = end
    return None


def _display_formula(
    state: StateBlock, line: int, end: int, silent: bool
) -> bool:
    """Read a formula that has its own lines."""
    if not _starts(state, line, "$\\"):
        return False
    closing = _closing(_text(state, line))
    if closing is None:
        return False
    last = _formula_end(state, line, end, closing)
    if last is None:
        return False
    if not silent:
        token = state.push("math_block", "math", 0)
        token.content = state.getLines(line, last, state.blkIndent, False)
        token.map = [line, last]
        state.line = last
    return True


def _closing(text: str) -> str | None:
    environment = _ENVIRONMENT.match(text)
    if environment:
        return f"\\end{{{environment[1]}}}"
    return _FORMULA_ENDS.get(text[:2])


def _formula_end(
    state: StateBlock, line: int, end: int, closing: str
) -> int | None:
    for last in range(line, end):
        text = _text(state, last)
        if not text:
            return None
        start = len(closing) if last == line else 0
        _, found, tail = text[start:].partition(closing)
        if found:
            ends_here = last > line or not tail.strip(" .,;")
            return last + 1 if ends_here else None
    return None
