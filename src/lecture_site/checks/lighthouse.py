"""What Lighthouse says of the pages: scores, and what it finds wanting."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lecture_site.basics.node import NODE
from lecture_site.basics.project import Project
from lecture_site.browser.chromium import FLAGS
from lecture_site.checks.auditors import SOURCES, folder_of_auditors


@dataclass(frozen=True)
class Audit:
    """What is said of one page.

    Parameters
    ----------
    page : str
        Its address within the site.
    scores : dict
        From 0 to 100 for each kind of audit.
    wanting : list
        Names of the audits that it fails, each with some of the places.
    error : str or None
        Why there are no scores.
    """

    page: str
    scores: dict[str, int]
    wanting: list[Any]
    error: str | None = None

    @property
    def is_perfect(self) -> bool:
        """Tell whether nothing is found wanting."""
        return set(self.scores.values()) == {100} and not self.error

    def line(self) -> str:
        """Return what is said in one line."""
        told = " ".join(map(str, self.scores.values()))
        reasons = self.error or "; ".join(map(str, self.wanting))
        return f"{self.page or 'front page'}: {told} {reasons}".strip()


def audit(
    project: Project, chromium: str, address: str, pages: Sequence[str]
) -> Iterator[Audit]:
    """Yield what Lighthouse says of each page, as it says it.

    Parameters
    ----------
    project : Project
        The checkout, in whose cache Lighthouse is installed.
    chromium : str
        The browser's path.
    address : str
        Where the site is served, with a slash at its end.
    pages : sequence of str
        Addresses within the site.
    """
    script = project.root / SOURCES / "audit.mjs"
    folder = folder_of_auditors(project)
    flags = " ".join(("--headless", *FLAGS))
    command = [NODE, str(script), str(folder), chromium, flags]
    with subprocess.Popen(
        [*command, *(address + page for page in pages)],
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            told = json.loads(line)
            page = told.pop("address").removeprefix(address)
            yield Audit(page, **told)
    if process.returncode:
        raise RuntimeError("Lighthouse stopped; see its message above")
