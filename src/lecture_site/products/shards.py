"""Parts of the work, such as the second of five, for several machines."""

from __future__ import annotations

from collections.abc import Iterable

from lecture_site.products.product import Product


def parsed_shard(text: str) -> tuple[int, int]:
    """Read ``2/5``: the second of five.

    Raises
    ------
    ValueError
        If it is no part of a whole, in one line that says what is.
    """
    part, _, whole = text.partition("/")
    if part.isdecimal() and whole.isdecimal() and 1 <= int(part) <= int(whole):
        return int(part), int(whole)
    raise ValueError(f"{text!r} is no shard; the second of five is 2/5")


def in_shard(
    products: Iterable[Product], part: int, whole: int
) -> list[Product]:
    """Return the products of a shard, the same on every machine.

    Those that share what they compute stay together; they are dealt out by
    their names, so that a long page is no burden of one machine.
    """
    groups: dict[str, list[Product]] = {}
    for product in products:
        groups.setdefault(product.task.shares or product.name, []).append(
            product
        )
    dealt = sorted(groups)[part - 1 :: whole]
    return [product for group in dealt for product in groups[group]]
