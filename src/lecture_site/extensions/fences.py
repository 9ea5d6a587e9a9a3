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
from pymdownx.superfences import SuperFencesException, highlight_validator

from lecture_site.basics.project import Project
from lecture_site.extensions.page_context import page_of, problem_on_page
from lecture_site.products.listings import Listing, find_listing
from lecture_site.staleness.notebook_code import cells_of_lab

PYTHON = ("python", "py", "python3", "pycon")
EXCUSE = "not_run"

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
    if EXCUSE in inputs:
        options[EXCUSE] = inputs.pop(EXCUSE)
    return bool(highlight_validator(language, inputs, options, attrs, md))


def show_python(
    source: str,
    _language: str,
    _class_name: str,
    options: dict[str, Any],
    md: Markdown,
    **more: Any,
) -> str:
    """Return a Python fence as HTML; see the module."""
    excuse = options.pop(EXCUSE, "")
    fences: Any = md.preprocessors["fenced_code_block"]
    listing = None if excuse else find_listing(source, Project.here())
    if listing and not options.get("title"):
        options["title"] = Project.here().relative(listing.path)
    code: str = fences.highlight(source, "python", options, md, **more)
    code = _UNCOLOURED.sub(r"\1", code)
    if excuse:
        return f"{code}{note('not run', excuse)}"
    if source in cells_of_lab(Project.here().root / page_of(md)):
        return code
    if listing is None:
        raise _refusal(md, source)
    return code if listing.section else f"{code}{_printed(listing, md)}"


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
    text = listing.output.read_text(encoding="utf-8").rstrip("\n")
    return note("prints", text) if text else ""


def note(label: str, text: str) -> str:
    """Return what stands below a listing, as HTML."""
    kind = label.replace(" ", "-")
    return (
        f'<div class="listing-note listing-note--{kind}">'
        f'<span class="listing-note__label">{label}</span>'
        f'<pre tabindex="0"><samp>{html.escape(text)}</samp></pre></div>'
    )


def _refusal(md: Markdown, source: str) -> SuperFencesException:
    return SuperFencesException(
        problem_on_page(
            md,
            "this Python is typed into the page, so nothing runs it",
            "move it to snippets/<page>/<claim>.py and include that, or say "
            'beside the fence why it is not run: not_run="reason"',
            source,
        )
    )
