"""Runs products on the emulated machine, and keeps what they give."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import threading
from collections.abc import Collection, Generator, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from rich.console import Console

from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.progress import stage
from lecture_site.basics.project import Project
from lecture_site.other_processors.arm.batches import Batch, batches, remaining
from lecture_site.other_processors.arm.machine import ArmMachine
from lecture_site.other_processors.arm.results import ArmResults

WARM = (
    "numpy",
    "torch",
    "torch._dynamo",  # its optimisers load it at their first step
    "sklearn.datasets",
    "sklearn.linear_model",
)


def results(
    project: Project,
    machine: ArmMachine,
    kept: Path,
    console: Console,
    *,
    names: Collection[str] = (),
    seconds: float = 1800,
    warm: Sequence[str] = WARM,
) -> ArmResults:
    """Run what has not been run yet, and return all results.

    Parameters
    ----------
    project : Project
        The checkout.
    machine : ArmMachine
        The emulated machine.
    kept : Path
        The file that results are kept in, from the first on.
    console : Console
        Where progress is shown.
    names : collection of str
        Only these products; all if there are none.
    seconds : float
        How long each may take.
    warm : sequence of str
        Modules that are loaded once, before products run.
    """
    found, given = batches(project), ArmResults.load(kept)
    batch_of = {name: batch for batch in found for name in batch.names}
    given.keep_only({name: batch.digest for name, batch in batch_of.items()})
    waiting = remaining(found, given, names)
    if not waiting:
        return given
    total = sum(len(batch.names) for batch in waiting)
    orders = _orders(waiting, seconds, warm)
    with (
        stage("results on ARM", console, total) as now,
        closing(_answers(project, machine, orders)) as answers,
    ):
        for answer in answers:
            batch = batch_of[answer["name"]]
            given.take(batch.kind, answer, batch.digest)
            given.save(kept)
            now.advance(_told(answer))
    return given


def _told(answer: dict[str, Any]) -> str:
    """Return the name of a product, and why it has no result."""
    reason = answer.get("error") or answer.get("over")
    return f"{answer['name']}: {reason}" if reason else str(answer["name"])


def _orders(
    waiting: Sequence[Batch], seconds: float, warm: Sequence[str]
) -> str:
    listed = [
        asdict(batch) | {"source": str(batch.source)} for batch in waiting
    ]
    return json.dumps({"batches": listed, "seconds": seconds, "warm": warm})


def _answers(
    project: Project, machine: ArmMachine, orders: str
) -> Generator[dict[str, Any], None, None]:
    """Yield answers as they come."""
    with _running(project, machine, orders) as process:
        lines = _lines(process)
        while True:
            try:
                line = lines.get(timeout=1)
            except queue.Empty:
                _look_after(process)
                continue
            if line is None:
                return
            yield json.loads(line)


def _look_after(process: subprocess.Popen[str]) -> None:
    """End the copies of a process that has ended: they hold its pipe open."""
    if process.poll() is not None:
        _end(process)


@contextmanager
def _running(
    project: Project, machine: ArmMachine, orders: str
) -> Iterator[subprocess.Popen[str]]:
    """Start the emulated process; end it with all its copies."""
    folder = machine.folder
    folder.mkdir(parents=True, exist_ok=True)
    ordered, said = folder / "orders.json", folder / "runner.log"
    ordered.write_text(orders, encoding="utf-8")
    runner = ["-m", "lecture_site.other_processors.arm.runner", str(ordered)]
    with (
        said.open("w", encoding="utf-8") as log,
        subprocess.Popen(
            [str(machine.python), *runner],
            cwd=project.root,
            env=os.environ | machine.environment(project),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            encoding="utf-8",
            start_new_session=True,
        ) as process,
    ):
        try:
            yield process
        except BaseException:
            _end(process)
            raise
    if process.returncode:
        raise ProblemError(_ended(process.returncode, said))


def _end(process: subprocess.Popen[str]) -> None:
    """End a process and what it has started."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def _lines(process: subprocess.Popen[str]) -> queue.Queue[str | None]:
    """Return where lines arrive, and after them None."""
    lines: queue.Queue[str | None] = queue.Queue()

    def read() -> None:
        for line in process.stdout or ():
            lines.put(line)
        lines.put(None)

    threading.Thread(target=read, daemon=True).start()
    return lines


def _ended(code: int, said: Path) -> Problem:
    last = said.read_text(encoding="utf-8", errors="replace").splitlines()[-5:]
    return Problem(
        f"the emulated process ended with {code}:\n    " + "\n    ".join(last),
        f"read {said}; what was done is kept, run the command again",
    )
