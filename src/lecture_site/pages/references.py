"""Collects the references of all pages into one list.

Each page ends with the works that it cites, one list item a work. An item
holds one link, which is the work's identity; what follows the link is the
page's own remark and stays on that page.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import Path

from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.extensions.page_context import page_problem

HEADING = "## References"
SAME_WORK = 0.85  # likeness of two wordings from which they are one work
_LINK = re.compile(r"\]\((https?://(?:[^()\s]|\([^()\s]*\))+)\)")
_IDENTIFIERS = {"https://doi.org/": "doi:", "https://arxiv.org/abs/": "arXiv:"}


@dataclass(frozen=True)
class Citation:
    """A work as one page cites it.

    Parameters
    ----------
    page : str
        File name of the page.
    wording : str
        Authors, title, venue and link, in Markdown.
    url : str
        Where the link leads.
    """

    page: str
    wording: str
    url: str

    @cached_property
    def sorted_by(self) -> str:
        """Author and the rest, without markup, accents and capitals."""
        plain = re.sub(r"[*\[\]“”\"]", "", self.wording)
        letters = unicodedata.normalize("NFKD", plain)
        return "".join(c for c in letters if c.isalnum() or c == " ").lower()


def references(project: Project) -> str:
    """Return all works that the pages cite, as a Markdown list.

    Raises
    ------
    ProblemError
        If a work has no link, or two pages word or link it differently.
    """
    citations = [c for page in _pages(project) for c in cited_on(page)]
    works: dict[str, list[Citation]] = {}
    for citation in citations:
        works.setdefault(citation.url, []).append(citation)
    for same in works.values():
        _refuse_other_wordings(same)
    firsts = sorted((w[0] for w in works.values()), key=lambda c: c.sorted_by)
    _refuse_other_links(firsts)
    titles = {path.name: title(path) for path in _pages(project)}
    return "\n".join(_item(works[first.url], titles) for first in firsts)


def cited_on(page: Path) -> Iterator[Citation]:
    """Yield the works of a page's list of references."""
    section = read_source(page).partition(f"\n{HEADING}\n")[2]
    section = re.split(r"\n#+ ", section)[0]
    for item in re.findall(r"^- (.+(?:\n  +\S.*)*)", section, re.MULTILINE):
        text = " ".join(item.split())
        links = list(_LINK.finditer(text))
        if len(links) != 1:
            raise page_problem(
                f"docs/{page.name}",
                f"the reference has {len(links)} links and needs one: {text}",
                "link its DOI (https://doi.org/...), its arXiv page "
                "(https://arxiv.org/abs/...) or another address that lasts",
                item,
            )
        (link,) = links
        yield Citation(page.name, text[: link.end()], link[1])


def _pages(project: Project) -> list[Path]:
    return sorted(project.docs.glob("*.md"))


def title(page: Path) -> str:
    """Return the heading that a page begins with."""
    found = re.search(r"^# (.+)$", read_source(page), re.M)
    return found[1] if found else page.stem


def _refuse_other_wordings(same: list[Citation]) -> None:
    for other in same[1:]:
        if other.wording != same[0].wording:
            raise _difference(
                "are worded differently",
                "give both one wording",
                same[0],
                other,
            )
        if other.page == same[0].page:
            raise _difference(
                "are on one page", "delete one of them", same[0], other
            )


def _refuse_other_links(firsts: Iterable[Citation]) -> None:
    for one, other in combinations(firsts, 2):
        if one.sorted_by[:4] == other.sorted_by[:4] and _alike(one, other):
            raise _difference(
                "have different links", "link both to the same", one, other
            )


def _alike(one: Citation, other: Citation) -> bool:
    """Tell whether two wordings mean one work, whatever their links."""
    texts = (_LINK.sub("", citation.wording) for citation in (one, other))
    first, second = (text.partition("doi:")[0] for text in texts)
    likeness = difflib.SequenceMatcher(None, first, second, autojunk=False)
    return bool(likeness.ratio() > SAME_WORK)


def _difference(
    what: str, remedy: str, one: Citation, other: Citation
) -> ProblemError:
    return page_problem(
        f"docs/{other.page}",
        f"two references to one work {what}:\n"
        f"    docs/{one.page}: {one.wording}\n"
        f"    docs/{other.page}: {other.wording}",
        remedy,
        other.url,
    )


def _item(citations: list[Citation], titles: dict[str, str]) -> str:
    first = citations[0]
    pages = (f"[{titles[c.page]}]({c.page}#references)" for c in citations)
    return (
        f"- {first.wording}{_identifier(first)}. Cited in {', '.join(pages)}."
    )


def _identifier(citation: Citation) -> str:
    """Return the DOI or the arXiv number if the wording does not show it."""
    for start, name in _IDENTIFIERS.items():
        shown = citation.url.replace(start, name)
        if citation.url.startswith(start) and shown not in citation.wording:
            return f" `{shown}`"
    return ""
