"""Notes are Markdown; what is something else is refused with its remedy.

What a file holds counts as much as its ending: a notebook may be called
`notes.md`, and Markdown `notes.txt`.
"""

from __future__ import annotations

import codecs
import json
import re
from pathlib import Path

from terminal.errors import FileProblemError
from terminal.text_files import decode

_CONVERT = "convert it to Markdown, for example with pandoc"
_NOTEBOOK = (
    "a Jupyter notebook",
    "export it as Markdown: jupyter nbconvert --to markdown",
)
_DECK = ("a deck", "name it with --deck, and the notes as Markdown")
_PDF = ("a PDF", "a deck is named with --deck; notes have to be Markdown")
_WORD = ("a Word document", _CONVERT)
_OFFICE = ("an Office file", "save it as Markdown, or convert it with pandoc")
_HTML = ("an HTML page", _CONVERT)
_RTF = ("rich text", _CONVERT)
_DATA = ("data", "name notes in Markdown")
_PROGRAM = ("a program", "write it as Markdown, for example with jupytext")
_BINARY = ("binary", "save the notes as Markdown in UTF-8")

_FIRST_BYTES = {
    b"%PDF-": _PDF,
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": _OFFICE,
    b"{\\rtf": _RTF,
}
_PARTS_OF_ZIP = {b"word/": _WORD, b"ppt/": _DECK}
_ENDINGS = {
    _NOTEBOOK: "ipynb",
    _DECK: "ppt pptx ppsx potx pptm ppsm odp key",
    _PDF: "pdf",
    _WORD: "doc docx docm dotx",
    _OFFICE: "odt ott pages xls xlsx ods epub",
    _HTML: "html htm xhtml",
    _RTF: "rtf",
    _DATA: "json toml yaml yml xml csv tsv",
    _PROGRAM: "py r jl",
    ("LaTeX", _CONVERT): "tex ltx latex rnw",
    ("Org", _CONVERT): "org",
    ("reStructuredText", _CONVERT): "rst rest",
    ("AsciiDoc", _CONVERT): "adoc asciidoc asc",
    ("Typst", _CONVERT): "typ",
    ("wiki text", _CONVERT): "wiki mediawiki textile",
}
_BY_ENDING = {
    f".{ending}": kind
    for kind, endings in _ENDINGS.items()
    for ending in endings.split()
}
# How the line of a heading or an order looks that is no Markdown.
_LANGUAGES = {
    "LaTeX": r"\\(?:documentclass\b|begin\{document\}"
    r"|(?:part|chapter|(?:sub){0,2}section)\*?\{)",
    "Org": r"#\+(?:title|author|date|options|startup|begin_src)\b"
    r"|# -\*-[^\n]*\borg\b|:properties:[ \t]*$|\*{2,} +[^*\n]+$",
    "reStructuredText": r"\.\. +(?:[\w:-]+::(?:\s|$)|_[^:\n]+:)",
    "AsciiDoc": r"={2,6} +[^\s\"=]",
}
_LINES = {
    name: re.compile(f"^(?:{line})", re.MULTILINE | re.IGNORECASE)
    for name, line in _LANGUAGES.items()
}
_TITLE_OF_ASCIIDOC = re.compile(r"= +[^\s\"=]")
_HEADING = re.compile(r"^[ \t>]*(?:[-*+] +)?#{1,6}[ \t]+\S", re.MULTILINE)
_FENCED = re.compile(
    r"^[ \t>]*(`{3,}|~{3,}).*?^[ \t>]*\1|\$\$.*?\$\$", re.MULTILINE | re.DOTALL
)
_PAGE = re.compile(
    r"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_CELLS = re.compile(r'"(?:cell_type|nbformat)"\s*:')
_FIRST = 8000  # bytes among which zeros tell that this is no text
_FEW = 16
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

Kind = tuple[str, str]


def markdown_of(data: bytes, path: Path) -> str:
    """Decode notes.

    Parameters
    ----------
    data : bytes
        What their file holds.
    path : Path
        The file, whose ending counts too.

    Returns
    -------
    str
        Without byte order mark.

    Raises
    ------
    FileProblemError
        If it is something else than Markdown, or in another encoding.
    """
    kind = _kind_of_bytes(data) or _BY_ENDING.get(path.suffix.lower())
    text = "" if kind else decode(data, path)
    kind = kind or _kind_of_text(text.lstrip())
    if kind:
        what, remedy = kind
        raise FileProblemError(path, f"is {what} and no Markdown; {remedy}")
    return text


def _kind_of_bytes(data: bytes) -> Kind | None:
    for mark, kind in _FIRST_BYTES.items():
        if data.startswith(mark):
            return kind
    if data.startswith(b"PK\x03\x04"):
        found = (kind for p, kind in _PARTS_OF_ZIP.items() if p in data)
        return next(found, _OFFICE)
    return _BINARY if _is_binary(data[:_FIRST]) else None


def _is_binary(start: bytes) -> bool:
    """Tell zeros in what is no text from a few that an editor left."""
    if start[:2] in _UTF_16 and start[2:4] != b"\0\0":
        return False
    zeros = start.count(0)
    if zeros > max(_FEW, len(start) // 10):
        return True
    try:
        start.decode(errors="strict" if zeros else "ignore")
    except UnicodeDecodeError as error:
        return error.end < len(start)  # the last sign may be cut off
    return False


def _kind_of_text(text: str) -> Kind | None:
    if text.startswith("{") and _CELLS.search(text):
        return _NOTEBOOK
    if _PAGE.match(text):
        return _HTML
    if text.startswith("<?xml") or _is_json(text):
        return _DATA
    language = _language(text)
    return (language, _CONVERT) if language else None


def _is_json(text: str) -> bool:
    """Tell whether all of it is one value of JSON with names in it."""
    if text[:1] not in {"{", "["}:
        return False
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return False
    first = value[0] if isinstance(value, list) and value else value
    return isinstance(first, dict)


def _language(text: str) -> str:
    if _TITLE_OF_ASCIIDOC.match(text):
        return "AsciiDoc"
    for name, line in _LINES.items():
        if line.match(text):
            return name
    if not any(line.search(text) for line in _LINES.values()):
        return ""
    prose = _FENCED.sub("", text)
    if _HEADING.search(prose):
        return ""
    found = (name for name, line in _LINES.items() if line.search(prose))
    return next(found, "")
