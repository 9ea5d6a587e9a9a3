"""How the house grows: this lecture multiplied under other names.

Nothing is stale in any of them, so what is measured is looking at all of it:
time and memory of a build, of a proof, and the size of the search index. Of
each the exponent is fitted; with 1 a second lecture costs what the first did.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from frame.checkout import Checkout, copy_of_this_project, delete
from frame.choices import CHOSEN
from frame.fit import exponent
from frame.lectures import multiply
from frame.log import say
from frame.rows import ABSOLUTE, Row, row

SIZES, LONG_SIZES = (1, 5), (20, 50)
GOAL = 1.1
NOT_PRINTED = "docs/assets/book.css"  # nobody prints fifty lectures
PROOF = ("record_outputs", "build_figures", "measure")
STAGES = {
    "build": ("a build in which nothing changed", "s"),
    "build_memory": ("the memory of this build", "MB"),
    "proof": ("a proof in which nothing changed", "s"),
    "proof_memory": ("the memory of this proof", "MB"),
    "search_index": ("the search index", "MB"),
}
Costs = dict[str, float]


def rows() -> Iterator[Row]:
    """Yield a row for each stage and size, then the exponents."""
    measured: dict[int, list[Costs]] = {}
    for size in (*SIZES, *(LONG_SIZES if CHOSEN.long else ())):
        project = copy_of_this_project(f"lectures_{size}")
        delete(project.root / NOT_PRINTED)
        project.build()
        multiply(project, size)
        project.build()
        measured[size] = []
        for number in range(CHOSEN.rounds(usual=3)):
            measured[size].append(_costs(project))
            say(f"growth, {size}, run {number + 1}: {measured[size][-1]}")
            yield from _of_size(size, measured[size])
            if len(measured) > 1:
                yield from _exponents(measured)


def _costs(project: Checkout) -> Costs:
    build = project.build("--again")
    proof = [project.python(f"scripts/{s}.py", "--check") for s in PROOF]
    index = project.root / "site" / "search" / "index.js"
    return {
        "build": build.seconds,
        "build_memory": build.megabytes,
        "proof": sum(cost.seconds for cost in proof),
        "proof_memory": max(cost.megabytes for cost in proof),
        "search_index": index.stat().st_size / 1e6,
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


def _exponents(measured: Mapping[int, list[Costs]]) -> Iterator[Row]:
    """Yield a row for each stage; each run of all sizes gives an exponent."""
    sizes = list(measured)
    n_runs = min(map(len, measured.values()))
    for stage, (what, _) in STAGES.items():
        fitted = [
            exponent(sizes, [measured[size][run][stage] for size in sizes])
            for run in range(n_runs)
        ]
        yield row(
            f"growth_{stage}_exponent",
            fitted,
            title=f"Exponent of {what}, {sizes[0]} to {sizes[-1]} lectures",
            unit="exponent",
            goal=GOAL,
            goal_of=ABSOLUTE,
        )
