"""Time the engines turn by turn, in a process that has all of them.

`python -m engines.measure FILE ROUNDS` writes microseconds a step into a
file of JSON: for each task, what each engine took in each round. They are of
processor time, so that what else runs on a machine is not counted: all
engines compute on one thread and wait for nothing.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import torch

from engines.agreement import check_agreement
from engines.by_hand import by_hand
from engines.in_autograd import hips_autograd
from engines.in_micrograd import micrograd
from engines.in_torch import torch_functions, torch_modules
from engines.lean import lean
from engines.ours import ours
from engines.task import Contestant, Task, classes, moons
from frame.pairs import Samples, interleaved

Engine = Callable[[Task], Contestant]
WIDTHS = (8, 16, 32, 64, 128, 192, 256, 384, 512, 768, 1024, 2048)
BLOCK = 0.03  # seconds, far more than the clock resolves
ALL: Sequence[Engine] = (
    *(ours, torch_functions, torch_modules),
    *(hips_autograd, by_hand, lean),
)


def main(file: str, rounds: str) -> None:
    """Measure all tasks."""
    torch.set_num_threads(1)
    gc.freeze()  # what was imported is not looked through again and again
    found = {
        "small": timed("2-16-16-1", moons(), (*ALL, micrograd), int(rounds)),
        "large": timed("784-128-64-10", large(), ALL, int(rounds)),
    }
    for width in WIDTHS:
        task = classes([width, width, width, 10])
        engines = (ours, torch_functions)
        found[str(width)] = timed(f"width {width}", task, engines, int(rounds))
    Path(file).write_text(json.dumps(found), encoding="utf-8")


def large() -> Task:
    """Return the task of images with ten classes, in one batch of 64."""
    return classes([784, 128, 64, 10])


def timed(
    name: str, task: Task, engines: Sequence[Engine], rounds: int
) -> Samples:
    """Return microseconds a step of each engine, a number for each round."""
    contestants = {engine.__name__: engine(task) for engine in engines}
    for contestant in contestants.values():
        contestant.step()  # what is loaded once is not counted
    check_agreement(contestants)
    runs = {key: _block(one.step) for key, one in contestants.items()}
    *_, samples = interleaved(name, runs, rounds)
    return samples


def _block(step: Callable[[], object]) -> Callable[[], float]:
    """Return what takes the time of a step, as the mean of a block."""
    n_steps = max(1, round(BLOCK / _seconds(step, 1)))
    return partial(_microseconds, step, n_steps)


def _microseconds(step: Callable[[], object], n_steps: int) -> float:
    gc.collect()  # nobody clears up after the one before
    return _seconds(step, n_steps) / n_steps * 1e6


def _seconds(step: Callable[[], object], n_steps: int) -> float:
    began = time.process_time()
    for _ in range(n_steps):
        step()
    return time.process_time() - began


if __name__ == "__main__":
    main(*sys.argv[1:])
