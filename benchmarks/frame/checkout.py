"""A copy of this project to measure in, so that the real one stays as it is.

It holds the files that git knows or would add, in one commit of its own, and
what the project has made already, so that the first build has little to do.
Everything runs by its own scripts and its own modules.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from frame.commands import Cost, run
from frame.results import HERE

ROOT = HERE.parent
WORK = ROOT / ".cache" / "benchmarks"
# Programs that were installed, which no build makes.
INSTALLED = ("auditors", "browser", "aarch64", "benchmarks", "peers")
MADE = (
    *("made.json", "gradients.json", "sections", "labs", "notebooks"),
    *("slides.json", "slide_pictures.json", "decks", "printed", "social"),
)
PICTURES = "docs/slides/pictures"
COMMIT = "-c user.name=bench -c user.email=bench@localhost commit -qm measured"


@dataclass(frozen=True)
class Checkout:
    """A copy of the project.

    Parameters
    ----------
    root : Path
        Its folder.
    """

    root: Path

    @property
    def environment(self) -> dict[str, str]:
        """The variables with which its own modules are imported."""
        return {"PYTHONPATH": str(self.root / "src")}

    def python(self, *arguments: str | Path) -> Cost:
        """Run Python in it."""
        return run([sys.executable, *arguments], self.root, self.environment)

    def build(self, *options: str) -> Cost:
        """Do what ``make site`` does."""
        return self.python("scripts/build_site.py", *options)

    def forget(self) -> None:
        """Delete all that a build has made, as in a fresh clone."""
        for path in (self.root / ".cache").iterdir():
            if path.name not in INSTALLED:
                delete(path)
        delete(self.root / "site")
        delete(self.root / "docs" / "verified.json")
        delete(self.root / PICTURES)


def copy_of_this_project(name: str) -> Checkout:
    """Return a fresh copy, in a folder of that name."""
    root = WORK / name
    delete(root)
    for path in tracked(ROOT):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / path, root / path)
    bring_what_was_made(root)
    commit(root)
    return Checkout(root)


def tracked(root: Path) -> list[str]:
    """Return the files that git knows of a checkout, or would add."""
    names = _git(root, "ls-files", "-z", "-co", "--exclude-standard")
    return [n for n in names.split("\0") if n and (root / n).is_file()]


def bring_what_was_made(root: Path) -> None:
    """Copy what the project has made, and link what was installed."""
    cache = root / ".cache"
    cache.mkdir(parents=True, exist_ok=True)
    for name in MADE:
        kept = ROOT / ".cache" / name
        if kept.is_dir():
            shutil.copytree(kept, cache / name, dirs_exist_ok=True)
        elif kept.exists():
            shutil.copy2(kept, cache)
    pictures = ROOT / PICTURES
    if pictures.exists():
        shutil.copytree(pictures, root / PICTURES)
    browser = ROOT / ".cache" / "browser"
    if browser.exists() and not (cache / "browser").exists():
        (cache / "browser").symlink_to(browser)


def commit(root: Path) -> None:
    """Commit all files, since a build asks git for the day and for changes."""
    _git(root, "init", "-q")
    _git(root, "add", "--all")
    _git(root, *COMMIT.split())


def delete(path: Path) -> None:
    """Delete a file or a folder, if it is there."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _git(root: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", *arguments],
        cwd=root,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    ).stdout
