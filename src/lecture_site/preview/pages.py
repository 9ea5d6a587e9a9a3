"""Pages rendered one by one, by an MkDocs that is kept ready for the next."""

from __future__ import annotations

import logging
import re
from pathlib import Path

from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.base import load_config
from mkdocs.structure.files import File, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page as SourcePage

from lecture_site.basics.json_files import write_whole
from lecture_site.basics.problems import Problem
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.basics.theme import MATERIAL
from lecture_site.checks.as_read import problems_of
from lecture_site.finishing.page import Page
from lecture_site.finishing.weight.wrapped_tables import wrap
from lecture_site.pages.mkdocs_warnings import problem_from
from lecture_site.pages.reader import complaints
from lecture_site.pages.source_files import wrong_in


class KeptPages:
    """The pages of a draft, as MkDocs knows them before it renders one.

    What MkDocs does for a whole site is done once, but for the rendering;
    what one page needs of the others are their names and addresses.

    Parameters
    ----------
    project : Project
        The checkout.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._rendered = project.cache / "rendered"
        config = load_config(
            str(project.root / "mkdocs.yml"), site_dir=str(self._rendered)
        )
        config.plugins.on_startup(command="build", dirty=False)
        self._config = config.plugins.on_config(config)
        environment = config.theme.get_env()
        files = get_files(config)
        files.add_files_from_theme(environment, config)
        self._files = config.plugins.on_files(files, config=config)
        set_exclusions(self._files, config)
        nav = get_navigation(self._files, config)
        self._nav = config.plugins.on_nav(nav, config=config, files=files)
        self._environment = config.plugins.on_env(
            environment, config=config, files=files
        )
        self._name_all()

    def _name_all(self) -> None:
        """Render the first lines of pages that have no name but these.

        To render them whole would take as long as the site does.
        """
        for file in self._files.documentation_pages():
            page = self._page(file)
            if page.title is None:
                page.read_source(self._config)
                page.markdown = self._first_block(page)
                page.render(self._config, self._files)

    def _first_block(self, page: SourcePage) -> str:
        """Return a page up to its first empty line, where its name stands.

        What begins otherwise, as a notebook does, is made Markdown first.
        """
        text = page.markdown or ""
        if not text.startswith("# "):
            text = self._config.plugins.on_page_markdown(
                text, page=page, config=self._config, files=self._files
            )
        return re.split(r"\n[ \t]*\n", text.strip(), maxsplit=1)[0]

    def _page(self, file: File) -> SourcePage:
        return file.page or SourcePage(None, file, self._config)

    @property
    def by_source(self) -> dict[Path, File]:
        """The pages, by the files that their authors write."""
        return {
            self._project.docs / file.src_uri: file
            for file in self._files.documentation_pages()
        }

    def bring(self, file: File) -> list[Problem]:
        """Render a page into the draft; on a problem the last one stays."""
        name = f"docs/{file.src_uri}"
        problems = list(wrong_in(self._project.root / name))
        if problems:
            return problems
        with complaints(problems, self._project):
            try:
                self._render(file)
            except (Exception, SystemExit) as error:
                return [problem_from(error, name, self._project)]
        return problems or self._publish(file.dest_uri)

    def _render(self, file: File) -> None:
        page = self._page(file)
        pages = self._files.documentation_pages()
        logging.getLogger("mkdocs").propagate = False
        _populate_page(page, self._config, self._files)
        _build_page(page, self._config, pages, self._nav, self._environment)

    def _publish(self, name: str) -> list[Problem]:
        """Move a rendered page into the draft, as the build finishes it."""
        text = read_source(self._rendered / name)
        page = Page.parse(name, text)
        problems = list(problems_of(page, self._project, MATERIAL))
        if not problems:
            if MATERIAL.tables:
                wrap(page, MATERIAL.tables)
            write_whole(self._project.draft / name, page.html)
        return problems
