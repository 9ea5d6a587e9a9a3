"""A process that makes calls for another, one after the other."""

from __future__ import annotations

import sysconfig
import traceback
import warnings
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Any

from lecture_site.processes.family import end_family


class Child:
    """A process that is started when it is needed, and again if it ended.

    Parameters
    ----------
    context : BaseContext
        How processes are started.
    """

    def __init__(self, context: BaseContext) -> None:
        self._context = context
        self._pipe: Connection | None = None

    def call(
        self,
        function: Callable[..., str],
        arguments: tuple[Any, ...],
        seconds: float,
    ) -> dict[str, str]:
        """Return what a function says: a ``text``, or an ``error``."""
        pipe = self._pipe or self._start()
        try:
            pipe.send((function, arguments))
            if pipe.poll(seconds):
                answer: dict[str, str] = pipe.recv()
                return answer
            error = f"it ran for more than {seconds:g} seconds"
        except (EOFError, ConnectionError):
            error = "it ended its process"
        self.end()
        return {"error": error}

    def _start(self) -> Connection:
        ours, theirs = self._context.Pipe()
        self._process = self._context.Process(  # type: ignore[attr-defined]
            target=_answer_all, args=(theirs,)
        )
        self._process.start()
        theirs.close()
        self._pipe = ours
        return ours

    def end(self) -> None:
        """End the process, whatever it does, and what it has started."""
        if self._pipe:
            end_family(self._process.pid)
            self._pipe.close()
            self._process.join()
        self._pipe = None


def _answer_all(asked: Connection) -> None:
    while True:
        try:
            function, arguments = asked.recv()
        except EOFError:
            return
        asked.send(_answer(function, arguments))


def _answer(
    function: Callable[..., str], arguments: tuple[Any, ...]
) -> dict[str, str]:
    warnings.simplefilter("error")
    try:
        return {"text": function(*arguments)}
    except BaseException as error:
        return {"error": _explain(error)}


def _explain(error: BaseException) -> str:
    """Name the last line of the author's own code, and the error."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if _is_of_the_author(frame.filename)]
    place = f"{own[-1].filename}, line {own[-1].lineno}: " if own else ""
    return f"{place}{type(error).__name__}: {error}"


def _is_of_the_author(filename: str) -> bool:
    here = Path(__file__).parents[1]
    machinery = (
        sysconfig.get_path("stdlib"),
        str(here),
        str(here.parent / "agreement"),
        str(here.parent / "lecture_figures" / "drawing"),
        str(here.parent / "lecture_measurements" / "measurement.py"),
        "<",  # code that Python or a library has made
    )
    in_package = "site-packages" in filename
    return not (filename.startswith(machinery) or in_package)
