"""What a reader sees of a line of Markdown, once the markup is gone."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_FORMULA = re.compile(
    r"\$\$(?P<display>(?:\\.|[^$\\])+?)\$\$"
    r"|\$(?![\s$])(?P<inline>(?:\\.|[^$\\])+?)(?<!\s)\$(?!\d)"
    r"|\\\((?P<round>(?:[^\\]|\\(?![()])){1,2000}?)\\\)"
    r"|\\\[(?P<square>(?:[^\\]|\\(?![\[\]])){1,2000}?)\\\]",
    re.DOTALL,
)
_ATTRIBUTE = r"""(?:[#.][^\s{}#.="']+|[\w-]+=(?:"[^"]*"|'[^']*'|[^\s"'}]+))"""
_ATTRIBUTES = rf"\{{:?\s*{_ATTRIBUTE}(?:\s+{_ATTRIBUTE})*\s*\}}"
_CODE = r"(?P<ticks>`+)(?!`).{1,1000}?(?<!`)(?P=ticks)(?!`)"
_MARKUP = re.compile(
    rf"(?P<kept>{_CODE}|\\[^(\[])"
    r"|(?P<formula>\\[(\[]|\$)"
    r"|\{\{.{0,500}?\}\}|\{%.{0,500}?%\}|\{\#\s.{0,500}?\#\}"
    rf"|{_ATTRIBUTES}"
    r"|\[\^[^\]\s]{1,99}\]"
    r"|\A\[![\w-]+\][+-]?"
    r"|\A\[TOC\]\Z"
    r"|(?P<embed>!?)\[\[(?P<wiki>[^\[\]]{1,500})\]\]"
    r"|(?<![\w:]):[a-z][\w+-]{1,60}:(?![\w:])"
    r"|(?<!=)==(?P<mark>[^=\s](?:[^=]{0,300}[^=\s])?)==(?!=)",
    re.DOTALL,
)
_HEADING_ATTRIBUTES = re.compile(r"(?:^|\s)\{:?\s*([^{}\n]*)\}\s*$")
_ID = re.compile(r"""(?<![^\s{:])#([^\s{}"'=]+)""")
_HIDDEN = re.compile(r"<(?:script|style)\b", re.IGNORECASE)
_HIDDEN_END = re.compile(r"</(?:script|style)\s*>", re.IGNORECASE)
_ALT = re.compile(
    r"""<img\b[^<>]{0,2000}?\balt\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')[^<>]*>""",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[A-Za-z!?][^<>]*>")


def formula(state: StateInline, silent: bool) -> bool:
    """Keep a formula from being read as emphasis (a markdown-it rule)."""
    if state.src[state.pos] not in "$\\":
        return False
    match = _FORMULA.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        token = state.push("math_inline", "math", 0)
        token.content = match[match.lastgroup or 0]
    state.pos = match.end()
    return True


def without_extras(text: str) -> str:
    """Drop or resolve markup that CommonMark does not know.

    Macros, footnote marks, attribute lists, icons, alerts, wiki links;
    code and formulas are left alone.
    """
    parts, end = [], 0
    while (match := _MARKUP.search(text, end)) is not None:
        parts.append(text[end : match.start()])
        shown, end = _shown(match, text)
        parts.append(shown)
    return "".join([*parts, text[end:]]).strip()


def _shown(match: re.Match[str], text: str) -> tuple[str, int]:
    if match["formula"]:
        whole = _FORMULA.match(text, match.start())
        end = whole.end() if whole else match.end()
        return text[match.start() : end], end
    if match["wiki"]:
        return _wiki_text(match["wiki"], bool(match["embed"])), match.end()
    return match["kept"] or match["mark"] or "", match.end()


def _wiki_text(target: str, embedded: bool) -> str:
    name, bar, shown = target.partition("|")
    if bar and not re.fullmatch(r"\d+(?:x\d+)?", shown):
        return shown
    return "" if embedded else name.replace("#", " ").strip()


def heading_and_id(text: str) -> tuple[str, str]:
    """Split a heading into its text and the identifier given by hand."""
    match = _HEADING_ATTRIBUTES.search(text)
    if match is None:
        return text, ""
    found = _ID.search(match[1])
    if found is None and not re.search(_ATTRIBUTE, match[1]):
        return text, ""
    rest = re.sub(r"\s+#+\s*$", "", text[: match.start()])
    return rest, found[1] if found else ""


def ids_in(text: str) -> list[str]:
    """Return the identifiers in attribute lists of a block's source."""
    if "{" not in text:
        return []
    lists = re.findall(_ATTRIBUTES, text)
    return [name for each in lists for name in _ID.findall(each)]


def plain(tokens: Sequence[Token] | None, *, alts: bool = True) -> str:
    """Return the text of inline tokens in one line.

    Parameters
    ----------
    tokens : sequence of Token or None
        The children of an inline token.
    alts : bool
        Whether images count as their descriptions.
    """
    return " ".join("".join(_pieces(tokens or (), alts)).split())


def _pieces(tokens: Iterable[Token], alts: bool) -> Iterable[str]:
    hidden = False
    for token in tokens:
        if token.type == "html_inline":
            hidden = bool(_HIDDEN.match(token.content)) or (
                hidden and not _HIDDEN_END.match(token.content)
            )
            yield from _break_or_alt(token.content, alts)
        elif not hidden:
            yield from _piece(token, alts)


def _break_or_alt(tag: str, alts: bool) -> Iterable[str]:
    if tag.lower().startswith("<br"):
        yield " "
    elif alts and (match := _ALT.match(tag)):
        yield html.unescape(match[1] or match[2] or "")


def _piece(token: Token, alts: bool) -> Iterable[str]:
    if token.type in {"softbreak", "hardbreak"}:
        yield " "
    elif token.type == "image":
        if alts:
            yield from _pieces(token.children or (), alts)
    else:
        yield token.content


def html_text(source: str) -> str:
    """Return the text of an HTML block; no scripts, styles or comments."""
    first, *commented = source.split("<!--")
    shown = first + " ".join(part.partition("-->")[2] for part in commented)
    first, *hidden = _HIDDEN.split(shown)
    for part in hidden:
        first += " ".join(_HIDDEN_END.split(part, maxsplit=1)[1:])
    described = _ALT.sub(lambda match: f" {match[1] or match[2]} ", first)
    return " ".join(html.unescape(_TAG.sub(" ", described)).split())
