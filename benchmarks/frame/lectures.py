"""Multiplies this lecture under other names, to see how a house grows.

A copy has pages, listings, figures, measurements, experiments and labs of
its own; the teaching code, the deck and the reference pages are shared. Its
records are copied too, and a build then remembers them as made: nothing has
to be executed, and all of it is looked at.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from frame.checkout import Checkout, commit

REMEMBER = Path(__file__).with_name("remember_copies.py")
RECORDS = ("measured.json", "recorded.json")
FOLDERS = ("snippets", "docs/figures", "src/lecture_experiments")
LABS = ("docs/labs", ".cache/labs", ".cache/notebooks/run")
TEXTS = {".py", ".out", ".svg", ".json"}
FIGURE = "\n![]({})\n/// figure-caption\nFrom the front page.\n///\n"
NAV = "  - Labs:\n"


def multiply(project: Checkout, n: int) -> None:
    """Turn a project of one lecture into one of several, and build that.

    Parameters
    ----------
    project : Checkout
        It has been built.
    n : int
        How many lectures it will have.
    """
    one = Lecture(project.root)
    numbers = range(2, n + 1)
    for number in numbers:
        one.copy_as(number)
    for name in RECORDS:
        path = project.root / name
        entries = json.loads(path.read_text(encoding="utf-8"))
        for number in numbers:
            entries |= one.entries_of_copy(entries, number)
        text = json.dumps(entries, indent=1, sort_keys=True)
        path.write_text(f"{text}\n", encoding="utf-8")
    one.navigate(numbers)
    commit(project.root)
    project.python(REMEMBER)


class Lecture:
    """The files of one lecture, of which copies are made.

    Parameters
    ----------
    root : Path
        Of the project.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._pages = [p.name for p in sorted((root / "snippets").iterdir())]
        self._labs = [p.stem for p in sorted(root.glob("docs/labs/*.ipynb"))]
        names = "|".join((*self._pages, *self._labs))
        # In an address, an import, an include, a quoted name, a record. A
        # module of the teaching code may be called as a page is.
        before = (
            r'lecture_code/|lecture_experiments\.|figure |measurement |[/("]'
        )
        self._named = re.compile(rf"({before})({names})(?=[./]| import)")

    def copy_as(self, number: int) -> None:
        """Copy the lecture under other names."""
        for path in list(self._files()):
            name = path.relative_to(self._root).as_posix()
            target = self._root / self.renamed(name, number)
            target.parent.mkdir(parents=True, exist_ok=True)
            text = self.renamed(path.read_text(encoding="utf-8"), number)
            target.write_text(_made_different(name, text, number), "utf-8")
        for page in self._pages:
            _show_all_figures(self._root, self.renamed(f"/{page}.", number))

    def renamed(self, text: str, number: int) -> str:
        """Return a text in which each name is that of a copy."""

        def new(found: re.Match[str]) -> str:
            before, name = found.groups()
            if before == "lecture_code/":
                return found[0]
            return f"{before}lecture_{number}_{name}"

        return self._named.sub(new, text)

    def entries_of_copy(
        self, entries: dict[str, Any], number: int
    ) -> dict[str, Any]:
        """Return the records of a copy: the same under its names."""
        renamed = {k: self.renamed(f'"{k}', number)[1:] for k in entries}
        return {n: entries[key] for key, n in renamed.items() if n != key}

    def navigate(self, numbers: range) -> None:
        """Give the copies their places in the navigation."""
        path = self._root / "mkdocs.yml"
        before, nav, after = path.read_text("utf-8").partition(NAV)
        sections = "".join(map(self._section, numbers))
        path.write_text(f"{before}{sections}{nav}{after}", encoding="utf-8")

    def _section(self, number: int) -> str:
        pages = [f"docs/{page}.md" for page in self._pages]
        labs = [f"docs/labs/{lab}.ipynb" for lab in self._labs]
        lines = [
            f"      - {self.renamed(name, number).removeprefix('docs/')}\n"
            for name in (*pages, *labs)
        ]
        return f"  - Lecture {number}:\n{''.join(lines)}"

    def _files(self) -> Iterator[Path]:
        for page in self._pages:
            yield self._root / "docs" / f"{page}.md"
            yield from self._root.glob(f"src/lecture_figures/{page}.py")
            yield from self._root.glob(f"src/lecture_measurements/{page}.py")
            for folder in FOLDERS:
                inside = (self._root / folder / page).rglob("*")
                yield from (p for p in inside if p.suffix in TEXTS)
        for folder in LABS:
            names = {*self._pages, *self._labs}
            found = (self._root / folder).glob("*.ipynb")
            yield from (path for path in found if path.stem in names)


def _show_all_figures(root: Path, named: str) -> None:
    """Let a copied page show what only the front page shows."""
    name = named.strip("/.")
    page = root / "docs" / f"{name}.md"
    text = page.read_text(encoding="utf-8")
    for figure in sorted((root / "docs/figures" / name).glob("*.svg")):
        address = f"figures/{name}/{figure.name}"
        if address not in text:
            text += FIGURE.format(address)
    page.write_text(text, encoding="utf-8")


def _made_different(name: str, text: str, number: int) -> str:
    """Let a copied listing be told from the first; draw no live picture."""
    if name.startswith("snippets/") and name.endswith(".py"):
        return f"{text.rstrip()}\n# Lecture {number}.\n"
    return text.replace("@live_data\n", "")
