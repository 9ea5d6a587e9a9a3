"""Our pages as other tools take them: text, and between it cells that run.

What only our extensions know becomes plain text: captions lose their marks,
quoted numbers are put in. A listing becomes a cell, wherever it stands; a
part of the teaching code, which is no program, is shown and not run.
"""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

FENCE = re.compile(
    r"^ *```python[^\n]*\n"
    r' *--8<-- "(?P<path>[^":]+)(?::(?P<section>[^"]+))?"\n *```\n',
    re.MULTILINE,
)
NUMBER = re.compile(r'\{\{ (?:measured|spread)\("([^"]+)"\) \}\}')
FIGURE = re.compile(r"!\[\]\(figures/(?P<page>\w+)/(?P<name>\w+)\.svg\)")
OTHER_MACROS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
CAPTION_MARKS = re.compile(r"^ *///.*\n", re.MULTILINE)


@dataclass(frozen=True)
class Part:
    """A piece of a page.

    Parameters
    ----------
    text : str
        Markdown, or the source of a cell.
    is_cell : bool
        Whether it runs.
    """

    text: str
    is_cell: bool = False


def pages(root: Path) -> dict[str, list[Part]]:
    """Return the parts of every page of a checkout, by its name."""
    measured = json.loads((root / "measured.json").read_text("utf-8"))
    return {
        path.stem: list(_parts(path, root, measured))
        for path in sorted((root / "docs").glob("*.md"))
    }


def with_results(parts: Sequence[Part], page: str, root: Path) -> list[Part]:
    """Return a page that also draws its figures and measures its numbers.

    A figure is drawn where it stands, the numbers are measured at the end,
    each in a cell. Experiments that they share run once a kernel.
    """
    measured = json.loads((root / "measured.json").read_text("utf-8"))
    own = [n.partition(".") for n in measured if n.startswith(f"{page}.")]
    drawn = [cell for part in parts for cell in _drawn(part)]
    return [*drawn, *(_measuring(page, name) for page, _, name in own)]


def _drawn(part: Part) -> Iterator[Part]:
    if part.is_cell:
        yield part
        return
    end = 0
    for figure in FIGURE.finditer(part.text):
        yield Part(part.text[end : figure.start()].strip("\n"))
        page, name = figure.group("page", "name")
        draws = f"from lecture_figures import {page}\n\n{page}.{name}().figure"
        yield Part(draws, is_cell=True)
        end = figure.end()
    yield Part(part.text[end:].strip("\n"))


def _measuring(page: str, name: str) -> Part:
    return Part(
        "from lecture_measurements.cases import measurement_named\n"
        f"from lecture_measurements import {page}\n\n"
        f'measurement_named({page}, "{name}").record()["shown"]',
        is_cell=True,
    )


def _parts(
    path: Path, root: Path, measured: dict[str, dict[str, str]]
) -> Iterator[Part]:
    text = FRONT_MATTER.sub("", path.read_text(encoding="utf-8"))
    end = 0
    for fence in FENCE.finditer(text):
        yield Part(_plain(text[end : fence.start()], path.stem, measured))
        yield _listing(fence, root)
        end = fence.end()
    yield Part(_plain(text[end:], path.stem, measured))


def _listing(fence: re.Match[str], root: Path) -> Part:
    if not fence["section"]:
        path = root / "snippets" / fence["path"]
        return Part(path.read_text(encoding="utf-8").strip(), is_cell=True)
    source = (root / "src" / fence["path"]).read_text(encoding="utf-8")
    mark = r"^ *# --8<-- \[{}: *{}\]\n"
    start = re.search(mark.format("start", fence["section"]), source, re.M)
    end = re.search(mark.format("end", fence["section"]), source, re.M)
    shown = source[start.end() : end.start()] if start and end else ""
    return Part(f"```python\n{textwrap.dedent(shown).strip()}\n```")


def _plain(text: str, page: str, measured: dict[str, dict[str, str]]) -> str:
    def number(found: re.Match[str]) -> str:
        name = found[1] if "." in found[1] else f"{page}.{found[1]}"
        return measured.get(name, {}).get("shown", "")  # or an example

    text = OTHER_MACROS.sub("", NUMBER.sub(number, text))
    return CAPTION_MARKS.sub("", text).strip("\n")
