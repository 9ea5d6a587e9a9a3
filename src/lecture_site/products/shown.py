"""Which pages show a result, told from what their authors write."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.products.product import Product


def sources_of_pages(project: Project) -> dict[str, str]:
    """Return the Markdown of every page, by its name without an ending."""
    return {
        page.relative_to(project.docs).with_suffix("").as_posix(): read_source(
            page
        )
        for page in sorted(project.docs.rglob("*.md"))
    }


def is_shown(product: Product, pages: Mapping[str, str]) -> bool:
    """Tell whether one of some pages shows a product.

    The page of a measurement quotes it by its short name, others by the full
    one.

    Parameters
    ----------
    product : Product
        The result.
    pages : mapping
        The Markdown of pages, by their names.
    """
    kind, _, name = product.name.partition(" ")
    source = product.source
    own = [pages.get(page, "") for page in (source.stem, source.parent.name)]
    if kind != "measurement":
        # Mostly it is its own page; to read all for each takes long.
        everywhere = chain(own, pages.values())
        return any(product.mentioned_as in text for text in everywhere)
    ways = (
        product.mentioned_as,
        product.mentioned_as.replace("measured(", "spread("),
    )
    return any(way in own[0] for way in ways) or any(
        f'"{name}"' in text for text in pages.values()
    )
