"""Which texts are looked at, and what a linter reads of each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.checks.prose.plain_english import plain


def texts(project: Project) -> Iterator[tuple[str, str]]:
    """Yield the path of each text, from the root on, and its English."""
    own = (project.root / name for name in ("CONTRIBUTING.md", "README.md"))
    pages = sorted(project.docs.rglob("*.md"))
    for path in (*filter(Path.exists, own), *pages):
        yield project.relative(path), plain(read_source(path))
    for path in sorted(project.docs.rglob("*.ipynb")):
        yield project.relative(path), plain(of_notebook(path))


def of_notebook(path: Path) -> str:
    """Return the Markdown of a notebook, each line where its file has it."""
    source = read_source(path)
    rows = source.splitlines()
    lines, at = [""] * len(rows), 0
    for cell in json.loads(source)["cells"]:
        for line in "".join(cell["source"]).splitlines():
            at = _found(rows, at, line)
            lines[at] = line if cell["cell_type"] == "markdown" else ""
            at += 1
    return "\n".join(lines)


def _found(rows: list[str], start: int, line: str) -> int:
    """Return where a line of a cell stands in the file, or where we were."""
    ends = tuple(
        json.dumps(f"{line}{end}", ensure_ascii=False) for end in ("", "\n")
    )
    rest = range(start, len(rows))
    found = (at for at in rest if rows[at].rstrip(",]").endswith(ends))
    return next(found, start)
