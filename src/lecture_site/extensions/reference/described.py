"""A module as a page describes it: heading by heading, as Markdown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import griffe
from markdown import Markdown

from lecture_site.basics.project import Project
from lecture_site.extensions.fences import coloured_python
from lecture_site.extensions.page_context import address_of
from lecture_site.extensions.reference.docstrings import docstring_of
from lecture_site.extensions.reference.entries import description
from lecture_site.extensions.reference.folded import (
    shown_rest,
    shown_signature,
    shown_source,
    shown_tests,
)
from lecture_site.extensions.reference.held import Tests
from lecture_site.extensions.reference.package import (
    Documented,
    file_of,
    public,
)
from lecture_site.extensions.reference.places import Places
from lecture_site.extensions.reference.prose import as_markdown


@dataclass(frozen=True)
class Described:
    """What describes the modules of a package on one page.

    Parameters
    ----------
    md : Markdown
        What renders the page. Code is put aside there, since it is none of
        the page's own.
    places : Places
        Where names lead.
    tests : Tests
        What holds each name.
    """

    md: Markdown
    places: Places
    tests: Tests

    def module(self, module: griffe.Module) -> str:
        """Return a module and all that it offers."""
        return "\n\n".join(filter(None, self._module(module)))

    def _module(self, module: griffe.Module) -> Iterator[str]:
        leads = self._leads(module)
        yield f"## `{module.path}` {{ #{module.path} }}"
        yield as_markdown(docstring_of(module).text, leads)
        for what in public(module):
            yield f"### `{what.name}` {{ #{what.path} }}"
            yield self._signature(what, module)
            yield description(what, module, leads)
            yield from self._methods(what, module)
            yield from self._folded(what)
        yield self._aside(shown_rest(module, self._coloured))

    def _methods(
        self, what: Documented, module: griffe.Module
    ) -> Iterator[str]:
        methods = public(what) if isinstance(what, griffe.Class) else []
        if methods:
            yield "**Methods**"
        for method in methods:
            yield f'<div id="{method.path}" markdown="1">'
            yield self._signature(method, module)
            yield description(method, module, self._leads(module))
            yield "</div>"

    def _folded(self, what: Documented) -> Iterator[str]:
        project = Project.here()
        file = project.relative(file_of(what))
        if not isinstance(what, griffe.Attribute):
            yield self._aside(shown_source(what, self._coloured, file))
        folder = f"tests/{what.package.name}"
        yield self._aside(shown_tests(self.tests[what.path], folder))

    def _signature(self, what: Documented, module: griffe.Module) -> str:
        def leads(name: str) -> str:
            full = self.places.full(name, module)
            if full == what.path or not full:
                return ""
            return address_of(self.md, self.places.address(full))

        return self._aside(shown_signature(what, self._coloured, leads))

    def _leads(self, module: griffe.Module) -> Callable[[str], str]:
        def leads(name: str) -> str:
            full = self.places.full(name, module)
            return self.places.address(full) if full else ""

        return leads

    def _coloured(self, code: str) -> str:
        return coloured_python(code, self.md)

    def _aside(self, html: str) -> str:
        return self.md.htmlStash.store(html) if html else ""
