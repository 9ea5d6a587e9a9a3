"""Where on the site something of a package is described."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import griffe

from lecture_site.basics.project import Project
from lecture_site.extensions.reference.package import (
    is_package,
    modules_of,
    names_of,
    read_package,
)
from lecture_site.products.shown import sources_of_pages

# As a page writes it: `::: package/module.py`, or `::: package` for them all.
DIRECTIVE = re.compile(r"^::: +(?P<what>\w[\w/]*(?:\.py)?)[ \t]*$", re.M)


def module_named(what: str) -> str:
    """Return the full name of what a page wants to be described."""
    return what.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def pages_of_modules(project: Project) -> dict[str, list[str]]:
    """Return for each described module the pages that do so."""
    found: dict[str, list[str]] = {}
    for page, text in sources_of_pages(project).items():
        for directive in DIRECTIVE.finditer(text):
            for module in _modules(directive["what"], project):
                found.setdefault(module, []).append(f"{page}.md")
    return found


def _modules(what: str, project: Project) -> list[str]:
    if "/" in what or not is_package(what, project):
        return [module_named(what)]
    package = read_package(what, project)
    return [module.path for module in modules_of(package)]


@dataclass(frozen=True)
class Places:
    """Where the names of a package lead, seen from a page.

    Parameters
    ----------
    package : griffe.Module
        The package.
    pages : mapping of str to str
        The page of each module.
    page : str
        The page that is seen from, within docs.
    """

    package: griffe.Module
    pages: Mapping[str, str]
    page: str

    @cached_property
    def names(self) -> set[str]:
        """All that has an entry somewhere."""
        return {
            name
            for name in names_of(self.package)
            if self._module(name) in self.pages
        }

    def _module(self, name: str) -> str:
        while name and name not in self.pages:
            name = name.rpartition(".")[0]
        return name

    def address(self, full: str) -> str:
        """Return where a full name leads, as pages link each other."""
        page = self.pages[self._module(full)]
        if page == self.page:
            return f"#{full}"
        folder = posixpath.dirname(self.page) or "."
        return f"{posixpath.relpath(page, folder)}#{full}"

    def full(self, name: str, module: griffe.Module) -> str:
        """Return what a name in a module means; "" if that has no entry."""
        first, _, rest = name.removesuffix("()").partition(".")
        try:
            found = ".".join(filter(None, (module.resolve(first), rest)))
        except griffe.NameResolutionError:
            found = ""
        if found in self.names:
            return found
        alike = [each for each in self.names if each.endswith(f".{name}")]
        return alike[0] if len(alike) == 1 else ""
