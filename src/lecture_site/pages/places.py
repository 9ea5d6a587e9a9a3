"""Two files for one place of the site: one would overwrite the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from lecture_site.basics.problems import Problem
from lecture_site.basics.sources import as_some_disks_see

REMEDY = "rename or delete one of them"


def place_problems(files: Files, config: MkDocsConfig) -> Iterator[Problem]:
    """Yield the files that would not be found where the site has them.

    Parameters
    ----------
    files : Files
        What MkDocs will write: pages, and what lies beside them.
    config : MkDocsConfig
        The configuration, whose theme writes pages of its own.
    """
    taken: dict[str, File | None] = dict.fromkeys(
        config.theme.static_templates
    )
    shown = [file for file in files if file.inclusion.is_included()]
    for file in shown:
        place = as_some_disks_see(file.dest_uri)
        other = taken.setdefault(place, file)
        if other is not file:
            yield _problem(file, other, f"both would be {file.dest_uri}")
    for file in shown:
        for folder in PurePosixPath(file.dest_uri).parents:
            other = taken.get(as_some_disks_see(str(folder)))
            if other:
                what = f"{folder} would be a file and a folder"
                yield _problem(file, other, what)


def _problem(file: File, other: File | None, why: str) -> Problem:
    name = f"docs/{other.src_uri}" if other else "a page of the theme"
    what = f"this and {name} have one place in the site: {why}"
    return Problem(what, REMEDY, f"docs/{file.src_uri}")
