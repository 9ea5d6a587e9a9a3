"""A Markdown extension: a page describes the teaching code.

``::: package/module.py`` alone on a line becomes the reference of a module,
made of its docstrings, its code and its tests; ``::: package`` that of all
its modules.
"""

from __future__ import annotations

from typing import Any

import griffe
from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.extensions.page_context import page_of, problem_on_page
from lecture_site.extensions.reference.described import Described
from lecture_site.extensions.reference.held import tests_of
from lecture_site.extensions.reference.package import (
    is_package,
    modules_of,
    read_package,
)
from lecture_site.extensions.reference.places import (
    DIRECTIVE,
    Places,
    module_named,
    pages_of_modules,
)
from lecture_site.extensions.reference.wholeness import problems_of_docstrings

NOTHING_YET = "There is no teaching code yet."


class _Reference(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        shown = DIRECTIVE.sub(lambda it: self._shown(it["what"]), text)
        return shown.split("\n")

    def _shown(self, what: str) -> str:
        modules = self._modules(what)
        if not modules:
            return NOTHING_YET
        package = modules[0].package
        for problem in problems_of_docstrings(package):
            raise ProblemError(problem)
        described = self._described(package)
        inside = "\n\n".join(map(described.module, modules))
        return f'<div class="of-the-code" markdown="1">\n\n{inside}\n\n</div>'

    def _modules(self, what: str) -> list[griffe.Module]:
        """Return the modules that are meant, which there must be."""
        project = Project.here()
        name = module_named(what)
        package = name.partition(".")[0]
        if is_package(package, project):
            modules = modules_of(read_package(package, project))
            if what == package:
                return modules
            meant = [module for module in modules if module.path == name]
            if meant:
                return meant
        raise problem_on_page(
            self.md,
            f"there is no module '{what}' that offers something",
            "name it as it lies in src: package/module.py",
            f"::: {what}",
        )

    def _described(self, package: griffe.Module) -> Described:
        project = Project.here()
        page = page_of(self.md).removeprefix("docs/")
        pages = pages_of_modules(project)
        places = Places(package, {m: on[0] for m, on in pages.items()}, page)
        return Described(self.md, places, tests_of(package, project))


class ReferenceExtension(Extension):
    """Describes the modules that a page names."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register after typed HTML was looked at, before HTML is found."""
        md.preprocessors.register(_Reference(md), "lecture-reference", 22)


def makeExtension(**options: Any) -> ReferenceExtension:  # noqa: N802
    """Return the extension; the name is Python-Markdown's."""
    return ReferenceExtension(**options)
