"""Parts that several machines make come together as one whole."""

import io
import shutil
from collections.abc import Collection, Iterator
from pathlib import Path

import pytest
from rich.console import Console

from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.build import committed_products, local_products
from lecture_site.exchange import results
from lecture_site.processes.isolated import Outcome, Task
from lecture_site.products import making
from lecture_site.products.making import bring_up_to_date
from lecture_site.products.product import Product
from lecture_site.products.shards import in_shard
from lecture_site.sharding import make_shard

ROOT = Project(Path(__file__).resolve().parents[3])


def all_products(project: Project) -> list[Product]:
    return [*committed_products(project), *local_products(project)]


@pytest.mark.parametrize("whole", [1, 2, 5])
def test_every_product_is_in_one_shard(whole: int) -> None:
    products = all_products(ROOT)
    shards = [in_shard(products, n, whole) for n in range(1, whole + 1)]
    names = sorted(product.name for shard in shards for product in shard)
    assert names == sorted(product.name for product in products)


def test_what_shares_its_computing_stays_together_and_is_dealt_out() -> None:
    shards = [in_shard(all_products(ROOT), n, 5) for n in range(1, 6)]
    words = [{p.task.shares for p in s if p.task.shares} for s in shards]
    assert len(set.union(*words)) == sum(map(len, words))
    sizes = [len([p for p in s if not p.task.shares]) for s in shards]
    assert max(sizes) - min(sizes) <= max(map(len, words))
    assert max(map(len, words)) - min(map(len, words)) <= 1


def test_a_shard_is_the_same_in_any_order() -> None:
    products = all_products(ROOT)
    names = {product.name for product in in_shard(products, 2, 3)}
    again = {product.name for product in in_shard(products[::-1], 2, 3)}
    assert names == again


def test_the_shards_of_two_machines_are_all_that_a_third_needs(
    built_site: Project,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """They stand at different places, which no fingerprint may hold."""
    shared = tmp_path_factory.mktemp("shared")
    monkeypatch.setenv(results.VARIABLE, str(shared))
    for part in ("1/2", "2/2"):
        machine = copy_of(built_site, tmp_path_factory.mktemp("machine"))
        assert make_shard(part, machine, Console(quiet=True)) == []
    third = copy_of(built_site, tmp_path_factory.mktemp("third"))
    monkeypatch.setattr(making, "run_all", refuse)
    for products in (committed_products(third), local_products(third)):
        assert products
        told = io.StringIO()
        assert not bring_up_to_date(
            products, third, record=True, console=Console(file=told)
        )
        assert told.getvalue() == ""


def copy_of(project: Project, root: Path) -> Project:
    """Return a fresh clone: what is committed, and no cache."""
    ignored = shutil.ignore_patterns(".cache", "site")
    shutil.copytree(project.root, root, dirs_exist_ok=True, ignore=ignored)
    return Project(root)


def refuse(
    tasks: Collection[Task], **_: object
) -> Iterator[tuple[Task, Outcome]]:
    assert not tasks
    yield from ()


def test_a_shard_that_nobody_would_find_is_not_made(
    small_site: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(results.VARIABLE, raising=False)
    with pytest.raises(ProblemError, match="LECTURE_RESULTS=FOLDER"):
        make_shard("1/2", small_site, Console(quiet=True))


def test_what_is_no_shard_is_told(
    small_site: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(results.VARIABLE, str(tmp_path / "shared"))
    with pytest.raises(ProblemError, match="'3/2' is no shard"):
        make_shard("3/2", small_site, Console(quiet=True))
