"""What "How fast this is" shows: tables of results that were measured.

They are kept in ``benchmarks/results.json`` and ``cache_truth.json``, which
`make bench` writes and which are committed. A page asks for the rows of a
bench; the numbers stand in code, since they are results.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from lecture_site.basics.json_files import read_json
from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project

REMEDY = "restore it with git, or delete it and run 'make bench'"
NOT_YET = "This was not measured yet; `make bench` does so."
NOTHING = "–"
HEADS = (
    *("What", "Beside", "Ours", "from, to", "Peer", "its from, to"),
    *("Ratio", "Goal", "Reached"),
)
TOOLS = ("ours", "MyST-NB", "mkdocs-jupyter")
Row = dict[str, Any]


def benchmark_macros(project: Project) -> Sequence[Callable[..., str]]:
    """Return the macros of the page; their names are what it calls."""

    def benchmark(name: str) -> str:
        """Show the rows of one bench."""
        own = [row for row in _rows(project) if row["bench"] == name]
        return _table(own) if own else NOT_YET

    def benchmarked(name: str, times: float = 1) -> str:
        """Quote what a row says of ours, or so many times as much."""
        row = _row(name, project)
        return _number(row["ours"] * times, row["unit"]) if row else NOTHING

    def missed_goals() -> str:
        """List the rows whose goal was missed, and by how much."""
        missed = [row for row in _rows(project) if _is_missed(row)]
        return "\n".join(map(_missed, missed)) or "None is missed."

    def cache_truth() -> str:
        """Show which tool notices which change."""
        rows = read_json(_file(project, "cache_truth"), list, REMEDY)
        return _truth(rows) if rows else NOT_YET

    return benchmark, benchmarked, missed_goals, cache_truth


def _file(project: Project, name: str) -> Path:
    return project.root / "benchmarks" / f"{name}.json"


def _rows(project: Project) -> list[Row]:
    return read_json(_file(project, "results"), list, REMEDY)


def _row(name: str, project: Project) -> Row | None:
    """Return the row of a name; None where nothing was measured at all."""
    rows = {row["name"]: row for row in _rows(project)}
    if rows and name not in rows:
        near = ", ".join(difflib.get_close_matches(name, rows, n=3))
        what = f"the benchmarks have no row '{name}'"
        raise ProblemError(Problem(what, f"name one that is there: {near}"))
    return rows.get(name)


def _table(rows: Sequence[Row]) -> str:
    """Return a table; a column in which no row has anything is left out."""
    cells = [_cells(row) for row in rows]
    heads = [h for h in HEADS if any(row[h] != NOTHING for row in cells)]
    lines = [heads, ["---"] * len(heads)]
    lines += [[row[head] for head in heads] for row in cells]
    caption = "; ".join(dict.fromkeys(map(_measured_on, rows)))
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    return f"{table}\n\n/// table-caption\n{caption}.\n///"


def _cells(row: Row) -> dict[str, str]:
    unit, runs = row["unit"], row["runs"]
    bounded = "×" if row["goal_of"] == "ratio" else unit
    cells = (
        row["title"],
        row["peer_is"] or NOTHING,
        _number(row["ours"], unit),
        _spread(runs["ours"]),
        _number(row["peer"], unit),
        _spread(runs["peer"]),
        _number(row["ratio"], "×"),
        _number(row["goal"], bounded),
        _reached(row),
    )
    return dict(zip(HEADS, cells, strict=True))


def _reached(row: Row) -> str:
    if row["goal"] is None:
        return NOTHING
    return "**no**" if _is_missed(row) else "yes"


def _is_missed(row: Row) -> bool:
    return row["goal"] is not None and _bounded(row) > row["goal"]


def _bounded(row: Row) -> float:
    """Return what the goal of a row bounds."""
    return float(row["ratio"] if row["goal_of"] == "ratio" else row["ours"])


def _missed(row: Row) -> str:
    unit = "×" if row["goal_of"] == "ratio" else row["unit"]
    peer = f", beside {row['peer_is']}" if row["peer_is"] else ""
    return (
        f"- {row['title']}{peer}: {_number(_bounded(row), unit)}, where "
        f"{_number(row['goal'], unit)} is the goal"
    )


def _measured_on(row: Row) -> str:
    on = row["measured_on"]
    n_runs = len(row["runs"]["ours"])
    runs = f"Medians of `{n_runs}` runs" if n_runs > 1 else "A single run"
    return (
        f"{runs} on {on['date']}, `{on['processor']}`, `{on['cores']}` cores, "
        f"Python `{on['python']}`"
    )


def _spread(runs: Sequence[float]) -> str:
    if len(runs) < 2:
        return NOTHING
    return f"`{_digits(min(runs))}` to `{_digits(max(runs))}`"


def _number(number: float | None, unit: str) -> str:
    if number is None:
        return NOTHING
    return f"`{_digits(number)} {unit}`".replace(" `", "`")


def _digits(number: float) -> str:
    """Return a number to three digits, and never with an exponent."""
    if abs(number) >= 100 or float(number).is_integer():
        return f"{number:.0f}"
    if 0 < abs(number) < 0.01:
        return f"{Decimal(f'{number:.2g}'):f}"
    return f"{number:.2f}" if abs(number) < 10 else f"{number:.1f}"


def _truth(rows: Sequence[Row]) -> str:
    head = f"| What was changed | {' | '.join(TOOLS)} |\n|---|---|---|---|"
    lines = [
        f"| {row['change']} | {' | '.join(_noticed(row, t) for t in TOOLS)} |"
        for row in rows
    ]
    return "\n".join([head, *lines])


def _noticed(row: Row, tool: str) -> str:
    """Return whether a change was noticed, and what was made again."""
    found, needed = row[tool], row["needed"]
    if not found["noticed"]:
        return "**no**: the page shows what was"
    more = found["again"] - needed
    return f"yes, and makes `{more}` more again" if more else "yes"
