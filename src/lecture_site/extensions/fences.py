"""How a page shows Python: the listing, its file and what it printed.

A fence holds an included program, an included section, a cell of a lab, or
code that its author excuses from running by ``not_run="reason"``. Everything
else ends the build.
"""

from __future__ import annotations

import html
import re
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from pymdownx.superfences import SuperFencesException, highlight_validator

from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.extensions.fence_lines import with_origins, without_notes
from lecture_site.extensions.languages import (
    is_known,
    is_python,
    near,
    reads_as_python,
)
from lecture_site.extensions.page_context import page_of, problem_on_page
from lecture_site.products.in_page import runs_in_page
from lecture_site.products.listings import (
    Listing,
    as_shown,
    find_listing,
    included,
)
from lecture_site.staleness.notebook_code import cells_of_lab

EXCUSE, ORIGIN = "not_run", "origin"

# Names and spaces look as they do without a span, and there are many.
_UNCOLOURED = re.compile(r'<span class="[nw]">([^<]*)</span>')


def validate(
    language: str,
    inputs: dict[str, str],
    options: dict[str, Any],
    attrs: dict[str, str],
    md: Markdown,
) -> bool:
    """Accept the options of any fence and, on top, an excuse."""
    for name in {EXCUSE, ORIGIN} & inputs.keys():
        options[name] = inputs.pop(name)
    return bool(highlight_validator(language, inputs, options, attrs, md))


def show_fence(
    source: str,
    language: str | None,
    class_name: str,
    options: dict[str, Any],
    md: Markdown,
    **more: Any,
) -> str:
    """Return a fence as HTML; see the module for what is Python.

    Raises
    ------
    SuperFencesException
        Whatever is wrong: after another error the renderer would pass the
        fence over, and its code would be published as words.
    """
    try:
        return _shown(source, language or "", class_name, options, md, **more)
    except SuperFencesException:
        raise
    except Exception as error:
        raise SuperFencesException(error) from error


def _shown(
    source: str,
    language: str,
    _class_name: str,
    options: dict[str, Any],
    md: Markdown,
    **more: Any,
) -> str:
    fences: Any = md.preprocessors["fenced_code_block"]
    excuse = options.pop(EXCUSE, "").strip()
    origin = options.pop(ORIGIN, "")
    source = without_notes(source)
    if not is_python(language) and not reads_as_python(source):
        if not is_known(language):
            raise _unknown(md, language, source)
        code: str = fences.highlight(source, language, options, md, **more)
        return f"{code}{note('not run', excuse)}" if excuse else code
    is_cell = as_shown(source) in map(as_shown, _cells(md))
    listing = None if excuse or is_cell else _listing(source, origin)
    if listing and not options.get("title"):
        options["title"] = Project.here().relative(listing.path)
    code = fences.highlight(source, "python", options, md, **more)
    code = _UNCOLOURED.sub(r"\1", code)
    if excuse:
        return f"{code}{note('not run', excuse)}"
    if listing and listing.section:
        return code
    if listing:
        return f"{_offered(code, listing)}{_printed(listing, md)}"
    if is_cell:
        return code
    raise _refusal(md, origin or source)


def coloured_python(code: str, md: Markdown) -> str:
    """Return Python as fences show it, though it stands in none."""
    fences: Any = md.preprocessors["fenced_code_block"]
    more = {"classes": [], "id_value": "", "attrs": {}}
    shown = fences.highlight(code, "python", {}, md, **more)
    return _UNCOLOURED.sub(r"\1", shown)


def _listing(source: str, origin: str) -> Listing | None:
    """Return what a fence shows: the file that it includes tells."""
    project = Project.here()
    found = included(origin, project) if origin else None
    if found and as_shown(found.source) == as_shown(source):
        return found
    return find_listing(source, project)


def _cells(md: Markdown) -> list[str]:
    return cells_of_lab(Project.here().root / page_of(md))


def _offered(code: str, listing: Listing) -> str:
    """Mark a program that a reader can run in the page; see `live`.

    Its name stands above it.
    """
    runs = runs_in_page(listing.path, Project.here())
    return code.replace("<div ", "<div data-run ", 1) if runs else code


def _printed(listing: Listing, md: Markdown) -> str:
    if not listing.output.exists():
        path = Project.here().relative(listing.path)
        raise SuperFencesException(
            problem_on_page(
                md,
                f"listing {path} has no recorded output",
                "run 'make record' and commit it",
                path.removeprefix("snippets/"),
            )
        )
    text = read_source(listing.output).rstrip("\n")
    return note("prints", text) if text else ""


def note(label: str, text: str) -> str:
    """Return what stands below a listing, as HTML."""
    kind = label.replace(" ", "-")
    return (
        f'<div class="listing-note listing-note--{kind}">'
        f'<span class="listing-note__label">{label}</span>'
        f'<pre tabindex="0"><samp>{html.escape(text)}</samp></pre></div>'
    )


def _unknown(md: Markdown, language: str, code: str) -> SuperFencesException:
    meant = " or ".join([*near(language), "text"])
    named = f"'{language}' is no language that is known"
    return SuperFencesException(
        problem_on_page(
            md,
            f"{named if language else 'this fence names no language'}, so "
            "nobody can tell whether it is to be run",
            f"write {meant}",
            language or code,
        )
    )


def _refusal(md: Markdown, near_by: str) -> SuperFencesException:
    return SuperFencesException(
        problem_on_page(
            md,
            "this Python is typed into the page, so nothing runs it",
            "move it to snippets/<page>/<claim>.py and include that, or say "
            'beside the fence why it is not run: not_run="reason"',
            near_by,
        )
    )


class _Origins(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return with_origins(lines)


class _NoNotes(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return without_notes("\n".join(lines)).split("\n")


class FencesExtension(Extension):
    """Notes in each fence which file it includes."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register before the files are included, which has priority 32.

        What is no fence is known after the fences are found, with 25.
        """
        md.preprocessors.register(_Origins(md), "lecture-origins", 33)
        md.preprocessors.register(_NoNotes(md), "lecture-no-notes", 24)


def makeExtension(**options: Any) -> FencesExtension:  # noqa: N802
    """Return the extension; the name is Python-Markdown's."""
    return FencesExtension(**options)
