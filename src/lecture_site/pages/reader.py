"""Asks the site's own renderer what each page shows.

Whatever form a fence has (titles, tildes, tabs, admonitions, lists,
included sections), the renderer decides whether it is code that a reader
sees. Fences in HTML comments or inside other fences are not.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from bs4 import BeautifulSoup
from markdown import Markdown
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from lecture_site.basics.problems import Problem
from lecture_site.basics.project import Project
from lecture_site.extensions.fence_lines import with_lines, without_notes
from lecture_site.extensions.fences import EXCUSE, show_fence, validate
from lecture_site.extensions.languages import is_python
from lecture_site.pages.macros import ensure_verified
from lecture_site.pages.mkdocs_warnings import problem_from
from lecture_site.pages.places import place_problems


@dataclass(frozen=True)
class Block:
    """A code block that a reader of a page sees.

    Parameters
    ----------
    page : str
        The page as a path from the root.
    line : int
        The line of the opening fence.
    language : str
        As written, in lower case.
    source : str
        The code, includes expanded.
    excuse : str
        Why it is not run; empty if it is.
    """

    page: str
    line: int
    language: str
    source: str
    excuse: str = ""

    @property
    def is_python(self) -> bool:
        """Tell whether it counts as Python."""
        return is_python(self.language)


@dataclass
class Reading:
    """What the renderer made of all pages.

    Parameters
    ----------
    blocks : list of Block
        In the order of pages and lines.
    html : dict
        The HTML of each page's content, by page.
    markdown : dict
        The Markdown that it was made of, macros expanded, by page.
    problems : list of Problem
        What the renderer complained about.
    site_url : str
        The address of the site; empty if it is not configured.
    """

    blocks: list[Block] = field(default_factory=list)
    html: dict[str, str] = field(default_factory=dict)
    markdown: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    site_url: str = ""

    @property
    def python_blocks(self) -> list[Block]:
        """The Python blocks."""
        return [block for block in self.blocks if block.is_python]

    @property
    def by_page(self) -> dict[str, list[Block]]:
        """The blocks of each page that shows one."""
        found: dict[str, list[Block]] = {}
        for block in self.blocks:
            found.setdefault(block.page, []).append(block)
        return found


class _Recorder:
    """Stands in for the formatter of every fence and notes what passes."""

    def __init__(self) -> None:
        self.blocks: list[tuple[str, str, dict[str, Any]]] = []

    def show(
        self,
        source: str,
        language: str | None,
        class_name: str,
        options: dict[str, Any],
        md: Markdown,
        **more: Any,
    ) -> str:
        language = language or ""
        source = without_notes(source)
        number = len(self.blocks)
        line = int(options.pop("line", 0))
        noted = {"line": line, EXCUSE: options.get(EXCUSE, "")}
        self.blocks.append((language.lower(), source.rstrip("\n"), noted))
        show_fence(source, language, class_name, options, md, **more)
        return f'<pre data-block="{number}"></pre>'


def _accept(
    language: str,
    inputs: dict[str, str],
    options: dict[str, Any],
    attrs: dict[str, str],
    md: Markdown,
) -> bool:
    options["line"] = inputs.pop("line", 0)
    return validate(language, inputs, options, attrs, md)


def read_pages(project: Project) -> Reading:
    """Render every Markdown page of the site and note what it shows."""
    reading, recorder = Reading(), _Recorder()
    ensure_verified(project)
    with complaints(reading.problems, project):
        config = load_config(str(project.root / "mkdocs.yml"))
        reading.site_url = config.site_url or ""
        _record_fences(config, recorder)
        files = _files(config)
        get_navigation(files, config)
        reading.problems += place_problems(files, config)
        for file in _markdown_pages(files):
            _read(file, files, config, recorder, reading, project)
        for file in _markdown_pages(files):
            page = file.page
            if isinstance(page, Page) and page.content is not None:
                page.validate_anchor_links(
                    files=files, log_level=logging.WARNING
                )
    return reading


def _record_fences(config: MkDocsConfig, recorder: _Recorder) -> None:
    fences = config.mdx_configs.setdefault("pymdownx.superfences", {})
    every_fence = {
        "name": "*",
        "class": "",
        "format": recorder.show,
        "validator": _accept,
    }
    fences["custom_fences"] = [every_fence]


def _files(config: MkDocsConfig) -> Files:
    config.plugins.on_startup(command="build", dirty=False)
    config = config.plugins.on_config(config)
    files = get_files(config)
    files.add_files_from_theme(config.theme.get_env(), config)
    return config.plugins.on_files(files, config=config)


def _markdown_pages(files: Files) -> Iterator[File]:
    for file in files.documentation_pages():
        if file.src_uri.endswith(".md"):
            yield file


def _read(
    file: File,
    files: Files,
    config: MkDocsConfig,
    recorder: _Recorder,
    reading: Reading,
    project: Project,
) -> None:
    name = f"docs/{file.src_uri}"
    page = file.page or Page(None, file, config)
    first = len(recorder.blocks)
    try:
        page.read_source(config)
        page.markdown = config.plugins.on_page_markdown(
            with_lines(page.markdown or "", file.content_string),
            page=page,
            config=config,
            files=files,
        )
        page.render(config, files)
    except (Exception, SystemExit) as error:
        reading.problems.append(problem_from(error, name, project))
        return
    reading.html[name] = page.content or ""
    reading.markdown[name] = page.markdown or ""
    shown = _shown(page.content or "")
    reading.blocks += sorted(
        (
            Block(name, noted["line"], language, source, noted[EXCUSE])
            for number, (language, source, noted) in enumerate(
                recorder.blocks[first:], start=first
            )
            if number in shown
        ),
        key=lambda block: block.line,
    )


def _shown(html: str) -> set[int]:
    soup = BeautifulSoup(html, "html.parser")
    return {
        int(str(block["data-block"])) for block in soup.select("[data-block]")
    }


@contextmanager
def complaints(problems: list[Problem], project: Project) -> Iterator[None]:
    """Turn what MkDocs and its plugins log as warnings into problems."""

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            message = record.getMessage()
            if "Macro" not in message:  # raised as an error too
                problems.append(problem_from(message, "", project))

    logger, handler = logging.getLogger("mkdocs"), Collect(logging.WARNING)
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
