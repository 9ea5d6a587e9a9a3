"""A program runs alone: nothing of it is left for the next one."""

import random
import sys
import warnings

import numpy as np
import pytest

from lecture_live import Result, run
from lecture_live.output import CUT, LIMIT

STATED = "# Agrees within 10 %: it is timed\nprint(1.05)\n"
NP = "import numpy as np\n"
LOSSES = "from lecture_code import losses\n"


class Page:
    """What a page hears of one run."""

    def __init__(self) -> None:
        self.text = ""
        self.figures: list[tuple[str, str]] = []

    def run(self, code: str, recorded: str | None = None) -> Result:
        return run(code, "mine.py", recorded, self.write, self.show)

    def write(self, text: str) -> None:
        self.text += text

    def show(self, svg: str, alt: str) -> None:
        self.figures.append((svg, alt))


@pytest.fixture
def page() -> Page:
    return Page()


def test_what_is_printed_comes_in_its_order(page: Page) -> None:
    result = page.run(
        "import sys\nprint('one')\nprint('two', file=sys.stderr)\nprint(3)"
    )
    assert (page.text, result.error) == ("one\ntwo\n3\n", None)
    assert result.agreement is None
    assert result.seconds >= 0


def test_it_runs_as_the_main_program(page: Page) -> None:
    page.run(
        "from dataclasses import dataclass\nimport sys\n"
        "@dataclass\nclass Point:\n    x: int\n"
        "if __name__ == '__main__':\n    print(Point(1), sys.argv)\n"
    )
    assert page.text == "Point(x=1) ['mine.py']\n"


@pytest.mark.parametrize(
    ("code", "after"),
    [
        ("x = 1", "print('x' in globals())"),
        (
            f"{NP}np.set_printoptions(precision=1)",
            f"{NP}print(np.get_printoptions()['precision'] == 1)",
        ),
        (
            f"{NP}np.seterr(all='raise')",
            f"{NP}print(np.geterr()['divide'] == 'raise')",
        ),
        (
            "import warnings\nwarnings.simplefilter('error')",
            "import warnings\nprint(warnings.filters[0][0] == 'error')",
        ),
        (
            "import numpy as np\nnp.exp = 1",
            "import numpy as np\nprint(np.exp == 1)",
        ),
        (
            "import numpy as np\nnp.mine = 1",
            "import numpy as np\nprint(hasattr(np, 'mine'))",
        ),
        (
            f"{LOSSES}losses.cross_entropy = 1",
            f"{LOSSES}print(losses.cross_entropy == 1)",
        ),
        ("print = 1\nimport builtins\nbuiltins.len = 1", "print(len == 1)"),
        (
            "import math, sys\nsys.modules['mine'] = math",
            "import sys\nprint('mine' in sys.modules)",
        ),
        (
            "import sys\nsys.path.insert(0, 'x')",
            "import sys\nprint('x' in sys.path)",
        ),
    ],
)
def test_nothing_is_left_for_the_next_program(
    code: str, after: str, page: Page
) -> None:
    assert page.run(code).error is None
    assert page.run(after).error is None
    assert page.text == "False\n"


def test_old_random_numbers_are_not_those_of_the_last_run(page: Page) -> None:
    draw = "import numpy as np\nprint(np.random.random())\n"
    page.run("import numpy as np\nnp.random.seed(1)\n" + draw)
    page.run(draw)
    page.run("import numpy as np\nnp.random.seed(1)\n" + draw)
    first, second, third = page.text.splitlines()
    assert first == third != second


def test_whoever_runs_programs_keeps_its_own_settings(page: Page) -> None:
    modules, path = dict(sys.modules), [*sys.path]
    filters, options = [*warnings.filters], np.get_printoptions()
    page.run("import random\nfrom lecture_code import adam\nrandom.seed(3)")
    assert sys.modules["__main__"] is modules["__main__"]
    assert (sys.path, [*warnings.filters]) == (path, filters)
    assert np.get_printoptions() == options
    assert {n: m for n, m in sys.modules.items() if n in modules} == modules
    assert random.random() != random.Random(3).random()


def test_a_million_lines_are_cut_with_a_sentence(page: Page) -> None:
    result = page.run("for i in range(100_000):\n    print('0123456789')")
    assert result.error is None
    assert page.text.endswith(CUT)
    assert len(page.text) == LIMIT + len(CUT)


@pytest.mark.parametrize(
    ("code", "recorded", "verdict"),
    [
        ("print(0.5)", "0.5\n", "as recorded"),
        ("print(0.51)", "0.50\n", "within tolerance"),
        ("print(0.6)", "0.5\n", "within tolerance"),
        ("print(0.8)", "0.5\n", "differs"),
        ("print('one')", "two\n", "differs"),
        (STATED, "1.00\n", "within tolerance"),
        (STATED.replace("1.05", "1.25"), "1.00\n", "differs"),
        ("print(1) # \n# Agrees within ?: it\n", "1\n", "differs"),
    ],
)
def test_what_is_printed_is_held_against_the_record(
    code: str, recorded: str, verdict: str, page: Page
) -> None:
    agreement = page.run(code, recorded).agreement
    assert agreement
    assert agreement.verdict == verdict
    assert bool(agreement.says) == (verdict != "as recorded")


def test_errors_are_not_part_of_what_is_recorded(page: Page) -> None:
    code = "import sys\nprint('careful', file=sys.stderr)\nprint(1)"
    agreement = page.run(code, "1\n").agreement
    assert agreement
    assert agreement.verdict == "as recorded"
    assert "careful" in page.text


def test_a_line_comes_whole_and_the_last_one_without_its_end(
    page: Page,
) -> None:
    heard: list[str] = []
    run("print(1, 2)\nprint(3, end='')", "a.py", None, heard.append, page.show)
    assert heard == ["1 2\n", "3"]


def test_a_line_that_is_flushed_comes_at_once(page: Page) -> None:
    code = "print('.', end='', flush=True)\nprint('x' * 2000, end='')"
    heard: list[str] = []
    run(code, "a.py", None, heard.append, page.show)
    assert heard == [".", "x" * 2000]


def test_a_program_that_failed_agrees_with_nothing(page: Page) -> None:
    result = page.run("print(1)\n1 / 0", "1\n")
    assert result.agreement is None
    assert result.error


def test_a_program_may_end_itself(page: Page) -> None:
    assert page.run("import sys\nsys.exit()").error is None
    error = page.run("import sys\nsys.exit('no data')").error
    assert error
    assert (error.line, error.text) == (2, "SystemExit: no data")
