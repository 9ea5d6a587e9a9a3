"""The command that measures how often the slides are right."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from statistics import fmean
from typing import Annotated

import typer
from rich.table import Table

from slide_aligner.commands import options
from terminal.app import Json, end
from terminal.errors import Failure, FileProblemError
from terminal.output import progress, results, say_json

_MEASURES = ("top1", "within1", "insert_precision", "insert_coverage")


def evaluate(
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE",
            help="JSON: [{name, slides: [{title, text}], units: [{text, "
            "heading, gold: [accepted slides, from 0]}]}].",
            show_default=False,
        ),
    ],
    method: options.Method = "lexical",
    json: Json = False,
) -> None:
    """Measure the matching on lectures whose right slides are known.

    align-slides evaluate lectures.json --json

    top1: share of units with an accepted slide; within1: the same, one slide
    off allowed; insert_precision and insert_coverage: how often an inserted
    slide is right, and how many units get one.
    """
    # Late, since the matching takes a second to import.
    from slide_aligner.training.evaluation import evaluate as scores_of

    lectures: list[dict[str, str | float | None]] = []
    failures = []
    with progress() as report:
        for path in files:
            told = partial(report, f"Matching {path.name}")
            try:
                scores = scores_of(path, method, progress=told)
            except FileProblemError as problem:
                failures.append(Failure(str(problem)))
            else:
                lectures += [_values(score) for score in scores]
    mean = {measure: _mean(lectures, measure) for measure in _MEASURES}
    if json:
        say_json({"lectures": lectures, "mean": mean})
    else:
        _show([*lectures, {"name": "mean", **mean}])
    end(context, failures)


def _values(score: object) -> dict[str, str | float | None]:
    numbers = {m: _finite(getattr(score, m)) for m in _MEASURES}
    return {"name": str(getattr(score, "name", "")), **numbers}


def _finite(value: float | None) -> float | None:
    """Return a number that JSON knows: where nothing is inserted, null."""
    if value is None or not math.isfinite(value):
        return None
    return float(value)


def _mean(
    lectures: Sequence[dict[str, str | float | None]], measure: str
) -> float | None:
    values = [each[measure] for each in lectures]
    known = [value for value in values if isinstance(value, float)]
    return fmean(known) if known else None


def _show(rows: Sequence[dict[str, str | float | None]]) -> None:
    table = Table("lecture", *(m.replace("_", " ") for m in _MEASURES))
    for row in rows:
        last = row is rows[-1]
        table.add_row(
            str(row["name"]).replace("[", r"\["),
            *(_shown(row[measure]) for measure in _MEASURES),
            style="bold" if last else "",
            end_section=row is rows[max(len(rows) - 2, 0)],
        )
    results().print(table)


def _shown(value: str | float | None) -> str:
    return f"{value:.3f}" if isinstance(value, float) else "-"
