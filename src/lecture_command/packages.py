"""Packages that some listings and measurements need, and how to get them."""

from __future__ import annotations

import re
from importlib import metadata

_EXTRAS = {
    "torch": "torch",
    "sklearn": "scikit-learn",
    "matplotlib": "plot",
    "scipy": "slides",
    "snowballstemmer": "slides",
}
_SHOWN = ("numpy", "torch", "scikit-learn", "matplotlib")
_MISSING = re.compile(r"ModuleNotFoundError: No module named '(\w+)")


def remedy(module: str) -> str:
    """Say how to get a missing package; empty for one that is not optional."""
    extra = _EXTRAS.get(module.partition(".")[0])
    return f'pip install "lecture-code[{extra}]"' if extra else ""


def missing(error: str) -> str:
    """Return the optional package that an error is about, if it is one."""
    found = _MISSING.search(error)
    return found[1] if found and found[1] in _EXTRAS else ""


def versions() -> dict[str, str]:
    """Return the versions of the packages that results depend on."""
    installed = {}
    for name in _SHOWN:
        try:
            installed[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            installed[name] = "missing"
    return installed
