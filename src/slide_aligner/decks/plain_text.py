"""Reads slides from text: one after each form feed or line of hyphens."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from slide_aligner.decks.limits import refuse_more_than_a_deck
from slide_aligner.decks.page_text import mended
from slide_aligner.documents import Slide
from slide_aligner.notes.front_matter import blank_front_matter
from slide_aligner.notes.markdown import MOST_BYTES
from terminal.errors import FileProblemError
from terminal.text_files import read_text

_RULE = re.compile(r"\s*-{3,}\s*")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_HASHES = re.compile(r"^#{1,6}\s+")


def read_plain(path: Path) -> tuple[Slide, ...]:
    """Read slides from a text file.

    Parameters
    ----------
    path : Path
        Text or Markdown with form feeds or lines of `---` between slides, or
        JSON of the form `[{"title": "...", "text": "..."}]`.

    Returns
    -------
    tuple of Slide
        In order; the first line of each is its title.

    Raises
    ------
    FileProblemError
        If it cannot be read, or JSON has another form (the entry is named).
    """
    text = read_text(path, MOST_BYTES)
    if path.suffix.lower() == ".json" or text.lstrip()[:1] in {"[", "{"}:
        parsed = _parsed(path, text)
        if parsed is not None:
            return _from_json(path, parsed)
    parts = _parts(text)
    refuse_more_than_a_deck(path, len(parts))
    return tuple(
        _from_text(number, part) for number, part in enumerate(parts, start=1)
    )


def _parsed(path: Path, text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        if path.suffix.lower() != ".json":
            return None
        raise FileProblemError(
            path,
            "is not JSON; slides are a list of title and text",
            getattr(error, "lineno", 1),
        ) from None


def _from_json(path: Path, parsed: Any) -> tuple[Slide, ...]:
    entries = parsed.get("slides") if isinstance(parsed, dict) else parsed
    if not isinstance(entries, list):
        raise FileProblemError(
            path, 'holds no list of slides: [{"title": "...", "text": "..."}]'
        )
    refuse_more_than_a_deck(path, len(entries))
    return tuple(
        _from_entry(path, number, entry)
        for number, entry in enumerate(entries, start=1)
    )


def _from_entry(path: Path, number: int, entry: Any) -> Slide:
    fields = entry if isinstance(entry, dict) else {}
    title, text = fields.get("title", ""), fields.get("text", "")
    if not (isinstance(title, str) and isinstance(text, str) and fields):
        raise FileProblemError(
            path, f'slide {number} needs "title" and "text", both in quotes'
        )
    title = " ".join(mended(title).split())
    body = mended(text)
    whole = body if title in body else f"{title}\n{body}"
    return Slide(number, title or body.partition("\n")[0], whole.strip())


def _from_text(number: int, part: str) -> Slide:
    text = mended(part)
    lines = [_HASHES.sub("", line) for line in text.split("\n")]
    return Slide(number, lines[0], "\n".join(lines))


def _parts(text: str) -> list[str]:
    parts = _at_form_feeds(text) if "\f" in text else _at_rules(text)
    while parts and not parts[-1].strip():
        parts.pop()
    return parts


def _at_form_feeds(text: str) -> list[str]:
    return text.removeprefix("\f").split("\f")


def _at_rules(text: str) -> list[str]:
    lines = blank_front_matter(text.replace("\r\n", "\n")).split("\n")
    parts: list[list[str]] = [[]]
    fenced = False
    for line in lines:
        fenced ^= bool(_FENCE.match(line))
        if _RULE.fullmatch(line) and not fenced:
            parts.append([])
        else:
            parts[-1].append(line)
    if len(parts) > 1 and not "".join(parts[0]).strip():
        parts.pop(0)
    return ["\n".join(part) for part in parts]
