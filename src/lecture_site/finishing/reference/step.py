"""Links each import in a listing to its entry, and each entry back.

Both are told by what the pages show in the end, so neither can lead to a
place that is not there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.basics.theme import Theme
from lecture_site.extensions.linked_code import Place, with_links
from lecture_site.extensions.reference.package import modules_of, read_package
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.page import Node, Page
from lecture_site.finishing.reference.entries import (
    Sections,
    addresses,
    heading_of,
    is_reference,
    tell_uses,
    way_to,
)
from lecture_site.finishing.reference.imports import Imported, imports_in

_PARTS = ":is(h1, h2, h3)[id], .highlight code"


def link_reference(project: Project, site: BuiltSite) -> None:
    """Link the imports of all listings, and the entries of the reference.

    Raises
    ------
    ProblemError
        If a module, or what a listing imports, is described nowhere.
    """
    known = addresses(site)
    uses: dict[str, Sections] = {}
    for name in _modules(known, project):
        _refuse_unknown(name, known)
    for page in site.to_read:
        for name, section in link_imports(page, known, site.theme):
            uses.setdefault(name, {}).update(section)
    for page in filter(is_reference, site.to_read):
        tell_uses(page, uses)


def _modules(known: Mapping[str, str], project: Project) -> Iterator[str]:
    """Yield the modules of all packages that are described."""
    for package in sorted({name.partition(".")[0] for name in known}):
        for module in modules_of(read_package(package, project)):
            yield module.path


def _refuse_unknown(name: str, known: Mapping[str, str]) -> None:
    if name not in known:
        what = f"no page of the reference describes {name}"
        remedy = "write '::: package/module.py' of its module on one of them"
        raise ProblemError(Problem(what, remedy))


def link_imports(
    page: Page, known: Mapping[str, str], theme: Theme
) -> Iterator[tuple[str, Sections]]:
    """Link the imports in the listings of a page.

    Parameters
    ----------
    page : Page
        The finished page.
    known : mapping of str to str
        The addresses of the entries, by full names.
    theme : Theme
        What it was made with.

    Yields
    ------
    tuple of (str, Sections)
        Each name that the page imports, with the section that does so; the
        reference does not use what it describes.
    """
    for section, listing in _listings(page, theme):
        for name in _link(listing, page, known):
            yield name, {} if is_reference(page) else section


def _listings(page: Page, theme: Theme) -> Iterator[tuple[Sections, Node]]:
    """Yield each listing of a page with the section that it stands in."""
    of_page, section, address = "", "", page.address
    for article in page.tree.css(theme.article):
        for part in article.css(_PARTS):
            if part.tag == "code":
                yield {address: (of_page, section)}, part
            else:
                section, address = heading_of(part), f"{page.address}#{part.id}"
                of_page = section if part.tag == "h1" else of_page


def _link(code: Node, page: Page, known: Mapping[str, str]) -> list[str]:
    """Link the imports in one listing, and return their names."""
    found = list(_described(code.text(), known))
    places = [
        Place(each.start, each.end, way_to(known[each.name], page))
        for each in found
    ]
    if places:
        code.inner_html = with_links(code.inner_html or "", places)
    return [each.name for each in found]


def _described(code: str, known: Mapping[str, str]) -> Iterator[Imported]:
    """Yield the imports of what is described, which has to have an entry."""
    packages = {name.partition(".")[0] for name in known}
    for each in imports_in(code):
        package, _, within = each.name.partition(".")
        is_name = within.rpartition(".")[2].isidentifier()  # and no star
        if package in packages and is_name and "._" not in each.name:
            _refuse_unknown(each.name, known)
            yield each
