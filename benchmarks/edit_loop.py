"""How long an author waits: from `make serve` or a saved file to the browser.

A browser without a window shows the page and looks, as often as it draws,
whether the words are there. So the time begins when the file is written and
ends when a reader would see the change.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from frame.checkout import Checkout, bring_what_was_made, copy_of_this_project
from frame.choices import CHOSEN
from frame.commands import ONE_THREAD
from frame.log import say
from frame.rows import ABSOLUTE, Row, row
from lecture_site.basics.project import Project
from lecture_site.browser.chromium import needed_chromium

LONGEST = 600_000  # milliseconds
PROVED = ".bar[role=status][hidden]"  # the bar of a page that is proved
# Asked before each frame is painted; `innerText` would lay out the page anew.
SHOWS = "w => document.querySelector('article')?.textContent.includes(w)"
Change = Callable[[str, str], str]  # a text and a word


def rows() -> Iterator[Row]:
    """Yield a row for each kind of edit, better with every round."""
    project = copy_of_this_project("edit_loop")
    with looking(project) as page:
        yield from _first_sight(project, page)
    bring_what_was_made(project.root)
    heaviest = heaviest_page(project)
    with proved(project, heaviest) as page:
        yield from _edits(
            "edit_word",
            heaviest,
            _in_the_first_line,
            page,
            title="a word on the heaviest page, saved, to the browser",
            goal=1.0,
        )
        yield from _edits(
            "edit_listing",
            _first_listing(project, heaviest),
            _printed_last,
            page,
            title="a listing on that page, saved, to what it prints",
            goal=3.0,
        )


def words_shown(project: Checkout, rounds: int) -> Iterator[float]:
    """Yield how long it takes to see a word on the heaviest page."""
    source = heaviest_page(project)
    with proved(project, source) as page:
        yield from _saved(source, _in_the_first_line, page, rounds)


@contextmanager
def looking(project: Checkout) -> Iterator[Page]:
    """Open a window of the project's browser."""
    with needed_chromium(Project(project.root)).started() as browser:
        page = browser.new_page()
        page.set_default_timeout(LONGEST)
        yield page


@contextmanager
def proved(project: Checkout, source: Path) -> Iterator[Page]:
    """Serve a project and open a page, as soon as it is proved."""
    with looking(project) as page, serving(project) as url:
        page.goto(f"{url}{source.stem}/")
        page.locator(PROVED).wait_for(state="attached")
        yield page


def heaviest_page(project: Checkout) -> Path:
    """Return the longest source of the first lecture."""
    pages = Project(project.root).docs.glob("*.md")
    return max(pages, key=lambda path: path.stat().st_size)


def _first_listing(project: Checkout, source: Path) -> Path:
    text = source.read_text(encoding="utf-8")
    found = re.search(r'--8<-- "([^":]+\.py)"', text)
    assert found
    return project.root / "snippets" / found[1]


def _first_sight(project: Checkout, page: Page) -> Iterator[Row]:
    seconds: list[float] = []
    for _ in range(CHOSEN.rounds(usual=3)):
        project.forget()
        began = time.monotonic()
        with serving(project) as url:
            page.goto(url)
            page.locator("article h1").wait_for()
            seconds.append(time.monotonic() - began)
        say(f"first sight: {seconds[-1]:.3g}")
        yield row(
            "first_sight",
            seconds,
            title="`make serve` in a fresh clone, to the first page",
            unit="s",
            goal=30.0,
            goal_of=ABSOLUTE,
        )


def _edits(
    name: str, source: Path, change: Change, page: Page, **told: Any
) -> Iterator[Row]:
    """Save a file again and again, each time with another word in it."""
    seconds: list[float] = []
    rounds = CHOSEN.rounds(usual=9)
    for taken in _saved(source, change, page, rounds):
        seconds.append(taken)
        say(f"{name}, {source.name}: {taken:.3g}")
        yield row(name, seconds, unit="s", goal_of=ABSOLUTE, **told)


def _saved(
    source: Path, change: Change, page: Page, rounds: int
) -> Iterator[float]:
    before = source.read_text(encoding="utf-8")
    try:
        for number in range(rounds):
            word = f"Edited{chr(ord('a') + number)}"
            yield _until(word, source, change(before, word), page)
    finally:
        source.write_text(before, encoding="utf-8")


def _in_the_first_line(text: str, word: str) -> str:
    return re.sub(r"^(# .+\n\n)", rf"\1{word} here. ", text, flags=re.M)


def _printed_last(text: str, word: str) -> str:
    return f'{text}print("{word}")\n'


def _until(word: str, source: Path, text: str, page: Page) -> float:
    """Save, and return how long it takes until a page shows a word."""
    time.sleep(2)  # an author reads what an edit has done before the next
    began = time.monotonic()
    source.write_text(text, encoding="utf-8")
    page.wait_for_function(SHOWS, arg=word)
    return time.monotonic() - began


@contextmanager
def serving(project: Checkout) -> Iterator[str]:
    """Serve a project; yield its address."""
    command = [sys.executable, "scripts/serve.py", "--port", "0"]
    variables = ONE_THREAD | project.environment | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command,
        cwd=project.root,
        env=os.environ | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    ) as server:
        assert server.stdout
        try:
            yield server.stdout.readline().split()[2]
        finally:
            server.terminate()
            server.stdout.read()
