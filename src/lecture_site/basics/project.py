"""Where everything of the project lies, given its root folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

# The folders that people write in.
FOLDERS = ("docs", "exercises", "snippets", "src", "slides", "overrides")


@dataclass(frozen=True)
class Project:
    """The folders and files of one checkout.

    Parameters
    ----------
    root : Path
        The folder that holds ``mkdocs.yml``.
    """

    root: Path

    @classmethod
    def here(cls) -> Project:
        """Return the project that the working directory is the root of."""
        return cls(Path.cwd())

    @property
    def docs(self) -> Path:
        """Page sources and everything that is copied to the site."""
        return self.root / "docs"

    @property
    def snippets(self) -> Path:
        """Listings, one folder a page, with their recorded outputs."""
        return self.root / "snippets"

    @property
    def exercises(self) -> Path:
        """Exercises, one folder a page."""
        return self.root / "exercises"

    @property
    def runtime(self) -> Path:
        """The Python that pages run; a lecture may do without."""
        return self.root / "runtime"

    @property
    def sources(self) -> Path:
        """The Python packages."""
        return self.root / "src"

    @property
    def figure_modules(self) -> Path:
        """The code of the figures, one module a page."""
        return self.sources / "lecture_figures"

    @property
    def measurement_modules(self) -> Path:
        """The code of the measurements, one module a page."""
        return self.sources / "lecture_measurements"

    @property
    def slides(self) -> Path:
        """Source of the deck, in Typst."""
        return self.root / "slides"

    @property
    def measured(self) -> Path:
        """The record of all measurements."""
        return self.root / "measured.json"

    @property
    def seals(self) -> Path:
        """The digests of all committed results."""
        return self.root / "recorded.json"

    @property
    def arithmetic(self) -> Path:
        """What became of all results in other arithmetics."""
        return self.root / "arithmetic.json"

    @property
    def verified(self) -> Path:
        """The facts of "How this site is checked", written by the build."""
        return self.docs / "verified.json"

    @property
    def site(self) -> Path:
        """The site as it is published; tests look at it."""
        return self.root / "site"

    @property
    def draft(self) -> Path:
        """The site as its author sees it, without what only readers need."""
        return self.cache / "draft"

    @property
    def cache(self) -> Path:
        """What can be deleted at any time."""
        return self.root / ".cache"

    @property
    def expanded(self) -> Path:
        """The pages as pytest-codeblocks reads them."""
        return self.cache / "expanded"

    def relative(self, path: Path) -> str:
        """Return a path as it is written in messages."""
        return path.relative_to(self.root).as_posix()
