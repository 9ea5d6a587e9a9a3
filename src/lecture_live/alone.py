"""Keeps what one program changes from the next one."""

from __future__ import annotations

import builtins
import io
import linecache
import random
import sys
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, redirect_stdout
from contextlib import redirect_stderr as redirected_errors
from types import ModuleType

import numpy as np

from lecture_live.output import Output

_SHARED = {"builtins", "math", "random", "numpy"}
_STAYS = sys.stdlib_module_names | {"numpy"}


@contextmanager
def alone(name: str, code: str, output: Output) -> Iterator[ModuleType]:
    """Give a program a namespace, streams and settings of its own.

    Parameters
    ----------
    name : str
        What the program is called in its tracebacks.
    code : str
        The program.
    output : Output
        Where it prints.

    Yields
    ------
    module
        The program's ``__main__``, in which it has not run yet.
    """
    main = ModuleType("__main__")
    main.__dict__.update(__file__=name, __builtins__=builtins)
    lines = code.splitlines(keepends=True)
    with ExitStack() as kept:
        kept.enter_context(_own_modules(main))
        kept.enter_context(_own_settings(name))
        kept.enter_context(redirect_stdout(output.printed))
        kept.enter_context(redirected_errors(output.errors))
        linecache.cache[name] = (len(code), None, lines, name)
        kept.callback(linecache.cache.pop, name, None)
        yield main


@contextmanager
def _own_settings(name: str) -> Iterator[None]:
    argv, path, stdin = sys.argv, [*sys.path], sys.stdin
    limit = sys.getrecursionlimit()
    sys.argv, sys.stdin = [name], io.StringIO()
    drawn = random.getstate(), np.random.get_state()  # noqa: NPY002
    random.seed()
    np.random.seed()  # noqa: NPY002 - the old functions share one state
    # A bare `with` of the three: what is set inside holds inside.
    with np.errstate(), np.printoptions(), warnings.catch_warnings():
        warnings.simplefilter("default")
        try:
            yield
        finally:
            sys.argv, sys.path[:], sys.stdin = argv, path, stdin
            sys.setrecursionlimit(limit)
            random.setstate(drawn[0])
            np.random.set_state(drawn[1])  # noqa: NPY002


@contextmanager
def _own_modules(main: ModuleType) -> Iterator[None]:
    """Load the lecture's code anew; undo what is changed in the rest."""
    before = dict(sys.modules)
    shared = {
        name: dict(vars(module))
        for name, module in before.items()
        if name.partition(".")[0] in _SHARED
    }
    for name in before:
        if name.partition(".")[0] == "lecture_code":
            del sys.modules[name]
    sys.modules["__main__"] = main
    try:
        yield
    finally:
        _restore(before, shared)


def _restore(
    before: dict[str, ModuleType], shared: dict[str, dict[str, object]]
) -> None:
    for name, content in shared.items():
        _as_it_was(vars(before[name]), content)
    for name in [*sys.modules]:
        if name not in before and name.partition(".")[0] not in _STAYS:
            del sys.modules[name]
    sys.modules.update(before)


def _as_it_was(now: dict[str, object], content: dict[str, object]) -> None:
    for name in [*now.keys() - content.keys()]:
        if not isinstance(now[name], ModuleType):  # which was only loaded
            del now[name]
    for name, value in content.items():
        if now.get(name, now) is not value:
            now[name] = value
