"""A built site: its pages are read once, changed as trees, written once."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from lecture_site.basics.problems import ProblemError
from lecture_site.basics.sources import read_made
from lecture_site.basics.theme import MATERIAL, Theme
from lecture_site.finishing.page import Page, unreadable

NOT_FOUND = "404.html"
RUNTIME = "assets/runtime"  # of the site: Python, loaded when it is run


@dataclass
class BuiltSite:
    """What MkDocs has written: a folder, and its pages in memory.

    Parameters
    ----------
    folder : Path
        Where all else lies, and where the pages are written to.
    theme : Theme
        What the pages were made with.
    by_name : dict of str to Page
        The pages by their paths.
    """

    folder: Path
    theme: Theme = MATERIAL
    by_name: dict[str, Page] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path, theme: Theme = MATERIAL) -> BuiltSite:
        """Read every page of a folder.

        Raises
        ------
        ProblemError
            If one is empty or not in UTF-8.
        """
        site = cls(folder, theme)
        for path in sorted(folder.rglob("*.html")):
            name = path.relative_to(folder).as_posix()
            try:
                html = read_made(path)
            except ProblemError as error:
                what = error.problem.what
                raise ProblemError(unreadable(what, name)) from error
            site.add(name, html)
        return site

    def add(self, name: str, html: str) -> None:
        """Add a page that is yet to be written."""
        self.by_name[name] = Page.parse(name, html)

    @property
    def pages(self) -> list[Page]:
        """All pages, in a fixed order."""
        names = sorted(self.by_name, key=lambda name: name.split("/"))
        return [self.by_name[name] for name in names]

    @property
    def to_read(self) -> list[Page]:
        """All pages but for the one that is not there."""
        return [page for page in self.pages if page.name != NOT_FOUND]

    @property
    def addresses(self) -> list[str]:
        """The addresses of all pages that do not only lead to another."""
        return [
            page.address
            for page in self.pages
            if page.address != page.name and not page.leads_on
        ]

    def write(self) -> None:
        """Write every page into the folder."""
        for page in self.pages:
            path = self.folder / page.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page.html, encoding="utf-8", newline="\n")
