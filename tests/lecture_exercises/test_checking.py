"""A right answer passes, and nothing else does."""

import builtins
import json
import linecache
import sys
from pathlib import Path

import numpy as np
import pytest

from lecture_exercises import Checked, Exercise, check, read_exercise
from lecture_exercises.attempt import READERS
from small_exercises import CHOICE, DOUBLE, NUMBER, write_exercise

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def softmax() -> Exercise:
    return read_exercise(
        ROOT / "exercises" / "optimisation" / "softmax_of_logits.py"
    )


@pytest.fixture
def twice(tmp_path: Path) -> Exercise:
    return read_exercise(write_exercise(tmp_path, DOUBLE))


def test_a_right_answer_passes_every_test(twice: Exercise) -> None:
    found = check(twice, "def twice(x):\n    return x + x\n")
    assert found.passed
    assert found.says == "Right: all tests pass."
    assert [t.name for t in found.tests] == ["of one", "of three"]
    assert [t.hidden for t in found.tests] == [False, True]


def test_what_a_page_sends_is_marked_too(twice: Exercise) -> None:
    sent = json.loads(json.dumps(twice.as_json()))
    found = check(sent, "def twice(x):\n    return x + 2\n")
    assert found.as_json() == {
        "passed": False,
        "says": "That adds two.",
        "tests": (
            {
                "name": "of one",
                "passed": False,
                "says": "Twice 1 is 2.",
                "hidden": False,
            },
            {"name": "of three", "passed": False, "says": "", "hidden": True},
        ),
        "error": None,
    }


def test_a_wrong_answer_is_known_by_what_it_does(softmax: Exercise) -> None:
    otherwise = """
from numpy import exp

def softmax(scores):
    top = [exp(row) for row in scores]
    return [row / sum(row) for row in top]
"""
    assert check(softmax, otherwise).says == softmax.wrong[0].says


def test_an_unknown_wrong_answer_is_told_by_a_test(twice: Exercise) -> None:
    assert (
        check(twice, "def twice(x):\n    return 7\n").says == "Twice 1 is 2."
    )
    found = check(twice, "def twice(x):\n    return 2 * min(x, 2)\n")
    assert [test.says for test in found.tests] == ["", ""]
    assert found.says == "Twice 3 is 6."  # the hidden one's


TRICKS = {
    "prints": "print('Right: all tests pass.')",
    "exits": "import sys\nsys.exit(0)",
    "raises SystemExit": "raise SystemExit",
    "exits in the function": "def softmax(z):\n    raise SystemExit(0)",
    "replaces NumPy's comparison": """
import numpy as np
np.allclose = lambda *all, **named: True
def softmax(z): return z
""",
    "replaces it in the function": """
import numpy as np
def softmax(z):
    np.allclose = lambda *all, **named: True
    return z
""",
    "replaces builtins": """
import builtins
def softmax(z):
    builtins.AssertionError = builtins.abs = builtins.all = print
    builtins.str = builtins.type = builtins.callable = lambda *all: ""
    return z
""",
    "redefines the tests": """
def test_each_row_sums_to_one(): pass
test_equal_logits_share_equally = test_each_row_sums_to_one
test_it_is_the_formula = test_large_logits_do_not_overflow = print
def softmax(z): return z
""",
    "equals everything": """
class Equal:
    def __eq__(self, other): return True
    def sum(self, axis): return self
def softmax(z): return Equal()
""",
    "is an array that equals everything": """
import numpy as np
class Equal(np.ndarray):
    def __array_function__(self, *all): return True
    def sum(self, axis): return np.ones(len(self))
def softmax(z): return z.view(Equal)
""",
    "is a number that equals everything": """
class Equal(float):
    def __eq__(self, other): return True
def softmax(z): return [[Equal(), Equal()]] * len(z)
""",
    "is not there": "soft_max = 1",
    "is no function": "softmax = 1",
    "gives nothing": "def softmax(z): pass",
    "fails": "def softmax(z): return 1 / 0",
    "never returns": "def softmax(z): return softmax(z)",
    "is no Python": "def softmax(z)",
}


@pytest.mark.parametrize("trick", TRICKS)
def test_no_trick_passes(softmax: Exercise, trick: str) -> None:
    before = dict(vars(builtins)), dict(vars(np))
    found = check(softmax, TRICKS[trick])
    assert not found.passed
    assert found.says
    assert not any(test.passed for test in found.tests)
    assert all(vars(builtins)[k] is v for k, v in before[0].items())
    assert all(vars(np)[k] is v for k, v in before[1].items())


