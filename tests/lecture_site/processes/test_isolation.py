import os
import subprocess
import sys
import warnings
from collections.abc import Callable
from pathlib import Path
from pickle import PicklingError

import numpy as np
import pytest

from lecture_site.processes.isolated import Outcome, Task, run_all

CALLS: list[int] = []


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


def count() -> str:
    CALLS.append(1)
    return str(len(CALLS))


def end_the_process() -> str:
    os._exit(3)


def counted(*functions: Callable[[], str]) -> list[Outcome]:
    tasks = [
        Task(f"{i} {function.__name__}", function, shares="a page")
        for i, function in enumerate(functions)
    ]
    done = dict(run_all(tasks))
    return [done[task] for task in tasks]


def test_tasks_that_share_a_word_share_a_process() -> None:
    texts = [outcome.text for outcome in counted(count, count, count, count)]
    # Each worker that takes part counts for itself.
    assert len(texts) == 4
    assert texts.count("1") <= (os.cpu_count() or 1)


def test_one_that_ends_its_process_does_not_end_the_others() -> None:
    first, ended, last = counted(count, end_the_process, count)
    assert (first.text, ended.error) == ("1", "it ended its process")
    assert last.text in ("1", "2")


def test_what_cannot_be_sent_is_an_error_and_hangs_nobody() -> None:
    with pytest.raises((AttributeError, PicklingError)):
        list(run_all([Task("local", lambda: "")]))


def test_nothing_more_is_begun_when_nobody_asks_for_it(tmp_path: Path) -> None:
    begun = [
        Task(f"{i}", leave_a_trace, (str(tmp_path), i)) for i in range(200)
    ]
    next(running := run_all(begun))
    running.close()
    assert len(list(tmp_path.iterdir())) < len(begun)


def leave_a_trace(folder: str, number: int) -> str:
    (Path(folder) / str(number)).touch()
    return ""


@pytest.mark.parametrize(
    ("imports", "loaded"),
    [
        ([], "[]"),
        (["torch.nn", "os"], "['torch']"),
        (["sklearn.svm", "numpy"], "['sklearn']"),
    ],
)
def test_what_is_slow_and_not_imported_is_not_loaded(
    imports: list[str], loaded: str
) -> None:
    # What serves forks keeps what it has loaded, so it is another's.
    code = (
        "from lecture_site.processes.isolated import Task, run_all\n"
        "from test_isolation import slow_and_loaded\n"
        "if __name__ == '__main__':\n"
        "    tasks = [Task('look', slow_and_loaded)]\n"
        f"    (_, seen), = run_all(tasks, imports={imports})\n"
        "    print(seen)\n"
    )
    path = os.pathsep.join([str(Path(__file__).parent), *sys.path])
    told = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == f"{Outcome(loaded)}\n"


def slow_and_loaded() -> str:
    slow = ("sklearn", "torch")
    return str([name for name in slow if name in sys.modules])
