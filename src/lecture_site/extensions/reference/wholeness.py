"""What a docstring owes its readers, and does not say."""

from __future__ import annotations

from collections.abc import Iterator

import griffe

from lecture_site.basics.problems import Problem
from lecture_site.basics.sources import from_here
from lecture_site.extensions.reference.docstrings import docstring_of
from lecture_site.extensions.reference.package import (
    Documented,
    file_of,
    modules_of,
    public,
)

# So many parameters may rest on their names and types.
_FEW = 2
_SAYS_ENOUGH = {"np.random.Generator", "numpy.random.Generator"}
_AS_NUMPYDOC = (
    "write below the summary 'Parameters', a line of dashes, and for each "
    "'name : type, shape or range' with what it is on the next line"
)


def problems_of_docstrings(package: griffe.Module) -> Iterator[Problem]:
    """Yield what the docstrings of a package leave open, each at its line."""
    for module in modules_of(package):
        yield from _of_summary(module, "the module")
        for what in public(module):
            if not isinstance(what, griffe.Attribute):
                yield from _of_summary(what, what.name)
                yield from _of_parameters(what, module)
            if isinstance(what, griffe.Class):
                for method in public(what):
                    yield from _of_summary(
                        method, f"{what.name}.{method.name}"
                    )


def described_in(module: griffe.Module) -> dict[str, list[Documented]]:
    """Return by the name of a parameter what describes it in a module."""
    found: dict[str, list[Documented]] = {}
    for what in public(module):
        for name in docstring_of(what).parameters:
            found.setdefault(name, []).append(what)
    return found


def parameters_of(what: griffe.Class | griffe.Function) -> list[str]:
    """Return the names of what a caller gives, with their stars."""
    return [
        f"{_STARS.get(p.kind, '')}{p.name}"
        for p in what.parameters
        if p.name != "self"
    ]


_STARS = {
    griffe.ParameterKind.var_positional: "*",
    griffe.ParameterKind.var_keyword: "**",
}


def _of_summary(what: griffe.Object, name: str) -> Iterator[Problem]:
    if not docstring_of(what).text:
        yield _problem(
            what,
            f"{name} has no docstring, so the reference has nothing to say",
            'write """what it does, in one sentence.""" below its first line',
        )
    for kind in docstring_of(what).unread:
        yield _problem(
            what,
            f"the docstring of {name} has a section that the reference does "
            f"not show: {kind}",
            "say it in the text, or under Notes",
        )


def _of_parameters(
    what: griffe.Class | griffe.Function, module: griffe.Module
) -> Iterator[Problem]:
    described = docstring_of(what).parameters
    taken = parameters_of(what)
    for name in described.keys() - set(taken):
        yield _problem(
            what,
            f"the docstring of {what.name} describes '{name}', which it does "
            "not take",
            f"correct the name; it takes {', '.join(taken) or 'nothing'}",
        )
    known = described or described_in(module)
    open_ones = [
        name
        for name in taken
        if name not in known and not _is_clear(what, name)
    ]
    if len(open_ones) > (0 if described else _FEW):
        yield _problem(
            what,
            f"the docstring of {what.name} says nothing of "
            f"{', '.join(open_ones)}",
            _AS_NUMPYDOC,
        )


def _is_clear(what: griffe.Class | griffe.Function, name: str) -> bool:
    parameter = what.parameters[name.lstrip("*")]
    return str(parameter.annotation) in _SAYS_ENOUGH


def _problem(what: griffe.Object, told: str, remedy: str) -> Problem:
    return Problem(told, remedy, from_here(file_of(what)), what.lineno or 1)
