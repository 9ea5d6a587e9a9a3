"""Whether the site that is there is what a build would write again.

A build is a function of files, packages, the environment and the commit. If
none of them has changed since the last one, and neither has what it wrote,
there is nothing to do.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from lecture_site.basics.commits import commit, commit_epoch, has_changed
from lecture_site.basics.json_files import read_cache, write_whole
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.browser.chromium import find_chromium
from lecture_site.processes import arithmetic

# Folders of a checkout that are not read whole, besides what is written.
_UNREAD = {"tests", "site", "node_modules", "__pycache__"}
# The tests of a package that a page describes are named there.
_DESCRIBED = re.compile(r"^::: +(\w+)", re.M)
_VARIABLE = re.compile(r"!ENV\s+\[?\s*(\w+)")


@dataclass(frozen=True)
class WholeSite:
    """The site of a checkout, with what it is made from.

    Parameters
    ----------
    project : Project
        The checkout.
    built : Path
        The folder of the site, or of the draft.
    """

    project: Project
    built: Path

    def is_up_to_date(self, read: str) -> bool:
        """Tell whether a build would change nothing.

        Parameters
        ----------
        read : str
            What `read` returns now.
        """
        known = read_cache(self._kept, dict)
        return known == {"read": read, "written": self._written()}

    def remember(self, read: str) -> None:
        """Note what the site was built from.

        Parameters
        ----------
        read : str
            What `read` returned before the build: who edits a file meanwhile
            has to have it built.
        """
        known = {"read": read, "written": self._written()}
        write_whole(self._kept, f"{json.dumps(known, indent=1)}\n")

    @property
    def _kept(self) -> Path:
        return self.project.cache / f"built_{self.built.name}.json"

    def read(self) -> str:
        """Return a digest of all that a build reads and does not write."""
        told = hashlib.sha256(json.dumps(list(self._around())).encode())
        made = {self.project.verified, self._pictures}
        for path in (*_files(self.project.root, made), *self._tests()):
            told.update(_line(path, self.project.root))
        return told.hexdigest()

    def _tests(self) -> Iterator[Path]:
        """Yield the tests that pages name."""
        pages = map(read_source, sorted(self.project.docs.rglob("*.md")))
        packages = {
            name for text in pages for name in _DESCRIBED.findall(text)
        }
        for name in sorted(packages):
            folder = self.project.root / "tests" / name
            yield from sorted(folder.glob("*.py"))

    @property
    def _pictures(self) -> Path:
        return self.project.docs / "slides" / "pictures"

    def _around(self) -> Iterator[object]:
        """Yield what is no file of the checkout."""
        yield platform.python_version(), arithmetic.chosen()
        yield commit(self.project), has_changed(self.project)
        yield commit_epoch(self.project)
        text = read_source(self.project.root / "mkdocs.yml")
        yield [os.environ.get(name) for name in _VARIABLE.findall(text)]
        browser = find_chromium(self.project)
        yield browser and browser.facts
        packages = {(d.name, d.version) for d in metadata.distributions()}
        yield sorted(packages)

    def _written(self) -> str:
        """Return a digest of all that a build writes for others to read."""
        told, project = hashlib.sha256(), self.project
        ready = project.cache / "notebooks" / "ready"
        for folder in (self.built, project.expanded, ready, self._pictures):
            for path in sorted(folder.rglob("*")):
                if path.is_file():
                    told.update(_line(path, project.root))
        if project.verified.exists():
            told.update(_line(project.verified, project.root))
        return told.hexdigest()


def _files(folder: Path, made: Collection[Path]) -> Iterator[Path]:
    """Yield the files of a checkout that a build may read, in order."""
    for entry in sorted(folder.iterdir()):
        hidden = entry.name.startswith(".") or entry.name in _UNREAD
        if hidden or entry in made:
            continue
        if entry.is_dir():
            yield from _files(entry, made)
        else:
            yield entry


def _line(path: Path, root: Path) -> bytes:
    content = hashlib.sha256(path.read_bytes()).hexdigest()
    return f"{path.relative_to(root).as_posix()} {content}\n".encode()
