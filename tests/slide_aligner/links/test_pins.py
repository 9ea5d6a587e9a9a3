"""A person's decisions are kept, and named when they no longer hold."""

import json
from pathlib import Path

import pytest

from samples import DECK, NOTES
from slide_aligner.links.pins import Pin, read_pins, usable_pins, write_pins
from terminal.errors import FileProblemError

PINS = [
    Pin("notes.md", "chain-rule", "deck", (2, 3)),
    Pin("notes.md", "gradients", "deck", ()),
    Pin("notes.md", "vanishing-gradients", "deck", (3, 4), 3),
]


def written(folder: Path, *pins: object, schema: object = 1) -> Path:
    path = folder / "slide_pins.json"
    values = {"schema": schema, "pins": pins}
    path.write_text(json.dumps(values), encoding="utf-8")
    return path


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "slide_pins.json"
    write_pins(path, reversed(PINS))
    assert read_pins(path) == PINS
    assert '"slides": "none"' in path.read_text(encoding="utf-8")


def test_the_slide_to_show_is_the_last_unless_named() -> None:
    assert [pin.shown for pin in PINS] == [3, None, 3]


def test_a_pin_against_all_slides_needs_no_deck(tmp_path: Path) -> None:
    path = written(
        tmp_path, {"notes": "a.md", "section": "b", "slides": "none"}
    )
    assert read_pins(path) == [Pin("a.md", "b", "", ())]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"slides": []}, 'is empty; write "none"'),
        ({"slides": "all"}, 'must be a list of numbers or "none"'),
        ({"slides": [0]}, "must be positive, not 0"),
        ({"slides": [1.5]}, "must be a whole number, not 1.5"),
        ({"slides": [2, 2]}, "names a slide twice"),
        ({"slides": 2}, "must be a list, not 2"),
        ({"show": 5}, '"show" is 5, which is not one of "slides"'),
        ({"deck": 3}, '"deck" must be a text, not 3'),
        ({"slide": 3}, 'unknown key "slide"'),
        ({"section": "b"}, "a second pin for a.md#b"),
    ],
)
def test_a_nonsensical_pin_is_named(
    tmp_path: Path, change: dict[str, object], message: str
) -> None:
    good = {"notes": "a.md", "section": "b", "deck": "d", "slides": [1]}
    path = written(tmp_path, good, good | {"section": "c"} | change)
    with pytest.raises(FileProblemError) as error:
        read_pins(path)
    assert str(error.value).startswith(f"{path}: pins[1]: ")
    assert message in str(error.value)


def test_a_missing_deck_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, {"notes": "a", "section": "b", "slides": [1]})
    with pytest.raises(FileProblemError, match='"deck" is missing'):
        read_pins(path)


def test_another_schema_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileProblemError, match='"schema" is 2'):
        read_pins(written(tmp_path, schema=2))


def test_pins_that_hold_are_used_without_a_word() -> None:
    assert usable_pins(PINS, [NOTES], [DECK]) == (PINS, [])


@pytest.mark.parametrize(
    ("pin", "warning"),
    [
        (Pin("notes.md", "gone", "deck", (1,)), "no such section any more"),
        (
            Pin("notes.md", "chain-rule", "deck", (5,)),
            "deck deck has no slide 5 any more, only 4",
        ),
        (Pin("notes.md", "chain-rule", "old", (1,)), 'no deck "old"'),
    ],
)
def test_a_pin_that_holds_no_longer_is_a_warning(
    pin: Pin, warning: str
) -> None:
    usable, warnings = usable_pins([pin], [NOTES], [DECK])
    assert usable == []
    assert len(warnings) == 1
    assert f"pin of {pin.place}: " in warnings[0]
    assert warning in warnings[0]


def test_pins_of_other_notes_are_left_out_silently() -> None:
    pin = Pin("other.md", "gone", "deck", (99,))
    assert usable_pins([pin], [NOTES], [DECK]) == ([], [])
