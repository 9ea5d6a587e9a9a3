"""What stands above the notes for programs: YAML, TOML or JSON."""

from __future__ import annotations

import json
import re

_FENCED = re.compile(
    r"(?:---[ \t]*\n(?=[^\n]*:|[ \t]*#|---)(?:.*?\n)??(?:---|\.\.\.)"
    r"|---[ \t]*(?:json|toml|yaml)[ \t]*\n(?:.*?\n)??---"
    r"|\+\+\+[ \t]*\n(?:.*?\n)??\+\+\+)[ \t]*(?:\n|\Z)",
    re.DOTALL,
)
_OBJECT = re.compile(r'\{\s*"')
_LINE_END = re.compile(r"[ \t]*(?:\n|\Z)")


def blank_front_matter(source: str) -> str:
    """Empty the lines of front matter at the top; line numbers stay."""
    end = _end(source)
    return "\n" * source.count("\n", 0, end) + source[end:]


def _end(source: str) -> int:
    fenced = _FENCED.match(source)
    if fenced:
        return fenced.end()
    if not _OBJECT.match(source):
        return 0
    try:
        _, end = json.JSONDecoder().raw_decode(source)
    except (ValueError, RecursionError):
        return 0
    behind = _LINE_END.match(source, end)
    return behind.end() if behind else 0
