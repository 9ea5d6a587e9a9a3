"""A message is one line, whatever the file is called."""

import pytest

from terminal.errors import FileProblemError, one_line, unexpected


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("two\nlines.md", "two\\nlines.md"),
        ("a\r\x1b[31mred\x07", "a\\r\\x1b[31mred\\x07"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("a\u2028b\x85c\u2066", "a\\u2028b\\x85c\\u2066"),
        ("caf\udce9", "caf\\udce9"),
        ("层 é ñ \xa0 “x” 👩‍🔬", "层 é ñ \xa0 “x” 👩‍🔬"),
    ],
)
def test_a_name_breaks_no_line_and_steers_no_terminal(
    name: str, shown: str
) -> None:
    assert one_line(name) == shown
    problem = FileProblemError(name, "is\na folder")
    assert str(problem) == f"{shown}: is a folder"
    failure = unexpected(name, ValueError("odd\x1b"))
    assert failure.message == f"{shown}: unexpected ValueError: odd\\x1b"
