"""What changed is made again, nothing else, and nothing stale is shown."""

import os
import py_compile
from pathlib import Path
from py_compile import PycInvalidationMode

import pytest
from rich.console import Console

from changing_site import CHANGES, Change, apply, noted, shown
from lecture_site.basics.problems import Problem
from lecture_site.basics.project import Project
from lecture_site.build import build_draft
from lecture_site.staleness import installed

TWO_DEEP = CHANGES[1]
SECOND = 1_700_000_000 * 10**9  # in nanoseconds


def build(root: Path) -> None:
    """Build a draft without a problem, in what is installed now."""
    installed._version.cache_clear()
    installed._versions.cache_clear()
    assert problems(root) == []


def problems(root: Path) -> list[Problem]:
    """Build a draft, as `make serve` does, and return what was wrong."""
    console = Console(quiet=True)
    return build_draft(Project(root), console, record=True)


def test_where_nothing_changed_nothing_is_made_again(site: Path) -> None:
    before = shown(site)
    build(site)
    assert noted(site) == []
    assert shown(site) == before


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.what)
def test_what_depends_on_a_change_is_made_again_and_nothing_else(
    change: Change, site: Path
) -> None:
    assert change.was_shown in shown(site)
    apply(change, site)
    build(site)
    assert noted(site) == sorted(change.again)
    assert change.shown in shown(site)
    assert change.was_shown not in shown(site)


def test_what_is_shown_twice_is_changed_in_both_places(site: Path) -> None:
    start = site / "docs" / "index.md"
    with start.open("a", encoding="utf-8") as page:
        page.write('\n```python\n--8<-- "page/two_deep.py"\n```\n')
    apply(TWO_DEEP, site)
    build(site)
    index = (site / ".cache/draft/index.html").read_text(encoding="utf-8")
    assert TWO_DEEP.shown in index
    assert TWO_DEEP.shown in shown(site)


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("snippets/page/plain.py", 'print(open("{}").read())'),
        ("src/lecture_measurements/page.py", 'open("{}").close()'),
    ],
)
def test_a_file_that_is_read_must_be_named(
    module: str, line: str, site: Path
) -> None:
    """Or nobody would notice its change."""
    words = site / "data" / "words.txt"
    path = site / module
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\n{line.format(words)}\n", encoding="utf-8")
    (problem,) = problems(site)
    assert "reads data/words.txt and does not say so" in problem.what
    named = 'DATA_FILES = ("data/words.txt",)'
    path.write_text(f"{text}\n{named}\n{line.format(words)}\n", "utf-8")
    assert problems(site) == []


def test_a_second_change_within_the_second_is_seen(site: Path) -> None:
    """Python takes byte code of the same second and length for current."""
    module = site / "src" / "teaching" / "rates.py"
    save(module, 'RATE = "two"\n', tenth=1)
    compiled = py_compile.compile(
        str(module), invalidation_mode=PycInvalidationMode.TIMESTAMP
    )
    os.utime(str(compiled), ns=(SECOND, SECOND))
    save(module, 'RATE = "six"\n', tenth=2)
    build(site)
    assert "constant says six" in shown(site)


def save(module: Path, text: str, tenth: int) -> None:
    """Save a module some tenths into a second."""
    module.write_text(text, encoding="utf-8")
    os.utime(module, ns=(SECOND + tenth * 10**8,) * 2)
