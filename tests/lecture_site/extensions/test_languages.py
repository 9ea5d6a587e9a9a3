"""Python is Python however its name is spelled; Pygments decides."""

import pytest
from pygments.lexers import get_all_lexers

from lecture_site.extensions.languages import (
    is_known,
    is_python,
    near,
    reads_as_python,
)

MADE_OF_PYTHON = {
    "Cython",
    "NumPy",
    "Python",
    "Python 2.x",
    "Python 2.x Traceback",
    "Python Traceback",
    "Python console session",
}
ALIASES = {
    alias: lexer
    for lexer, aliases, *_ in get_all_lexers(plugins=False)
    for alias in aliases
}


@pytest.mark.parametrize("alias", ALIASES)
def test_every_name_of_a_python_lexer_is_python_and_few_others(
    alias: str,
) -> None:
    expected = ALIASES[alias] in MADE_OF_PYTHON or "python" in alias
    for spelled in (alias, alias.upper(), alias.title()):
        assert is_python(spelled) is expected


@pytest.mark.parametrize(
    "name",
    ["Python", "PYTHON", "Py", "py3", "ipython", "python-repl", "Python3.12"],
)
def test_names_that_people_write_are_python(name: str) -> None:
    assert is_python(name)


@pytest.mark.parametrize("name", ["", "text", "console", "bash", "pyhton"])
def test_others_are_not(name: str) -> None:
    assert not is_python(name)


def test_a_misspelled_name_is_unknown_and_leads_to_the_right_one() -> None:
    assert not is_known("pyhton")
    assert "python" in near("pyhton")
    assert near("mermaid") == []


@pytest.mark.parametrize(
    "code",
    [
        "import numpy as np\nprint(np.pi)",
        "from math import pi",
        "x = 1\n\n\ndef f(x):\n    return x",
        "@cached\ndef f(x): ...",
        "class A:\n    pass",
        "$ python\n>>> 1 + 1\n2",
        "  >>> x",
        'import re\nre.match("\\d", "1")',
    ],
)
def test_what_reads_as_python_is_known_by_itself(code: str) -> None:
    assert reads_as_python(code)


@pytest.mark.parametrize(
    "code",
    [
        "step 10: loss 0.3",
        "x -> h -> y",
        "make site",
        "$ pip install .",
        "a = b",
        "import from a file",
        "a > b >> c",
        "",
        "\0",
        "(" * 10_000,
    ],
)
def test_what_does_not_is_left(code: str) -> None:
    assert not reads_as_python(code)
