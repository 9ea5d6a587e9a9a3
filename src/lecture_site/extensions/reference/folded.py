"""What an entry shows beside its words: signature, code and tests, as HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence

import griffe

from lecture_site.extensions.linked_code import Place, with_links
from lecture_site.extensions.reference.code import (
    first_line,
    rest_of,
    signature,
    source_of,
)
from lecture_site.extensions.reference.package import Documented, file_of

Coloured = Callable[[str], str]  # from code to HTML
_NAME = re.compile(r"[A-Za-z_][\w.]*")


def shown_signature(
    what: Documented, coloured: Coloured, leads: Callable[[str], str]
) -> str:
    """Return how something is called; the types in it lead to their entries.

    Parameters
    ----------
    what : griffe.Object
        A class, a function or a value.
    coloured : callable
        From code to HTML.
    leads : callable
        From a name to its address.
    """
    code = signature(what)
    places = [
        Place(*found.span(), leads(found[0]))
        for found in _NAME.finditer(code)
        if found.start() and leads(found[0])
    ]
    shown = with_links(coloured(code), places)
    return f'<div class="api__signature" data-name="{what.path}">{shown}</div>'


def shown_source(what: Documented, coloured: Coloured, file: str) -> str:
    """Return the code of something, folded."""
    lines = f"lines {first_line(what)} to {what.endlineno}"
    return _folded(
        f"Code <small>{html.escape(file)}, {lines}</small>",
        coloured(source_of(what)),
        f' data-code-of="{what.path}"',
    )


def shown_rest(module: griffe.Module, coloured: Coloured) -> str:
    """Return what else stands in a module, folded: imports, helpers."""
    code = rest_of(module)
    name = html.escape(file_of(module).name)
    title = f"What else stands in <code>{name}</code>"
    return _folded(title, coloured(code)) if code else ""


def shown_tests(tests: Mapping[str, Sequence[str]], folder: str) -> str:
    """Return the tests that hold something, folded; nothing without any."""
    count = sum(map(len, tests.values()))
    if not count:
        return ""
    rows = "".join(
        f"<dt><code>{html.escape(f'{folder}/{module}.py')}</code></dt>"
        f"{''.join(map(_test, names))}"
        for module, names in tests.items()
    )
    held = "one test" if count == 1 else f"{count} tests"
    return _folded(f"Held by {held}", f'<dl class="api__tests">{rows}</dl>')


def _test(name: str) -> str:
    """Return the sentence that a test is named for."""
    words = name.removeprefix("test_").replace("_", " ")
    return f"<dd>{html.escape(words)}</dd>"


def _folded(title: str, content: str, more: str = "") -> str:
    return (
        f'<details class="api__more"{more}><summary>{title}</summary>'
        f"{content}</details>"
    )
