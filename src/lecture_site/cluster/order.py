"""What is asked of a worker, and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lecture_site.basics.sources import read_source
from lecture_site.staleness.recipe import Recipe

# One for each result: its "text", or an "error", or why it is "refused".
Answers = list[dict[str, str]]


@dataclass(frozen=True)
class Order:
    """Results that are wanted of one process.

    Parameters
    ----------
    root : Path
        The checkout of whoever asks.
    recipes : mapping
        What is to be made, with the fingerprint of its sources.
    files : mapping
        Sources that no checkout has of itself: their place and their text.
    """

    root: Path
    recipes: Mapping[Recipe, str]
    files: Mapping[str, str] = field(default_factory=dict)


def order_of(recipes: Mapping[Recipe, str], root: Path, cache: Path) -> Order:
    """Return an order with what only this checkout has."""
    files = {
        recipe.source.relative_to(root).as_posix(): read_source(recipe.source)
        for recipe in recipes
        if recipe.source.is_relative_to(cache)
    }
    return Order(root, recipes, files)
