"""TOML is read, or it is said in one line why not."""

from pathlib import Path

import pytest

from slide_aligner.files.toml_files import read_toml
from terminal.errors import FileProblemError


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nonsense", "is not TOML: "),
        (f"x = {'[' * 50_000}", "too many brackets"),
        (f"x = {'9' * 10_000}", "is not TOML: "),
        ("x = 2000-99-99", "is not TOML: "),
        ("\0", "holds 0x00"),
        ("a" * 1_000_001, "is the most that is read"),
    ],
)
def test_toml_that_harms_is_one_line(
    text: str, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "course.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FileProblemError, match=said) as caught:
        read_toml(path)
    assert "\n" not in str(caught.value)


def test_toml_is_read(tmp_path: Path) -> None:
    path = tmp_path / "course.toml"
    path.write_text("x = [1]\n", encoding="utf-8")
    assert read_toml(path) == {"x": [1]}
