"""Names that nothing has been given, and packages that are not here."""

from __future__ import annotations

import builtins
import re
from types import ModuleType

from lecture_live.mistakes.mistake import Raised, nearest

_IMPORTS = {
    "np": "import numpy as np",
    "numpy": "import numpy as np",
    "math": "import math",
    "random": "import random",
    "time": "import time",
    "itertools": "import itertools",
}
_NAMED = re.compile(r"(?:name|variable) '(\w+)'")
_LOCAL = {"torch", "torchvision", "matplotlib", "sklearn", "scipy", "pandas"}


def not_imported(raised: Raised) -> str | None:
    """Explain a module that was never imported."""
    if not isinstance(raised.error, NameError):
        return None
    line = _IMPORTS.get(raised.error.name or "")
    if line is None:
        return None
    return f"`{raised.error.name}` is not imported: write `{line}` at the top."


def not_defined(raised: Raised) -> str | None:
    """Explain a name that nothing has been given."""
    found = _NAMED.search(raised.text)
    if not isinstance(raised.error, NameError) or not found:
        return None
    name = found[1]
    if isinstance(raised.error, UnboundLocalError):
        return f"`{name}` is used in this function before it is given a value."
    near = nearest(name, _known(raised))
    meant = (
        f"did you mean `{near}`?" if near else "was it given a value before?"
    )
    return f"Nothing is called `{name}` here; {meant}"


def no_attribute(raised: Raised) -> str | None:
    """Explain a misspelt function of a module, or attribute of a value."""
    error = raised.error
    if not isinstance(error, AttributeError) or not error.name:
        return None
    # A reader's own __dir__ is not asked: it may fail in turn.
    names = {*dir(type(error.obj)), *getattr(error.obj, "__dict__", ())}
    near = nearest(error.name, (n for n in names if not n.startswith("_")))
    if near is None:
        return None
    owner = (
        f"The module `{error.obj.__name__}`"
        if isinstance(error.obj, ModuleType)
        else f"A value of type `{type(error.obj).__name__}`"
    )
    return f"{owner} has no `{error.name}`; did you mean `{near}`?"


def _known(raised: Raised) -> set[str]:
    known = set(dir(builtins))
    if raised.frame:
        known |= raised.frame.f_globals.keys() | raised.frame.f_locals.keys()
    return {name for name in known if not name.startswith("_")}


def not_installed(raised: Raised) -> str | None:
    """Explain a package that the page does not have."""
    if not isinstance(raised.error, ModuleNotFoundError):
        return None
    package = (raised.error.name or "").partition(".")[0]
    if package in _LOCAL:
        return (
            f"`{package}` does not run in a page: NumPy and the lecture's "
            "own code do. Run this listing on your own machine."
        )
    return (
        f"There is no package `{package}` here: a page has Python's own "
        "modules, NumPy and the lecture's code."
    )
