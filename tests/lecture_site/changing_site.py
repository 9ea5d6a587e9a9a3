"""A small site of which one thing at a time is changed.

Each of its programs notes that it ran, so that anyone can tell what was made
again, whatever remembers it. The benchmarks ask other tools the same.
"""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from lecture_site.basics.project import Project
from small_site import HERE, make_small_site

PROGRAMS = {
    "plain": 'print("plain says", "one")',
    "two_deep": """\
from teaching.outer import outer

print("two deep says", outer())""",
    "relative": """\
from teaching.near import near

print("relative says", near())""",
    "constant": """\
from teaching.rates import RATE

print("constant says", RATE)""",
    "version": """\
import versioned

print("version says", versioned.VERSION)""",
    "data": """\
from teaching.place import ROOT

DATA_FILES = ("data/*.txt",)
words = ROOT / "data" / "words.txt"

print("data says", words.read_text(encoding="utf-8"))""",
}
MODULES = {
    "src/teaching/__init__.py": '"""Teaching code."""\n',
    "src/teaching/place.py": """\
from pathlib import Path

ROOT = Path(__file__).parents[2]


def note(name: str) -> None:
    notes = ROOT / ".cache" / "notes.txt"  # elsewhere it may not write
    with notes.open("a", encoding="utf-8") as file:
        file.write(f"{name}\\n")
""",
    "src/teaching/outer.py": """\
from teaching.inner import inner


def outer() -> str:
    return inner()
""",
    "src/teaching/inner.py": 'def inner() -> str:\n    return "one"\n',
    "src/teaching/near.py": """\
from .beside import beside


def near() -> str:
    return beside()
""",
    "src/teaching/beside.py": 'def beside() -> str:\n    return "one"\n',
    "src/teaching/rates.py": 'RATE = "one"\n',
    "data/words.txt": "one",
    "installed/versioned.py": 'VERSION = "one"\n',
    "installed/versioned-1.dist-info/METADATA": (
        "Metadata-Version: 2.1\nName: versioned\nVersion: 1\n"
    ),
    "installed/versioned-1.dist-info/top_level.txt": "versioned\n",
    "installed/versioned-1.dist-info/RECORD": "versioned.py,,\n",
}
FIGURE = """\
import matplotlib.pyplot as plt

from lecture_figures.drawing.drawing import Drawing, figure
from teaching.place import note


@figure
def line() -> Drawing:
    note("line")
    drawn, ax = plt.subplots()
    ax.plot([0, 1], [0, 2])
    return Drawing(drawn, "The figure says one.", {"y": [0, 2]})
"""


@dataclass(frozen=True)
class Change:
    """A change of one thing, all of which say "one" before.

    Parameters
    ----------
    what : str
        What is changed, in the words of the table.
    files : tuple of str
        The files it changes; each of them says "one".
    again : frozenset of str
        The programs and figures that have to be made again.
    shown : str
        What the page must show from then on.
    """

    what: str
    files: tuple[str, ...]
    again: frozenset[str]
    shown: str

    @property
    def was_shown(self) -> str:
        """What the page shows before, and must not show any more."""
        return re.sub(r"two(\.?)$", r"one\1", self.shown)


def _change(what: str, again: str, shown: str, *files: str) -> Change:
    return Change(what, files, frozenset(again.split()), shown)


CHANGES = (
    _change("a listing", "plain", "plain says two", "snippets/page/plain.py"),
    _change(
        "a function, imported two modules deep",
        "two_deep",
        "two deep says two",
        "src/teaching/inner.py",
    ),
    _change(
        "a module, imported by a relative name",
        "relative",
        "relative says two",
        "src/teaching/beside.py",
    ),
    _change(
        "a constant, imported",
        "constant",
        "constant says two",
        "src/teaching/rates.py",
    ),
    _change(
        "the installed version of a package",
        "version",
        "version says two",
        "installed/versioned.py",
        "installed/versioned-1.dist-info/METADATA",
    ),
    _change(
        "the function of a figure",
        "line",
        "The figure says two.",
        "src/lecture_figures/page.py",
    ),
    _change(
        "a data file that a listing reads",
        "data",
        "data says two",
        "data/words.txt",
    ),
    _change("a sentence", "", "The page says two.", "docs/page.md"),
)
ALL = frozenset(PROGRAMS) | {"line"}


def make_changing_site(root: Path) -> Project:
    """Write the site; nothing of it is built yet."""
    site = make_small_site(root)
    files = {f"snippets/page/{name}.py": program(name) for name in PROGRAMS}
    files |= MODULES | {"src/lecture_figures/page.py": FIGURE}
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    with (site.docs / "page.md").open("a", encoding="utf-8") as page:
        page.write("\n## What is said\n\nThe page says one.\n")
        for name in PROGRAMS:
            page.write(f'\n```python\n--8<-- "page/{name}.py"\n```\n')
    return site


def program(name: str) -> str:
    """Return a program, which notes its name."""
    return (
        f'"""Say something: {name}."""\n\n'
        f'from teaching.place import note\n\nnote("{name}")\n'
        f"{PROGRAMS[name]}\n"
    )


def apply(change: Change, root: Path) -> None:
    """Change what is to be changed: one becomes two, 1 becomes 2."""
    for name in change.files:
        path = root / name
        old = path.read_text(encoding="utf-8")
        new = re.sub(r"\bone\b", "two", old).replace(
            "Version: 1", "Version: 2"
        )
        assert new != old, name
        path.write_text(new, encoding="utf-8")


def environment(root: Path) -> dict[str, str]:
    """Return the variables that its programs run with."""
    paths = (*import_paths(root), HERE / "src")
    return {"PYTHONPATH": os.pathsep.join(map(str, paths))}


def import_paths(root: Path) -> tuple[Path, Path]:
    """Return where its programs find what they import."""
    return root / "src", root / "installed"


def noted(root: Path) -> list[str]:
    """Return what has run since this was asked last, in order of name.

    What is recorded runs twice, and counts once.
    """
    notes = root / ".cache" / "notes.txt"
    names = notes.read_text(encoding="utf-8").split() if notes.exists() else []
    notes.unlink(missing_ok=True)
    return sorted(set(names))


def started(root: Path) -> subprocess.Popen[str]:
    """Begin to build the draft by the command that ``make serve`` runs."""
    script = HERE / "scripts" / "build_site.py"
    return subprocess.Popen(
        [sys.executable, script, "--draft", "--record"],
        cwd=root,
        env=os.environ | environment(root),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
    )


def shown(root: Path) -> str:
    """Return the page as readers get it, with the alternative texts."""
    page = root / ".cache" / "draft" / "page" / "index.html"
    return page.read_text(encoding="utf-8")
