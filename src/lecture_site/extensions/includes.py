"""A Markdown extension: a page includes files of the project, and says which.

This is `pymdownx.snippets`, which passes over a file that includes itself as
if nothing were written there, and follows links out of the project.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from markdown import Markdown
from pymdownx.snippets import SnippetExtension, SnippetPreprocessor

from lecture_site.basics.problems import Problem, ProblemError, line_of
from lecture_site.basics.project import Project
from lecture_site.basics.sources import from_here, read_source
from lecture_site.extensions.page_context import problem_on_page

DEEPEST = 20  # files that include each other, one in the other
_ITSELF = "let one of the files between them include nothing"


class _Includes(SnippetPreprocessor):  # type: ignore[misc]
    """Refuses what would vanish or what is not of the project."""

    def __init__(self, config: dict[str, Any], md: Markdown) -> None:
        super().__init__(config, md)
        self.md = md
        self._within: list[str] = []  # the files that are being included

    def parse_snippets(
        self, lines: Sequence[str], file_name: str | None = None, **more: bool
    ) -> list[str]:
        """Return lines with what they include, and note where they stand."""
        self._within += [file_name] if file_name else []
        try:
            found: list[str] = super().parse_snippets(lines, file_name, **more)
        finally:
            self._within = self._within[:-1] if file_name else []
        return found

    def get_snippet_path(self, path: str) -> str | None:
        """Return the file that a place means; None if there is none."""
        found: str | None = super().get_snippet_path(path)
        if found is None or Path(found).is_dir():
            return None
        if found in self._within:
            raise self._problem(f"'{path}' includes itself", _ITSELF, path)
        if len(self._within) >= DEEPEST:
            what = f"files include each other {DEEPEST} deep here"
            raise self._problem(what, "include what is meant itself", path)
        if not Path(found).resolve().is_relative_to(_root()):
            what = f"'{path}' leads out of the project"
            remedy = "put what is included into the project"
            raise self._problem(what, remedy, path)
        return found

    def read_lines(self, path: str) -> list[str]:
        """Return the lines of a file, read as all sources are."""
        text = read_source(Path(path))
        return text.split("\n") if text else []

    def _problem(self, what: str, remedy: str, near: str) -> ProblemError:
        if not self._within:
            return problem_on_page(self.md, what, remedy, near)
        file = Path(self._within[-1])
        line = line_of(file, near)
        return ProblemError(Problem(what, remedy, from_here(file), line))


def _root() -> Path:
    return Project.here().root.resolve()


class IncludesExtension(SnippetExtension):  # type: ignore[misc]
    """Includes files, with the options of `pymdownx.snippets`."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register in the place of the extension that this one is."""
        super().extendMarkdown(md)
        md.preprocessors.register(
            _Includes(self.getConfigs(), md), "snippet", 32
        )


def makeExtension(**options: Any) -> IncludesExtension:  # noqa: N802
    """Return the extension; the name is Python-Markdown's."""
    return IncludesExtension(**options)
