"""Links survive the way to disk and back; nonsense is named."""

import json
import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from samples import FILE, LINKS, RECORD
from slide_aligner.links.links_file import LinksFile, read_links, write_links
from terminal.atomic_write import write_whole
from terminal.errors import FileProblemError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "slide_links.json"
    write_links(path, FILE)
    return path


def edited(path: Path, edit: Callable[[Any], object]) -> Path:
    values = json.loads(path.read_text(encoding="utf-8"))
    edit(values)
    path.write_text(json.dumps(values), encoding="utf-8")
    return path


def test_what_is_written_is_read(path: Path) -> None:
    assert read_links(path) == FILE


def test_the_order_of_the_links_does_not_change_the_bytes(path: Path) -> None:
    before = path.read_bytes()
    mixed = list(LINKS)
    random.Random(1).shuffle(mixed)
    write_links(path, LinksFile.of([RECORD], reversed(mixed)))
    assert path.read_bytes() == before


def test_the_file_is_indented_utf_8_and_ends_with_a_newline(
    path: Path,
) -> None:
    heading = replace(LINKS[0], heading="∇ 梯度")
    write_links(path, LinksFile.of([RECORD], [heading]))
    text = path.read_bytes().decode()
    assert '\n  "schema": 1,\n' in text
    assert "∇ 梯度" in text
    assert text.endswith("}\n")


def test_confidence_has_three_decimals(path: Path) -> None:
    third = replace(LINKS[0], confidence=1 / 3)
    write_links(path, LinksFile.of([RECORD], [third]))
    assert '"confidence": 0.333,' in path.read_text(encoding="utf-8")


def test_slides_that_no_section_covers_are_listed(path: Path) -> None:
    assert FILE.slides_without_section == {"deck": [1]}
    assert json.loads(path.read_text(encoding="utf-8"))[
        "slides_without_section"
    ] == {"deck": [1]}


def test_a_name_that_is_not_utf_8_is_escaped(path: Path) -> None:
    odd = replace(LINKS[0], notes="caf\udce9.md")
    write_links(path, LinksFile.of([RECORD], [odd]))
    assert read_links(path).links == (odd,)


def test_writing_the_same_links_again_leaves_the_file_alone(
    path: Path,
) -> None:
    assert not write_links(path, FILE)
    assert write_links(path, LinksFile.of([RECORD], LINKS[1:]))


def set_in_link(key: str, value: object) -> Callable[[Any], object]:
    return lambda values: values["links"][1].__setitem__(key, value)


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (lambda v: v["links"][1].pop("show"), '"show" is missing'),
        (set_in_link("slides", [2, 9]), '"slides" must be from 1 to 4, not 9'),
        (set_in_link("slides", [0]), "must be from 1 to 4, not 0"),
        (set_in_link("show", 1), '"show" is 1, which is not one of "slides"'),
        (set_in_link("show", "3"), '"show" must be a whole number, not "3"'),
        (set_in_link("show", True), "must be a whole number, not true"),
        (set_in_link("show", None), 'but "show" names no slide'),
        (set_in_link("decision", "maybe"), '"decision" is "maybe"; known:'),
        (set_in_link("confidence", 1.5), "must be from 0 to 1, not 1.5"),
        (set_in_link("confidence", None), "must be a number, not null"),
        (set_in_link("section", 7), '"section" must be a text, not 7'),
        (set_in_link("line", 0), '"line" must be positive, not 0'),
        (set_in_link("deck", "other"), 'which "decks" does not list'),
        (set_in_link("deck", ""), 'are given, but "deck" is empty'),
        (set_in_link("slide", 3), 'unknown key "slide"'),
        (set_in_link("evidence", []), '"evidence" must be an object'),
        (
            set_in_link("section", "gradients"),
            "a second link for notes.md#gradients",
        ),
    ],
)
def test_nonsense_in_a_link_is_named_with_file_and_entry(
    path: Path, edit: Callable[[Any], object], message: str
) -> None:
    with pytest.raises(FileProblemError) as error:
        read_links(edited(path, edit))
    said = str(error.value)
    assert said.startswith(f"{path}: links[1]: ")
    assert message in said
    assert "\n" not in said


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        (lambda v: v.__setitem__("schema", 9), '"schema" is 9'),
        (lambda v: v.pop("decks"), '"decks" is missing'),
        (lambda v: v["links"].append(3), 'links[3]" must be an object'),
        (
            lambda v: v["decks"].append(v["decks"][0]),
            'decks[1]: a second deck named "deck"',
        ),
        (
            lambda v: v["links"][0]["evidence"].__setitem__("words", [1]),
            'links[0].evidence: each of "words" must be a text, not 1',
        ),
    ],
)
def test_nonsense_elsewhere_is_named(
    path: Path, edit: Callable[[Any], object], message: str
) -> None:
    with pytest.raises(FileProblemError) as error:
        read_links(edited(path, edit))
    assert message.replace('"', "") in str(error.value).replace('"', "")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"schema": 1,\n oh', ":2: is not JSON"),
        ("[]", "must hold one JSON object"),
        ('{"schema": NaN}', "NaN is no number of JSON"),
        ("[" * 100_000, "is not JSON"),
        ("", ":1: is not JSON"),
    ],
)
def test_what_is_not_json_is_one_line(
    path: Path, text: str, message: str
) -> None:
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FileProblemError, match=message) as error:
        read_links(path)
    assert "\n" not in str(error.value)


def test_an_interruption_leaves_the_old_file_whole(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()

    def interrupted(path: Path, data: bytes) -> None:
        with path.open("wb") as file:
            file.write(data[:10])
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "write_bytes", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_links(path, LinksFile.of([RECORD], ()))
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


def test_writing_keeps_permissions_and_follows_a_symbolic_link(
    tmp_path: Path,
) -> None:
    target = tmp_path / "folder" / "real.json"
    write_whole(target, b"old")
    target.chmod(0o640)
    name = tmp_path / "link.json"
    try:
        name.symlink_to(target)
    except OSError:
        pytest.skip("this system makes no symbolic links")
    mode = target.stat().st_mode
    write_whole(name, b"new")
    assert name.is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode == mode


def test_a_file_that_cannot_be_written_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refused)
    path = tmp_path / "a.json"
    with pytest.raises(FileProblemError) as error:
        write_whole(path, b"new")
    assert str(error.value) == f"{path}: cannot be written: Permission denied"
    assert list(tmp_path.iterdir()) == []


def test_a_write_protected_file_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(FileProblemError, match="write-protected"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
