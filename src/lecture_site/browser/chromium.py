"""Chromium or Chrome: prints the lecture, and looks at the site in tests.

It is the machine's own or, where that is too old or does not start, the one
that ``make browser`` installed into ``.cache``.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as PlaywrightError

from lecture_site.basics.json_files import read_cache
from lecture_site.basics.node import NODE
from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project

# The Node that Playwright brings needs a library that a bare machine lacks.
os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", NODE)

# The oldest that was tried: it prints the lecture, runs Lighthouse, and keeps
# what the tests ask of search, offline reading, slide cards and the policy.
OLDEST = 131
REMEDY = "run `make browser`, which installs one that will do into .cache"
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
# Nothing is asked of the network, and no sandbox is needed for own pages.
FLAGS = (
    "--no-sandbox",
    "--font-render-hinting=none",  # letters of small print keep their places
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True)
class Chromium:
    """A browser that can be started.

    Parameters
    ----------
    path : str
        What is started.
    name : str
        Chromium or Google Chrome.
    version : str
        All of its numbers, with dots.
    """

    path: str
    name: str
    version: str

    @property
    def facts(self) -> dict[str, str]:
        """What a reader is told of it."""
        return {"name": self.name, "version": self.version}

    @contextmanager
    def started(self) -> Iterator[Browser]:
        """Start it without a window."""
        with sync_playwright() as playwright:
            try:
                browser = playwright.chromium.launch(
                    executable_path=self.path, args=FLAGS
                )
            except PlaywrightError as error:
                raise ProblemError(self._is_broken(error.message)) from None
            try:
                yield browser
            finally:
                browser.close()

    def _is_broken(self, log: str) -> Problem:
        said = re.findall(r"^\[pid=\d+\]\[(?:err|out)\] (.*)", log, re.M)
        told = _indented(said or [log.partition("\n")[0]])
        what = f"the browser {self.path} does not start; it said:{told}"
        return Problem(what, REMEDY)


def folder_of_browser(project: Project) -> Path:
    """Return the folder that a browser is installed into."""
    return project.cache / "browser"


def find_chromium(project: Project) -> Chromium | None:
    """Return the browser that is used, or None if there is none.

    One that was installed goes first: it is only there because the machine's
    own would not do.
    """
    own = (found for found in _own() if isinstance(found, Chromium))
    return installed(project) or next(own, None)


def installed(project: Project) -> Chromium | None:
    """Return the browser that was installed, if there is one."""
    folder = folder_of_browser(project)
    record = folder / "chromium.json"
    known: dict[str, Any] = read_cache(record, dict)
    if not known:
        return None
    noted = Chromium(**known)
    found = replace(noted, path=str(folder / noted.path))
    return found if _is_new_enough(found.version) else None


def remember(found: Chromium, project: Project) -> None:
    """Note that a browser was installed, and that it starts."""
    folder = folder_of_browser(project)
    place = Path(found.path).relative_to(folder).as_posix()
    noted = json.dumps(asdict(replace(found, path=place)), indent=1)
    (folder / "chromium.json").write_text(noted, encoding="utf-8")


def needed_chromium(project: Project) -> Chromium:
    """Return what `find_chromium` finds; a problem if that is nothing."""
    found = find_chromium(project)
    if found is None:
        raise ProblemError(no_browser())
    return found


def no_browser() -> Problem:
    """Return what is said where there is no browser that will do."""
    reasons = [found.what for found in _own() if isinstance(found, Problem)]
    what = "\n".join(reasons) or "there is no Chromium or Chrome"
    return Problem(what, REMEDY)


def _own() -> Iterator[Chromium | Problem]:
    """Yield the machine's own browsers, or what is wrong with them."""
    if os.name != "nt":  # there, Chrome tells its version in no console
        yield from map(_judged, filter(None, map(shutil.which, NAMES)))


@cache
def _judged(path: str) -> Chromium | Problem:
    said, complaint = _version_said_by(path)
    told = re.search(r"^(\D+) (\d+\.[.\d]+)", said, re.MULTILINE)
    if not told:
        instead = _indented((complaint or said or "nothing").splitlines())
        return Problem(f"{path} tells no version; it said:{instead}", REMEDY)
    if not _is_new_enough(told[2]):
        what = f"{path} has version {told[2]}, and {OLDEST} is the oldest"
        return Problem(f"{what} that will do", REMEDY)
    return Chromium(path, told[1], told[2])


def _is_new_enough(version: str) -> bool:
    return int(version.partition(".")[0]) >= OLDEST


def _indented(said: Sequence[str]) -> str:
    """Return the end of what was said, which tells most, below a message."""
    return "".join(f"\n    {line}" for line in said[-5:])


def _version_said_by(path: str) -> tuple[str, str]:
    """Return what is said to a request for the version, and to errors."""
    try:
        done = subprocess.run(
            [path, "--version"],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=30,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return "", str(error)
    return "" if done.returncode else done.stdout, done.stderr
