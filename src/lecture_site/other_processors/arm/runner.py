"""Runs on the emulated machine: products in, their results out, line by line.

Slow libraries are loaded once; every batch runs in a copy of that process, so
that nothing leaks from one into the next. The products of a batch share what
they compute, as the measurements of a page do.
"""

from __future__ import annotations

import importlib
import json
import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from lecture_measurements.cases import measurement_named
from lecture_site.processes.program import run_program
from lecture_site.staleness.modules import load_once

Answer = dict[str, Any]


def measured(module: str, name: str) -> list[float]:
    """Return what a measurement gives for each of its seeds."""
    found = measurement_named(load_once(Path(module)), name.rpartition(".")[2])
    if not found.seeds:
        return [float(found())]
    return [float(found(seed)) for seed in found.seeds]


def printed(path: str, _: str) -> str:
    """Return what a listing prints."""
    return run_program(path)


class Tally:
    """Counts tests, and remembers what failed."""

    def __init__(self) -> None:
        self.passed = 0
        self.failures: dict[str, str] = {}

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Take note of a test."""
        self.passed += report.when == "call" and report.passed
        self.pytest_collectreport(report)

    def pytest_collectreport(self, report: Any) -> None:
        """Take note of a file of tests that cannot be read."""
        if report.failed:
            self.failures[report.nodeid] = str(report.longrepr)[-2000:]


def tested(path: str, _: str) -> Answer:
    """Return how many tests of a file pass, and which fail."""
    pytest, tally = importlib.import_module("pytest"), Tally()
    options = ["-p", "no:cacheprovider", "--quiet", "--tb=short"]
    # Fixtures of the whole project draw figures; emulation meets no deadline.
    options += [f"--confcutdir={Path(path).parent}", "--hypothesis-profile=ci"]
    pytest.main([path, *options], plugins=[tally])
    return {"passed": tally.passed, "failures": tally.failures}


KINDS: dict[str, Callable[[str, str], Any]] = {
    "listings": printed,
    "measurements": measured,
    "tests": tested,
}


def answers(batch: Answer, seconds: float) -> Iterator[Answer]:
    """Run a batch; whatever ends a copy ends one product only.

    Parameters
    ----------
    batch : dict
        With "kind", "source" and "names".
    seconds : float
        How long each product may take.

    Yields
    ------
    dict
        The "name" of a product, its "value", "error" or "over", and the
        seconds it "took".
    """
    waiting = list(batch["names"])
    started = time.monotonic()
    while waiting:
        for answer in _in_a_copy(batch | {"names": [*waiting]}, seconds):
            waiting.remove(answer["name"])
            yield answer | {"took": round(time.monotonic() - started, 1)}
            started = time.monotonic()


def _in_a_copy(batch: Answer, seconds: float) -> Iterator[Answer]:
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(sender, batch))
    process.start()
    sender.close()
    try:
        for name in batch["names"]:
            if not receiver.poll(seconds):
                yield {"name": name, "over": f"took over {seconds:g} seconds"}
                return
            yield receiver.recv()
    except EOFError:
        yield {"name": name, "error": "it ended its process"}
    finally:
        process.kill()
        process.join()


def _work(sender: Connection, batch: Answer) -> None:
    for name in batch["names"]:
        sender.send({"name": name} | _attempt(batch, name))


def _attempt(batch: Answer, name: str) -> Answer:
    try:
        return {"value": KINDS[batch["kind"]](batch["source"], name)}
    except BaseException as error:
        return {"error": f"{type(error).__name__}: {error}"}


def main() -> None:
    """Run the batches of a file, and write answers to the standard output."""
    orders = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    # What products write themselves goes elsewhere.
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as out:
        os.dup2(2, 1)
        for name in orders["warm"]:
            importlib.import_module(name)
        for batch in orders["batches"]:
            for answer in answers(batch, orders["seconds"]):
                print(json.dumps(answer), file=out, flush=True)


if __name__ == "__main__":
    main()
