"""Each common mistake has its sentence, at the reader's own line."""

import pytest

from lecture_live import run
from lecture_live.mistakes.mistake import Raised
from lecture_live.mistakes.names import not_installed
from mistaken import MISTAKES


def ignored(*_: str) -> None:
    """Show nothing."""


@pytest.mark.parametrize(("code", "told"), MISTAKES)
def test_a_mistake_has_its_line_and_its_sentence(
    code: str, told: tuple[int, str, str]
) -> None:
    line, kind, words = told
    error = run(code, "mine.py", None, ignored, ignored).error
    assert error
    assert error.line == line
    assert error.source == code.splitlines()[line - 1].strip()
    assert error.text.partition(":")[0].removeprefix("_") == kind
    assert words in (error.hint or "")


def test_what_is_only_local_says_so() -> None:
    error = ModuleNotFoundError("No module named 'torch'", name="torch.nn")
    says = not_installed(Raised(error, None, 0))
    assert says
    assert says.startswith("`torch` does not run in a page")


def test_an_uncommon_mistake_has_no_sentence() -> None:
    error = run("raise OSError('lost')", "mine.py", None, ignored, ignored)
    assert error.error
    assert (error.error.text, error.error.hint) == ("OSError: lost", None)


def test_a_side_that_calls_something_is_not_evaluated_again() -> None:
    code = (
        "import numpy as np\ncalls = []\n"
        "def data():\n    calls.append(1)\n    print('called')\n"
        "    return np.ones(3)\n"
        "x = np.ones(4)\nx + data()\n"
    )
    printed: list[str] = []
    run(code, "mine.py", None, printed.append, ignored)
    assert "".join(printed) == "called\n"


def test_a_mistake_in_the_lectures_code_is_told_at_the_readers_line() -> None:
    code = (
        "import numpy as np\n"
        "from lecture_code.losses import cross_entropy\n"
        "cross_entropy(np.ones((2, 3)), np.array([0, 7]))\n"
    )
    error = run(code, "mine.py", None, ignored, ignored).error
    assert error
    assert (error.line, error.text.partition(":")[0]) == (3, "ValueError")
