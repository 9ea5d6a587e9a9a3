"""What an entry of the reference says of the pages that use it."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence

from lecture_site.finishing.page import Page, element
from lecture_site.finishing.reference.entries import way_to
from lecture_site.finishing.reference.listings import Section, Use


def tell_uses(page: Page, uses: Sequence[Use]) -> None:
    """Let each entry of a page name the sections that show and import it.

    It is said before the code of the entry.
    """
    for code in page.tree.css("details[data-code-of]"):
        own = [u for u in uses if u.name == code.attributes["data-code-of"]]
        shown = list(dict.fromkeys(u.section for u in own if u.is_shown))
        used = list(dict.fromkeys(u.section for u in own if not u.is_shown))
        for verb, sections in (("Shown", shown), ("Used", used)):
            if sections:
                told = element(page, "p", {"class": "api__uses"})
                said = "; ".join(_by_page(page, sections))
                told.inner_html = f"{verb} in {said}."
                code.insert_before(told, move=True)


def _by_page(page: Page, sections: Iterable[Section]) -> Iterator[str]:
    """Yield for each page its title and its sections, as HTML."""
    by_title: dict[str, list[Section]] = {}
    for section in sections:
        by_title.setdefault(section.page, []).append(section)
    for title, own in by_title.items():
        links = ", ".join(
            f'<a href="{html.escape(way_to(each.address, page))}">'
            f"{html.escape(each.title)}</a>"
            for each in own
        )
        yield f"<b>{html.escape(title)}</b>: {links}"
