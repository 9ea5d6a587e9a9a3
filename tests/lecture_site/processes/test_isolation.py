import os
import warnings

import numpy as np

from lecture_site.processes.isolated import Outcome, Task, run_all


def set_the_seed() -> str:
    np.random.seed(7)  # noqa: NPY002
    os.environ["LEAKED"] = "yes"
    return ""


def draw() -> str:
    drawn = np.random.random()  # noqa: NPY002
    return f"{drawn} {os.environ.get('LEAKED')}"


def never_end() -> str:
    while True:
        pass


def warn() -> str:
    warnings.warn("old", DeprecationWarning, stacklevel=1)
    return "no error"


def outcomes(*functions, seconds: float = 60) -> list[Outcome]:
    tasks = [Task(function.__name__, function) for function in functions]
    done = dict(run_all(tasks, seconds=seconds))
    return [done[task] for task in tasks]


def test_nothing_leaks_from_one_task_into_another() -> None:
    outcomes(set_the_seed)
    (drawn,) = outcomes(draw)
    seeded = np.random.RandomState(7).random()
    assert drawn.text.split()[1] == "None"
    assert float(drawn.text.split()[0]) != seeded


def test_a_task_that_does_not_end_is_ended() -> None:
    (stopped,) = outcomes(never_end, seconds=1)
    assert "more than 1 seconds" in stopped.error


def test_a_warning_is_an_error() -> None:
    (warned,) = outcomes(warn)
    assert "DeprecationWarning: old" in warned.error


def test_tasks_run_with_one_thread() -> None:
    (seen,) = outcomes(threads)
    assert seen.text == "1"


def threads() -> str:
    return os.environ["OMP_NUM_THREADS"]
