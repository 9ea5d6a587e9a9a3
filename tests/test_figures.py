"""Figures are light enough to stand in a page."""

from pathlib import Path

import pytest

from lecture_site.basics.project import Project
from lecture_site.products.figures import figure_products
from lecture_site.products.product import Product

PROJECT = Project(Path(__file__).resolve().parents[1])
PRODUCTS = {product.name: product for product in figure_products(PROJECT)}


@pytest.mark.parametrize("name", PRODUCTS)
def test_a_figure_weighs_little(name: str) -> None:
    product: Product = PRODUCTS[name]
    assert len(product.target.read() or "") < 60_000
