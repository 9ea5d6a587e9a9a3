"""How the house grows: this lecture multiplied under other names.

Nothing is stale in any of them, so what is measured is looking at all of it:
time and memory of a build, of a proof, and the size of the search index. Of
each the exponent is fitted; with 1 a second lecture costs what the first did.
Times are those of the processor, to which other programs add least; but how
long an author waits for an edit is told by the clock. The first edit after a
proof is apart from the others: the names of all pages are read again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from statistics import median

from edit_loop import words_shown
from frame.checkout import Checkout, copy_of_this_project, delete
from frame.choices import CHOSEN
from frame.fit import exponent
from frame.lectures import multiply
from frame.log import say
from frame.rows import ABSOLUTE, Row, row

SIZES, LONG_SIZES = (1, 5), (20, 50)
GOAL = 1.1
EDITS = 5  # in each round
NOT_PRINTED = "docs/assets/book.css"  # nobody prints fifty lectures
PROOF = ("record_outputs", "build_figures", "measure")
STAGES = {
    "unchanged": ("the processor where nothing has changed", "s"),
    "build": ("the processor in a build that is made all the same", "s"),
    "build_memory": ("the memory of that build", "MB"),
    "proof": ("the processor in a proof without a change", "s"),
    "proof_memory": ("the memory of that proof", "MB"),
    "search_index": ("the search index", "MB"),
    "edit": ("a word on a page, saved, to the browser", "s"),
    "first_edit": ("the first such word after a proof", "s"),
}
Costs = dict[str, float]


def rows() -> Iterator[Row]:
    """Yield a row for each stage and size, and the exponents of stages."""
    sizes = (*SIZES, *(LONG_SIZES if CHOSEN.long else ()))
    yield from measured({size: lectures(size) for size in sizes})


def lectures(size: int) -> Checkout:
    """Return a project of so many lectures, in which nothing is stale."""
    say(f"growth: making {size}")
    project = copy_of_this_project(f"lectures_{size}")
    delete(project.root / NOT_PRINTED)
    project.build()
    if size > 1:
        multiply(project, size)
    return project


def measured(projects: Mapping[int, Checkout]) -> Iterator[Row]:
    """Measure all sizes round by round, and yield the rows of each round."""
    found: dict[int, list[Costs]] = {size: [] for size in projects}
    for number in range(CHOSEN.rounds(usual=3)):
        for size, project in projects.items():
            found[size].append(_costs(project))
            say(f"growth, round {number + 1}, {size}: {found[size][-1]}")
        for size, runs in found.items():
            yield from _of_size(size, runs)
        yield from _exponents(found)


def _costs(project: Checkout) -> Costs:
    unchanged, build = project.build(), project.build("--again")
    proof = [project.python(f"scripts/{s}.py", "--check") for s in PROOF]
    index = project.root / "site" / "search" / "index.js"
    first, *others = words_shown(project, EDITS)
    return {
        "unchanged": unchanged.processor,
        "build": build.processor,
        "build_memory": build.megabytes,
        "proof": sum(cost.processor for cost in proof),
        "proof_memory": max(cost.megabytes for cost in proof),
        "search_index": index.stat().st_size / 1e6,
        "edit": median(others),
        "first_edit": first,
    }


def _of_size(size: int, runs: list[Costs]) -> Iterator[Row]:
    lectures = "1 lecture" if size == 1 else f"{size} lectures"
    for stage, (what, unit) in STAGES.items():
        yield row(
            f"growth_{stage}_{size}",
            [costs[stage] for costs in runs],
            title=f"{lectures}: {what}",
            unit=unit,
        )


def _exponents(found: Mapping[int, list[Costs]]) -> Iterator[Row]:
    """Yield rows for each stage; each round of all sizes has an exponent.

    What is there whatever the size makes it smaller, and least so for the
    largest sizes; so these have one of their own.
    """
    sizes = list(found)
    yield from _fitted(found, sizes, "exponent")
    if len(sizes) > 2:
        yield from _fitted(found, sizes[-2:], "last_exponent")


def _fitted(
    found: Mapping[int, list[Costs]], sizes: list[int], name: str
) -> Iterator[Row]:
    rounds = list(zip(*(found[size] for size in sizes), strict=True))
    for stage, (what, _) in STAGES.items():
        yield row(
            f"growth_{stage}_{name}",
            [exponent(sizes, [c[stage] for c in costs]) for costs in rounds],
            title=f"Exponent of {what}, {sizes[0]} to {sizes[-1]} lectures",
            unit="",
            goal=GOAL,
            goal_of=ABSOLUTE,
        )