def test_a_variable_is_compared_by_what_python_calls_equal(
    tmp_path: Path,
) -> None:
    text = DOUBLE.replace("def twice(x):\n    return ...", "x = 3\nsix = ...")
    text = text.replace("twice(1) == 2", "isinstance(six, int)")
    text = text.replace("twice(3) == 6", "abs(six - 6) < 1")
    exercise = read_exercise(write_exercise(tmp_path, text))
    assert check(exercise, "six = 6").passed
    cheat = "import builtins\nbuiltins.abs = lambda x: 0\nsix = 9"
    assert check(exercise, cheat).says == "That is the square."


def test_a_number_that_equals_everything_fails(twice: Exercise) -> None:
    equal = """
class Equal(int):
    def __eq__(self, other): return True
    def __hash__(self): return 0
def twice(x): return Equal()
"""
    assert check(twice, equal).says == "Twice 1 is 2."


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "def twice(x):\n    return ...",
            "There is still a `...` to be replaced.",
        ),
        (
            "def twice(x): x + x",
            "`twice` gives nothing (None); is there a `return`?",
        ),
        ("double = 2", "There is no `twice`; keep the names of the start."),
        (
            "def twice(x):\n    return {1}",
            "`twice` gives set, where numbers or an array are expected.",
        ),
        (
            "import sys\nsys.exit()",
            "Your code ends the program before the tests are done. (line 2)",
        ),
        (
            "def twice(x):\n    exit()",
            "Your code ends the program before the tests are done.",
        ),
        ("x = 1\ny = z", "NameError: name 'z' is not defined (line 2)"),
        ("x = 1\nif x", "SyntaxError: expected ':' (line 2)"),
        (
            "def twice(x):\n    y = 2\n    return x / 0",
            "Your code stops: ZeroDivisionError: division by zero (line 3)",
        ),
    ],
)
def test_why_code_does_not_run_is_said(
    twice: Exercise, code: str, said: str
) -> None:
    assert check(twice, code).says == said


def test_an_error_names_its_line(twice: Exercise) -> None:
    error = check(twice, "x = 1\ny = z").error
    assert error is not None
    assert (error.line, error.hint) == (2, None)


@pytest.mark.parametrize(
    ("given", "passed", "says"),
    [
        ("3", True, "One and two are three."),
        (" 3,4 ", True, "One and two are three."),
        ("2", False, "That is the product."),
        ("−1", False, "That is the difference."),
        ("9", False, "Not this number; go through it line by line."),
        ("nan", False, "Not this number; go through it line by line."),
        ("three", False, "Give one number, such as 0.25."),
    ],
)
def test_a_number_is_marked(
    tmp_path: Path, given: str, passed: bool, says: str
) -> None:
    exercise = read_exercise(write_exercise(tmp_path, NUMBER))
    assert check(exercise, given) == Checked(passed, says)


@pytest.mark.parametrize(
    ("given", "passed", "says"),
    [
        ("b", True, "Two is more than one."),
        ("neither", False, "They differ."),
        ("c", False, "They differ."),
        ("d", False, "Choose one of a, b, c."),
    ],
)
def test_an_option_is_marked(
    tmp_path: Path, given: str, passed: bool, says: str
) -> None:
    exercise = read_exercise(write_exercise(tmp_path, CHOICE))
    assert check(exercise, given) == Checked(passed, says)


def hinted(error: BaseException) -> str:
    return f"Mind the {type(error).__name__}."


def test_an_error_at_the_beginning_has_its_hint(twice: Exercise) -> None:
    for code, kind in (
        ("def f(:\n", "SyntaxError"),
        ("1 / 0", "ZeroDivisionError"),
    ):
        error = check(twice, code, hinted).error
        assert error
        assert error.hint == f"Mind the {kind}."


def test_an_error_during_a_test_has_its_hint(twice: Exercise) -> None:
    stops = "def twice(x):\n    return x / 0\n"
    says = check(twice, stops, hinted).says
    assert says == (
        "Your code stops: ZeroDivisionError: division by zero (line 2). "
        "Mind the ZeroDivisionError."
    )


def test_whoever_asks_for_input_gets_an_end_and_does_not_wait(
    twice: Exercise,
) -> None:
    before = sys.stdin
    for code in ("x = input()", "def twice(x):\n    return input()"):
        assert "EOFError" in check(twice, code).says
    assert sys.stdin is before


def test_the_line_of_an_answer_can_be_read_for_its_hint(
    twice: Exercise,
) -> None:
    lines: list[str] = []

    def read(_: BaseException) -> str:
        lines.append(linecache.getline(READERS, 2))
        return ""

    check(twice, "x = 1\nx + 'one'\n", read)
    assert lines == ["x + 'one'\n"]
