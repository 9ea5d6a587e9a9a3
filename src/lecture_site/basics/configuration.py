"""What ``mkdocs.yml`` says of a lecture: its names, its pages in order.

It is read without MkDocs, which would load every plugin for a name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag

from lecture_site.basics.problems import Problem, ProblemError, line_of
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source

FILE = "mkdocs.yml"


class _Reader(yaml.SafeLoader):
    """Reads what MkDocs reads, except for the names of Python objects."""

    def construct_mapping(
        self, node: yaml.MappingNode, deep: bool = False
    ) -> dict[Any, Any]:
        """Return a mapping; YAML itself would take the last of two values."""
        known: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in known:
                    what = f"'{key.value}' stands twice in one place"
                    mark = key.start_mark
                    raise yaml.MarkedYAMLError(problem=what, problem_mark=mark)
                known.add(key.value)
        return super().construct_mapping(node, deep)


_Reader.add_constructor("!ENV", construct_env_tag)
_Reader.add_multi_constructor("", lambda *_: None)  # !!python/name


@dataclass(frozen=True)
class Names:
    """What a lecture is called.

    Parameters
    ----------
    site : str
        Its whole name, ``Signals, a first course``.
    short : str
        Its name where there is little room, ``Signals``.
    """

    site: str
    short: str

    @property
    def claim(self) -> str:
        """What the whole name says after its comma; else the whole name."""
        claim = self.site.partition(", ")[2] or self.site
        return claim[0].upper() + claim[1:]


def names(project: Project) -> Names:
    """Return what the lecture is called.

    Raises
    ------
    ProblemError
        If ``mkdocs.yml`` does not say so.
    """
    settings = _settings(project)
    return Names(
        _name(settings, "site_name", "at the top"),
        _name(_extra(settings), "short_name", "under 'extra:'"),
    )


def search_suggestions(project: Project) -> list[str]:
    """Return what readers may search for at first; mostly a few words."""
    words = _extra(_settings(project)).get("search_suggestions") or []
    if not isinstance(words, list):
        raise _problem(
            "search_suggestions is no list",
            "write each suggestion on a line of its own, after a dash",
            line_of(project.root / FILE, "search_suggestions"),
        )
    return [str(word) for word in words]


def cover_figure(project: Project) -> str:
    """Return the figure on the cover of the printed lecture, if any."""
    named = str(_extra(_settings(project)).get("cover_figure") or "")
    parts = PurePosixPath(named).parts
    if named and (parts[0] != "figures" or ".." in parts):
        raise _problem(
            "the cover_figure is none of docs/figures",
            "name one as pages do: figures/page/function.svg",
            line_of(project.root / FILE, "cover_figure"),
        )
    return named


def pages_in_order(project: Project) -> list[str]:
    """Return the names of the Markdown pages, as they are navigated."""
    paths = map(PurePosixPath, _paths(_settings(project).get("nav")))
    return [str(p.with_suffix("")) for p in paths if p.suffix == ".md"]


def _settings(project: Project) -> dict[str, Any]:
    text = read_source(project.root / FILE)
    try:
        found = yaml.load(text, _Reader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        why = str(getattr(error, "problem", error)).partition("\n")[0]
        raise _problem(
            f"this is no YAML: {why}",
            "mend it; mostly a colon, a quote or an indent is missing",
            mark.line + 1 if mark else 0,
        ) from None
    return found if isinstance(found, dict) else {}


def _extra(settings: dict[str, Any]) -> dict[str, Any]:
    extra = settings.get("extra")
    return extra if isinstance(extra, dict) else {}


def _name(settings: dict[str, Any], key: str, place: str) -> str:
    name = settings.get(key)
    if name is None or not str(name).strip():
        raise _problem(
            f"the lecture has no {key}",
            f"give it one {place}, such as '{key}: Signals'",
        )
    return str(name).strip()


def _paths(nav: Any) -> Iterator[str]:
    """Yield the files of a navigation, whatever titles they have."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, list | dict):
        for item in nav.values() if isinstance(nav, dict) else nav:
            yield from _paths(item)


def _problem(what: str, remedy: str, line: int = 0) -> ProblemError:
    return ProblemError(Problem(what, remedy, FILE, line))
