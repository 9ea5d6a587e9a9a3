"""A figure drawn again, in another process, has the same bytes."""

from pathlib import Path

import pytest

from lecture_site.figures import figure_products
from lecture_site.isolation import run_all
from lecture_site.products import Product
from lecture_site.project import Project

PROJECT = Project(Path(__file__).resolve().parents[1])
PRODUCTS = {product.name: product for product in figure_products(PROJECT)}


@pytest.fixture(scope="module")
def drawn() -> dict[str, str]:
    outcomes = run_all(product.task for product in PRODUCTS.values())
    return {task.name: o.text or o.error for task, o in outcomes}


@pytest.mark.parametrize("name", PRODUCTS)
def test_a_figure_drawn_again_has_the_same_bytes(
    name: str, drawn: dict[str, str]
) -> None:
    assert drawn[name] == PRODUCTS[name].target.read()


@pytest.mark.parametrize("name", PRODUCTS)
def test_a_figure_weighs_little(name: str) -> None:
    product: Product = PRODUCTS[name]
    assert len(product.target.read() or "") < 60_000
