"""What depends on files that were edited: results, and the pages with them."""

from __future__ import annotations

from pathlib import Path

from lecture_site.basics.project import Project
from lecture_site.build import committed_products, local_products
from lecture_site.products.shown import is_shown, sources_of_pages
from lecture_site.staleness.fingerprint import Imports


class Depending:
    """The results and the pages that some files lead to.

    Parameters
    ----------
    project : Project
        The checkout.
    edited : set of Path
        The files.
    """

    def __init__(self, project: Project, edited: set[Path]) -> None:
        self._project, self._edited = project, edited
        imports = Imports(project)
        self.products = [
            product
            for product in [
                *committed_products(project),
                *local_products(project),
            ]
            if edited
            & {*imports.lead_to(product.source), *product.recipe.makers}
        ]

    @property
    def pages(self) -> list[Path]:
        """The pages that show such a result, or the code of such a file."""
        return [
            self._project.docs / f"{page}.md"
            for page, text in sources_of_pages(self._project).items()
            if self._includes(text) or self._shows(page, text)
        ]

    def _includes(self, text: str) -> bool:
        project = self._project
        places = (project.snippets, project.sources, project.exercises)
        ending = {project.exercises: ".py"}  # which no page writes
        return any(
            path.relative_to(place)
            .as_posix()
            .removesuffix(ending.get(place, ""))
            in text
            for path in self._edited
            for place in places
            if path.is_relative_to(place)
        )

    def _shows(self, page: str, text: str) -> bool:
        return any(is_shown(p, {page: text}) for p in self.products)
