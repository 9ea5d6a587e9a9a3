"""Makes every result again in another arithmetic and compares it.

Each arithmetic needs a process of its own, since libraries choose their code
when they are loaded.
"""

from __future__ import annotations

import json
import math
import platform
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import fmean

from rich.console import Console

from agreement.difference import Difference, Verdict, differs
from lecture_site.basics.commits import commit_date
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.basics.targets import EntryTarget
from lecture_site.build import committed_products
from lecture_site.processes import arithmetic
from lecture_site.processes.arithmetic_rows import Row
from lecture_site.processes.isolated import Outcome
from lecture_site.processes.with_progress import with_progress
from lecture_site.products.product import Product


def prove(project: Project, console: Console) -> Row:
    """Make everything again in the arithmetic of this process.

    What differs is printed as it is found.
    """
    name = arithmetic.chosen()
    products = {p.task: p for p in committed_products(project)}
    verdicts: Counter[Verdict] = Counter()
    noise: dict[str, float] = {}
    made = with_progress(products, console, f"arithmetic {name}")
    for task, outcome in made:
        found = _difference(products[task], outcome)
        verdicts[found.verdict] += 1
        noise |= _noise(products[task], outcome)
        if not found.agrees:
            line = f"{task.name} differs: {found.note}"
            console.print(line, highlight=False, markup=False, soft_wrap=True)
    return row_of(name, processor(), verdicts, commit_date(project), noise)


def row_of(
    name: str,
    computed_by: str,
    verdicts: Counter[Verdict],
    date: str,
    noise: dict[str, float],
) -> Row:
    """Return the row of an arithmetic from the counts of its verdicts."""
    return Row(
        name,
        computed_by,
        verdicts.total(),
        verdicts["same"],
        verdicts["within tolerance"],
        verdicts["differs"],
        date,
        dict(sorted(noise.items())),
    )


def _noise(product: Product, outcome: Outcome) -> dict[str, float]:
    """Return what a noisy measurement changed, by its name."""
    target = product.target
    if not isinstance(target, EntryTarget) or outcome.error:
        return {}
    kept = {"values": []} | json.loads(target.read() or "{}")
    made = json.loads(outcome.text)
    if "noise" not in made or len(kept["values"]) != len(made["values"]):
        return {}
    pairs = zip(kept["values"], made["values"], strict=True)
    squares = sorted((before - now) ** 2 for before, now in pairs)
    if "tail" in made:  # a run that does not settle says nothing of the rest
        squares = squares[: len(squares) * 9 // 10]
    return {target.key: float(f"{math.sqrt(fmean(squares)):.3g}")}


def _difference(product: Product, outcome: Outcome) -> Difference:
    kept = product.target.read()
    if outcome.error or kept is None:
        return differs(outcome.error or "it has never been recorded")
    return product.compare(kept, outcome.text)


def processor() -> str:
    """Return what the system calls its processor."""
    lines = [*_of_linux(), *_of_mac(), platform.processor()]
    return next(filter(None, lines), platform.machine())


def _of_linux() -> Iterator[str]:
    path = Path("/proc/cpuinfo")
    if path.exists():
        for line in read_source(path).splitlines():
            if line.startswith("model name"):
                yield line.partition(":")[2].strip()


def _of_mac() -> Iterator[str]:
    if platform.system() == "Darwin":
        command = ["sysctl", "-n", "machdep.cpu.brand_string"]
        yield subprocess.check_output(command, text=True).strip()
