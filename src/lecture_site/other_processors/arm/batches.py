"""What is run on the emulated machine, and in which order."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from lecture_site.basics.project import Project
from lecture_site.other_processors.arm.results import ArmResults
from lecture_site.products.measurements import measurement_products
from lecture_site.products.outputs import output_products
from lecture_site.products.product import Product
from lecture_site.staleness.fingerprint import Imports, fingerprint

# Emulation takes minutes and hours for these: they come last.
HEAVY = ("descent_misses_the_weights", "weight_initialisation")


@dataclass(frozen=True)
class Batch:
    """Products that run in one process and share what they compute.

    Parameters
    ----------
    kind : {"listings", "measurements", "tests"}
        Where their results go.
    source : Path
        The file that they are in.
    names : tuple of str
        Their names.
    digest : str
        The fingerprint of the sources.
    """

    kind: str
    source: Path
    names: tuple[str, ...]
    digest: str


def batches(project: Project) -> list[Batch]:
    """Return all that is run: listings, measurements, tests, heavy ones."""
    imports = Imports(project)
    found = [
        *_batches("listings", output_products(project), imports),
        *_batches("measurements", measurement_products(project), imports),
        *_tests(project, imports),
    ]
    return sorted(found, key=_is_heavy)  # keeps the order otherwise


def names_of_all(project: Project) -> set[str]:
    """Return the names of all products."""
    return {name for batch in batches(project) for name in batch.names}


def _is_heavy(batch: Batch) -> bool:
    return any(word in str(batch.source) for word in HEAVY)


def _batches(
    kind: str, products: Iterable[Product], imports: Imports
) -> list[Batch]:
    names: dict[Path, list[str]] = {}
    for product in products:
        name = product.name.partition(" ")[2]
        names.setdefault(product.source, []).append(name)
    return [
        Batch(kind, source, tuple(found), fingerprint(source, imports))
        for source, found in names.items()
    ]


def _tests(project: Project, imports: Imports) -> list[Batch]:
    folder = project.root / "tests" / "lecture_code"
    shared = set(folder.glob("*.py")) - set(folder.glob("test_*.py"))
    return [
        Batch(
            "tests",
            source,
            (project.relative(source),),
            fingerprint(source, imports, *sorted(shared)),
        )
        for source in sorted(folder.glob("test_*.py"))
    ]


def remaining(
    found: Sequence[Batch], results: ArmResults, names: Collection[str]
) -> list[Batch]:
    """Return what is still to be run; last what once took too long.

    Parameters
    ----------
    found : sequence of Batch
        All there is.
    results : ArmResults
        What is there already.
    names : collection of str
        Only these; all if there are none.
    """
    wanted = {
        name
        for batch in found
        for name in batch.names
        if (not names or name in names) and not results.has(name)
    }
    late = set(results.not_run)
    first = [_only(batch, wanted - late) for batch in found]
    again = [_only(batch, wanted & late) for batch in found]
    return [batch for batch in (*first, *again) if batch.names]


def _only(batch: Batch, kept: Collection[str]) -> Batch:
    names = tuple(name for name in batch.names if name in kept)
    return replace(batch, names=names)
