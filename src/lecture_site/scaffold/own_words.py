"""What another lecture says of itself, in files that it shares with this one.

Names come from the title; what only this lecture has, or has measured, is
left out, and so are links and sentences that lead to its pages.
"""

from __future__ import annotations

import re
from pathlib import Path

from lecture_site.basics.navigation import NAV, quoted
from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.sources import read_source

EXAMPLE, TASK = "means_of_draws", "four_times_the_draws"
_NAV = """\
nav:
  - Start: index.md
  - The lecture:
      - Means of draws: means_of_draws.md
  - Reference:
      - Glossary: glossary.md
      - References: references.md
      - The teaching code: teaching_code.md
      - Slides: slides.md
  - Teach with this: teach_with_this.md
  - How this site is checked: how_this_site_is_checked.md
  - What changed: changelog.md

"""
_NAMES = f"""\
  short_name: the_name
  cover_figure: figures/{EXAMPLE}/how_far_means_stray.svg
"""
_ABOUT = """\
site_description: >-
  the_title: listings that have run,
  numbers that were measured
"""
# The contract about a module of ours, whole.
_CONTRACT = (
    r"^\[\[tool\.importlinter\.contracts\]\]\n"
    r'name = "Only what is measured imports the network.*\n(?:.+\n)+\n'
)
# Of each file: what stands in it here, and what will stand there.
_CHANGES = (
    ("mkdocs.yml", r"^site_name: .*", "site_name: the_name"),
    ("mkdocs.yml", r"^site_description: >-\n(?:  .*\n)+", _ABOUT),
    ("mkdocs.yml", r"^  short_name: .*\n(?:  .*\n)+", _NAMES),
    ("mkdocs.yml", NAV.pattern, _NAV),
    (
        "pyproject.toml",
        r"^description = .*",
        'description = "the_title: listings that have run, '
        'numbers that were measured"',
    ),
    ("pyproject.toml", r"^keywords = .*", 'keywords = ["lecture"]'),
    (
        "pyproject.toml",
        r"^authors = .*",
        'authors = [{ name = "The authors of the_title" }]',
    ),
    ("pyproject.toml", r'(?<="scripts"), "benchmarks"(?=\]$)', ""),
    ("pyproject.toml", r"^mypy_path = .*\n", ""),
    ("pyproject.toml", _CONTRACT, ""),
    ("slides/look.typ", r"keywords: \([^)]*\)", 'keywords: ("lecture",)'),
    ("Makefile", r" bench(?= clean$)", ""),
    ("Makefile", r"^# `make bench (?:.*\n)+\n^bench: .*\n.*\n\n", ""),
    ("CONTRIBUTING.md", r"^\| `make bench` .*\n", ""),
    ("CONTRIBUTING.md", r"^## How fast it is\n(?:.*\n)+?(?=## )", ""),
    ("CONTRIBUTING.md", r": neural networks in NumPy\.$", ", in NumPy."),
    (
        "CONTRIBUTING.md",
        r"^`tests/lecture_site/scaffold/test_new\.py` builds .*\n",
        "",
    ),
    ("CONTRIBUTING.md", r"^    plot/ .*\n", ""),
    ("CONTRIBUTING.md", r"; `systems` does so on other systems\.$", "."),
    ("CONTRIBUTING.md", r"^The workflow `versions` (?:.*\n)+?(?=## )", "\n"),
    ("CONTRIBUTING.md", r"^\| `systems`, `versions` .*\n", ""),
    ("docs/teach_with_this.md", r"^\*\*A sign\*\* .*\n\n", ""),
    ("docs/teach_with_this.md", r"^## Words, signs and ", "## Words and "),
)


def give_own_words(folder: Path, title: str) -> None:
    """Give the files of a new lecture its names, and take ours from them.

    Parameters
    ----------
    folder : Path
        The new lecture, with all of its pages.
    title : str
        What it is called.

    Raises
    ------
    ProblemError
        If a file has changed so that it is not known what to change there.
    """
    for name, pattern, new in _CHANGES:
        words = new.replace("the_title", title)
        words = words.replace("the_name", quoted(title))
        _change(folder / name, pattern, words)
    for page in (folder / "docs").glob("*.md"):
        forget_missing_pages(page)


def _change(path: Path, pattern: str, new: str) -> None:
    text = read_source(path)
    text, n = re.subn(pattern, lambda _: new, text, flags=re.MULTILINE)
    if not n:
        raise ProblemError(
            Problem(
                f"nothing here looks like {pattern}",
                "bring it back, or change _CHANGES in "
                "src/lecture_site/scaffold/own_words.py",
                path.as_posix(),
            )
        )
    path.write_text(text, encoding="utf-8", newline="\n")


def forget_missing_pages(page: Path) -> None:
    """Drop sentences that begin with a link to a page that there is not.

    Where a sentence only mentions such a page, it loses the link.
    """

    def unless_missing(found: re.Match[str], instead: str) -> str:
        there = (page.parent / found["page"]).exists()
        return found[0] if there else instead

    link = r"\[(?P<said>[^\]]+)\]\((?P<page>\w+\.md)[^)]*\)"
    sentence = re.compile(rf"^{link}.*\n", re.MULTILINE)
    text = read_source(page)
    text = sentence.sub(lambda found: unless_missing(found, ""), text)
    text = re.sub(link, lambda it: unless_missing(it, it["said"]), text)
    page.write_text(text, encoding="utf-8", newline="\n")
