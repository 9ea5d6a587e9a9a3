"""Turns a page into Markdown that any linter reads, line for line.

Formulas become a sign, quoted numbers a zero. What is no English of ours
goes: code, what only this site understands, and the titles of references.
"""

from __future__ import annotations

import re

from lecture_site.extensions.fence_lines import without_fences
from lecture_site.notebooks.prose import CODE_AND_FORMULAS

FORMULA = "∎"  # as in textlint/rules.mjs
_HEAD = re.compile(r"\A---\n(.*?)\n---$", re.DOTALL | re.MULTILINE)
_DESCRIPTION = re.compile(r'description: *(?:"(.*)"|(.*))$')
_REFERENCES = re.compile(r"^## References\n.*?(?=^## |\Z)", re.M | re.S)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_QUOTED = re.compile(r"\{\{.*?\}\}")
_LEFT_OUT = re.compile(
    r"\{%.*?%\}"  # a command to the macros
    r"|\{:?\s*[.#][^{}]*\}"  # an attribute list
    r"|</?[a-zA-Z][^<>]*>"  # a tag or an address
)
_NOT_TOLD = re.compile(r"/{3,}|\S*--8<--|\*\[")
_TITLE = re.compile(r'(?:!!!|\?{3}\+?|===\+?)[^"]*"(.*)"$')
_DEFINITION = re.compile(r":\s+")


def plain(text: str) -> str:
    """Return a page's English, each line where it stands in the page."""
    text = _HEAD.sub(_description, text)
    text = _REFERENCES.sub(_nothing, _COMMENT.sub(_nothing, text))
    prose = "\n".join(without_fences(text.splitlines()))
    prose = CODE_AND_FORMULAS.sub(_told, prose)
    return "\n".join(map(_line, prose.splitlines()))


def _description(head: re.Match[str]) -> str:
    """Keep the one field that readers see."""
    found = [_DESCRIPTION.match(line) for line in head[0].split("\n")]
    return "\n".join((m[1] or m[2]) if m else "" for m in found)


def _nothing(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


def _told(match: re.Match[str]) -> str:
    text = match[0]
    if text.startswith("`"):
        return text
    return _nothing(match) if text.startswith("$$") else FORMULA


def _line(line: str) -> str:
    line = _LEFT_OUT.sub("", _QUOTED.sub("0", line)).strip()
    if _NOT_TOLD.match(line):
        return ""
    title = _TITLE.match(line)
    if title:
        return f"###### {title[1]}"
    return _DEFINITION.sub("- ", line, count=1) if line[:1] == ":" else line
