import json
from pathlib import Path
from typing import Any

import pytest

from slide_aligner.errors import FileProblemError
from slide_aligner.gold import read_lectures

GOOD: dict[str, Any] = {
    "name": "one",
    "slides": [{"title": "A", "text": "A\nb"}],
    "units": [{"text": "a b", "heading": "", "gold": [0]}],
}


def written(tmp_path: Path, content: object) -> Path:
    path = tmp_path / "gold.json"
    text = content if isinstance(content, str) else json.dumps(content)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_lecture_is_read(tmp_path: Path) -> None:
    (lecture,) = read_lectures(written(tmp_path, [GOOD]))
    assert lecture.slides[0].title == "A"
    assert lecture.gold == (frozenset({0}),)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("no json", "is not JSON"),
        ({}, "is not a list"),
        ([{"name": "x"}], "lecture 1"),
        ([GOOD, 3], "lecture 2"),
        ([GOOD | {"units": [{"text": "t", "gold": ["x"]}]}], "lecture 1"),
        ([GOOD | {"units": [{"text": "t", "gold": [5]}]}], "'one'"),
    ],
)
def test_a_wrong_form_is_one_line_with_the_file(
    content: object, says: str, tmp_path: Path
) -> None:
    with pytest.raises(FileProblemError) as caught:
        read_lectures(written(tmp_path, content))
    message = str(caught.value)
    assert "gold.json" in message
    assert says in message
    assert "\n" not in message


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileProblemError, match=r"none\.json"):
        read_lectures(tmp_path / "none.json")
