"""Links the listings to the reference of their code, and that back to them.

Both are told by what the pages show in the end, so neither can lead to a
place that is not there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lecture_site.basics.project import Project
from lecture_site.extensions.reference.package import modules_of, read_package
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.reference.entries import addresses, is_reference
from lecture_site.finishing.reference.listings import (
    Use,
    link_listings,
    refuse_unknown,
)
from lecture_site.finishing.reference.uses import tell_uses


def link_reference(project: Project, site: BuiltSite) -> None:
    """Link the listings of all pages, and the entries of the reference.

    Raises
    ------
    ProblemError
        If a module, or what a listing imports, is described nowhere.
    """
    known = addresses(site)
    for name in _modules(known, project):
        refuse_unknown(name, known)
    uses: list[Use] = []
    for page in site.to_read:
        found = list(link_listings(page, known, site.theme))
        uses += [] if is_reference(page) else found  # it is no use of itself
    for page in filter(is_reference, site.to_read):
        tell_uses(page, uses)


def _modules(known: Mapping[str, str], project: Project) -> Iterator[str]:
    """Yield the modules of all packages that are described."""
    for package in sorted({name.partition(".")[0] for name in known}):
        for module in modules_of(read_package(package, project)):
            yield module.path
