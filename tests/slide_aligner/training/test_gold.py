import json
from pathlib import Path
from typing import Any

import pytest

from slide_aligner.training.gold import read_lectures
from terminal.errors import FileProblemError

GOOD: dict[str, Any] = {
    "name": "one",
    "slides": [{"title": "A", "text": "A\nb"}],
    "units": [{"text": "a b", "heading": "", "gold": [0]}],
}


def with_gold(gold: object) -> dict[str, Any]:
    return GOOD | {"units": [{"text": "t", "gold": gold}]}


def written(tmp_path: Path, content: object) -> Path:
    path = tmp_path / "gold.json"
    text = content if isinstance(content, str) else json.dumps(content)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_lecture_is_read(tmp_path: Path) -> None:
    (lecture,) = read_lectures(written(tmp_path, [GOOD]))
    assert lecture.slides[0].title == "A"
    assert lecture.gold == (frozenset({0}),)


def test_further_keys_are_left_unread_and_texts_may_be_null(
    tmp_path: Path,
) -> None:
    slides = [{"text": None, "page": 7}]
    units = [{"text": None, "heading": None, "gold": [], "time": 3}]
    content = [{"name": "n", "slides": slides, "units": units, "year": 1}]
    (lecture,) = read_lectures(written(tmp_path, content))
    assert (lecture.slides[0].title, lecture.slides[0].text) == ("", "")
    assert (lecture.units[0].heading, lecture.units[0].text) == ("", "")


def test_a_byte_order_mark_is_not_read(tmp_path: Path) -> None:
    path = written(tmp_path, "\ufeff" + json.dumps([GOOD]))
    assert len(read_lectures(path)) == 1


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("no json", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ("[NaN]", "NaN is no number"),
        ({}, "is not a list"),
        ([{"name": "x"}], 'lectures[0]: "slides" is missing'),
        ([GOOD, 3], "lectures[1] must be an object"),
        (
            [GOOD | {"slides": [{"title": "A"}]}],
            'slides[0]: "text" is missing',
        ),
        ([GOOD | {"units": [{"text": "t"}]}], 'units[0]: "gold" is missing'),
        ([with_gold(0)], '"gold" must be a list, not 0'),
        ([with_gold("0")], '"gold" must be a list, not "0"'),
        ([with_gold([0.5])], "must be a whole number, not 0.5"),
        ([with_gold([5])], "lectures[0].units[0]: each of"),
        ([with_gold([-1])], "must be from 0 to 0, not -1"),
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
