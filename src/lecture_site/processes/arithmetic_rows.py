"""What became of all results in other arithmetics.

The rows are kept in ``arithmetic.json``, which is committed: "How this site
is checked" shows them.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from lecture_site.basics.json_files import read_json
from lecture_site.basics.project import Project
from lecture_site.basics.targets import FileTarget
from lecture_site.processes import arithmetic


@dataclass(frozen=True)
class Row:
    """What became of all results in one arithmetic.

    Parameters
    ----------
    name : str
        Of the arithmetic.
    processor : str
        What computed, as the system names it.
    products : int
        How many results were made again.
    same, within_tolerance, differs : int
        How many of them are equal to what is recorded, agree, or do not.
    date : str
        Of the commit that was tried.
    noise : dict of str to float
        Of measurements that state a noise: the root mean square of what a
        seed's value changed.
    """

    name: str
    processor: str
    products: int
    same: int
    within_tolerance: int
    differs: int
    date: str = ""
    noise: dict[str, float] = field(default_factory=dict)


def rows(project: Project) -> list[dict[str, Any]]:
    """Return the kept rows; none if nothing was proved yet."""
    remedy = "restore it with git, or delete it and run 'make arithmetic'"
    kept: list[dict[str, Any]] = read_json(project.arithmetic, list, remedy)
    return kept


def keep(row: Row, project: Project) -> None:
    """Keep a row in place of the last one of its arithmetic."""
    others = [kept for kept in rows(project) if kept["name"] != row.name]
    kept = sorted(
        [*others, asdict(row)], key=lambda kept: _order(kept["name"])
    )
    text = json.dumps(kept, indent=1, ensure_ascii=False)
    FileTarget(project.arithmetic).write(f"{text}\n")


def _order(name: str) -> tuple[int, str]:
    names = list(arithmetic.ARITHMETICS)
    return (names.index(name) if name in names else len(names), name)
