"""Which packages code uses, in the versions that are installed here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib import metadata

_NAME = re.compile(r"[\w.-]+")


def versions_of(names: Iterable[str]) -> list[tuple[str, str]]:
    """Return the packages that imports lead to, with their versions.

    Parameters
    ----------
    names : iterable of str
        Dotted names of modules; those of no package are passed over.
    """
    tops = frozenset(name.partition(".")[0] for name in names)
    return _versions(tops)


@cache
def _versions(tops: frozenset[str]) -> list[tuple[str, str]]:
    packages = _packages_of_modules()
    waiting = [p for top in tops for p in packages.get(top, ())]
    found: dict[str, str] = {}
    while waiting:
        name = canonical(waiting.pop())
        if name not in found and (version := _version(name)):
            found[name] = version
            waiting += _needs(name)
    return sorted(found.items())


def canonical(name: str) -> str:
    """Return a package's name as all spellings of it are compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


@cache
def _packages_of_modules() -> dict[str, list[str]]:
    return dict(metadata.packages_distributions())


@cache
def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


@cache
def _needs(name: str) -> tuple[str, ...]:
    """Return what a package always needs; its extras are left out."""
    always = (r for r in metadata.requires(name) or () if "extra ==" not in r)
    return tuple(named[0] for r in always if (named := _NAME.match(r)))
