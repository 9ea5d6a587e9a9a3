"""Hands what a reader's code has left to a test, as values alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from lecture_exercises.guard import restore
from lecture_exercises.plain import UnusableError, plain

Trace = list[tuple[str, Any]]  # what a test got from the reader's code


class EndedError(Exception):
    """Raised where a reader's code would end the program."""


@dataclass
class Handing:
    """Hands the reader's variables and functions to a test, as plain values.

    Parameters
    ----------
    trace : list
        Gets what was handed over.
    """

    trace: Trace

    def taken(self, wanted: set[str], names: dict[str, Any]) -> dict[str, Any]:
        """Return what a test reads of the reader's names."""
        missing = sorted(wanted - names.keys())
        if missing:
            raise UnusableError(
                f"There is no `{missing[0]}`; keep the names of the start."
            )
        return {
            name: self._plain(names[name], name) for name in sorted(wanted)
        }

    def _plain(self, value: Any, name: str) -> Any:
        handed = plain(value, name, self._wrap)
        if not callable(handed):
            self.trace.append((name, handed))
        return handed

    def _wrap(self, function: Callable[..., Any], name: str) -> Any:
        def called(*args: Any, **named: Any) -> Any:
            try:
                given = function(*args, **named)
            except SystemExit as error:
                raise EndedError from error
            except Exception as error:
                self.trace.append((name, type(error).__name__))
                raise
            finally:
                restore()
            return self._plain(given, name)

        return called
