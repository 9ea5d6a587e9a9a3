"""Adds pages to the `nav` of ``mkdocs.yml`` and leaves its comments alone."""

from __future__ import annotations

import re

import yaml

from lecture_site.basics.problems import Problem, ProblemError

NAV = re.compile(r"^nav:\n(?:(?:[ -].*)?\n)+", re.MULTILINE)


def with_page(text: str, section: str, title: str, path: str) -> str:
    """Return a configuration in which a page ends a section.

    Parameters
    ----------
    text : str
        The text of ``mkdocs.yml``.
    section : str
        Title of the section; where there is none, it is made.
    title, path : str
        Of the page.

    Raises
    ------
    ProblemError
        If there is no navigation to add to.
    """
    nav = NAV.search(text)
    if not nav:
        raise ProblemError(
            Problem("there is no nav", "write one", "mkdocs.yml")
        )
    before, after = text[: nav.start()], text[nav.end() :]
    entry = f"      - {quoted(title)}: {path}\n"
    block = nav[0].rstrip("\n") + "\n"
    return before + _added(block, section, entry) + "\n" + after


def _added(block: str, section: str, entry: str) -> str:
    lines = block.splitlines(keepends=True)
    heading = re.compile(rf'  - "?{re.escape(section)}"?:\s*$')
    start = next((n for n, row in enumerate(lines) if heading.match(row)), -1)
    if start < 0:
        return f"{block}  - {quoted(section)}:\n{entry}"
    end = start + 1
    while end < len(lines) and lines[end].startswith("   "):
        end += 1
    return "".join([*lines[:end], entry, *lines[end:]])


def quoted(title: str) -> str:
    """Quote what YAML would not read as a text, such as Yes or a colon."""
    return (
        title
        if re.fullmatch(r"[\w ]+", title) and (yaml.safe_load(title) == title)
        else f'"{title}"'
    )
