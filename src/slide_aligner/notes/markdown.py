"""Reads notes: which headings there are, and what is said under each.

markdown-it parses CommonMark; `block_rules` and `inline_text` add what MkDocs,
Quarto, MyST, Obsidian and GitHub write beyond it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from slide_aligner.documents import Notes, Paragraph, Section
from slide_aligner.notes import block_rules, inline_text
from slide_aligner.notes.anchors import Anchors, slug
from slide_aligner.notes.code_words import code_text, language_of
from slide_aligner.notes.comments import without_comments
from slide_aligner.notes.front_matter import blank_front_matter
from slide_aligner.notes.other_kinds import markdown_of
from terminal.text_files import read_bytes

_HASHES = re.compile(r"^( {0,3}#{2,6})(?=[^\W\d_])", re.MULTILINE)
_DIRECTIVE = re.compile(r"\{([\w:-]+)\}\s*(.*)")
_PROSE = frozenset(
    """
    admonition attention card caution danger definition dropdown epigraph
    error example exercise figure hint important lemma margin note proof
    remark seealso sidebar solution theorem tip topic warning
    """.split()  # noqa: SIM905
)
_MARKS = re.compile(r"\\\[|\\\]|\$\$")
_DEEPEST = 5
MOST_BYTES = 8_000_000  # a book of a thousand pages has three millions


def read_notes(path: Path, name: str) -> Notes:
    """Read a file of Markdown.

    Parameters
    ----------
    path : Path
        The file, in UTF-8.
    name : str
        How results name it.

    Returns
    -------
    documents.Notes
        Its sections in order.

    Raises
    ------
    FileProblemError
        If it cannot be read, is larger than `MOST_BYTES`, is not UTF-8 (with
        line and byte), or is something else than Markdown.
    """
    return notes_of_text(markdown_of(read_bytes(path, MOST_BYTES), path), name)


def notes_of_text(text: str, name: str) -> Notes:
    """Read Markdown from a string; no text is an error.

    Parameters
    ----------
    text : str
        Markdown with any line ends.
    name : str
        How results name the notes.

    Returns
    -------
    documents.Notes
        Its sections in order; lines are counted from 1 in `text`.
    """
    source = text.removeprefix("\ufeff")
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    shown = without_comments(blank_front_matter(source))
    tokens, ids = _parse(_HASHES.sub(r"\1 ", shown))
    page = _Page(Anchors(ids))
    page.read(tokens)
    return Notes(name, tuple(page.sections()))


def _parser() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"maxNesting": 60})
    md.enable(["table", "strikethrough"])
    block_rules.add_rules(md)
    md.inline.ruler.before("escape", "formula", inline_text.formula)
    md.core.ruler.before("inline", "extras", _clean)
    return md


def _clean(state: StateCore) -> None:
    """Take identifiers and foreign markup out before lines are parsed."""
    ids: set[str] = state.env.setdefault("ids", set())
    heading = False
    for token in state.tokens:
        if token.type == "inline":
            if heading:
                token.content, given = inline_text.heading_and_id(
                    token.content
                )
                token.meta["id"] = given
                ids.update([given] if given else [])
            ids.update(inline_text.ids_in(token.content))
            token.content = inline_text.without_extras(token.content)
        heading = token.type == "heading_open"


_PARSER = _parser()


def _parse(source: str) -> tuple[list[Token], set[str]]:
    env: dict[str, set[str]] = {}
    tokens = _PARSER.parse(source, env)
    return tokens, env.get("ids", set())


@dataclass
class _Open:
    """A section that is still being read."""

    anchor: str = ""
    heading: str = ""
    level: int = 0
    line: int = 1
    paragraphs: list[Paragraph] = field(default_factory=list)


@dataclass
class _Page:
    """The sections of a page, in the making."""

    anchors: Anchors
    opened: list[_Open] = field(default_factory=lambda: [_Open()])

    def sections(self) -> Iterator[Section]:
        for each in self.opened:
            if each.level or each.paragraphs:
                yield Section(
                    each.anchor,
                    each.heading,
                    each.level,
                    each.line,
                    tuple(each.paragraphs),
                )

    def read(self, tokens: Sequence[Token]) -> None:
        position = 0
        while position < len(tokens):
            token = tokens[position]
            if token.type == "heading_open":
                self._heading(token, tokens[position + 1])
                position += 2
            elif token.type == "table_open":
                position = self._table(tokens, position)
            else:
                self._block(token)
            position += 1

    def _say(self, text: str, line: int) -> None:
        if text:
            self.opened[-1].paragraphs.append(Paragraph(text, line))

    def _heading(self, token: Token, inline: Token) -> None:
        heading = inline_text.plain(inline.children)
        given = inline.meta.get("id", "")
        shown = inline_text.plain(inline.children, alts=False)
        anchor = (
            self.anchors.explicit(given)
            if given
            else self.anchors.generated(slug(shown))
        )
        if token.level:  # in a quotation, a list or a box: not a section
            self._say(heading, _line(token))
        else:
            level = int(token.tag[1])
            self.opened.append(_Open(anchor, heading, level, _line(token)))

    def _table(self, tokens: Sequence[Token], start: int) -> int:
        end = start
        cells = []
        while tokens[end].type != "table_close":
            if tokens[end].type == "inline":
                cells.append(inline_text.plain(tokens[end].children))
            end += 1
        self._say(" ".join(filter(None, cells)), _line(tokens[start]))
        return end

    def _block(self, token: Token) -> None:
        if token.type == "fence":
            self._fence(token)
        elif text := _block_text(token):
            self._say(text, _line(token))

    def _fence(self, token: Token, depth: int = 0) -> None:
        match = _DIRECTIVE.match(token.info.strip())
        if match and match[1] in _PROSE and depth < _DEEPEST:
            self._say(match[2], _line(token))
            shown = without_comments(_without_options(token.content))
            for inner in _parse(shown)[0]:
                _shift(inner, _line(token))
                if inner.type == "fence":
                    self._fence(inner, depth + 1)
                else:
                    self._block(inner)
        elif language_of(token.info) == "math":
            tex = _without_options(token.content)
            self._say(" ".join(tex.split()), _line(token))
        else:
            language = language_of(token.info)
            self._say(code_text(token.content, language), _line(token))


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 1


def _shift(token: Token, lines: int) -> None:
    if token.map:
        token.map = [token.map[0] + lines, token.map[1] + lines]


def _without_options(content: str) -> str:
    return re.sub(r"^:[\w-]+:.*$", "", content, flags=re.MULTILINE)


def _block_text(token: Token) -> str:
    if token.type == "inline":
        return inline_text.plain(token.children)
    if token.type == "html_block":
        return inline_text.html_text(token.content)
    if token.type == "math_block":
        return " ".join(_MARKS.sub(" ", token.content).split())
    if token.type == "code_block":
        return code_text(token.content, "")
    return ""
