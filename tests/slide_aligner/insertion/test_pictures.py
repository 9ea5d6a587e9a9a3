"""Slides become pictures: whole ones, and only those that are needed."""

import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from slide_aligner.insertion import pictures
from slide_aligner.insertion.pictures import export_pictures
from small_pdfs import Page, pdf, slide
from terminal.errors import FileProblemError

DECK = pdf([slide("One", "x"), slide("Two", "x"), slide("Three", "x")])


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "deck.pdf"
    path.write_bytes(DECK)
    return path


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """List the slides that are really drawn."""
    numbers: list[int] = []
    draw = pictures._drawn

    def noted(document: Any, path: Path, number: int, width: int) -> bytes:
        numbers.append(number)
        return draw(document, path, number, width)

    monkeypatch.setattr(pictures, "_drawn", noted)
    return numbers


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def size(path: Path) -> tuple[int, int]:
    with Image.open(path) as picture:
        assert picture.format == "WEBP"
        return picture.size


def test_every_slide_becomes_a_picture(deck: Path, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "pictures"
    done: list[tuple[int, int]] = []
    made = export_pictures(
        deck, folder, width=640, progress=lambda *each: done.append(each)
    )
    assert made == [folder / f"00{number}.webp" for number in (1, 2, 3)]
    assert [size(path) for path in made] == [(640, 360)] * 3
    assert done == [(1, 3), (2, 3), (3, 3)]
    assert len({path.read_bytes() for path in made}) == 3
    assert names(folder) == [
        "001.webp",
        "002.webp",
        "003.webp",
        "pictures.json",
    ]


def test_a_picture_shows_the_slide(tmp_path: Path) -> None:
    path = tmp_path / "deck.pdf"
    black = b"0 g 0 0 360 405 re f"  # the left half
    path.write_bytes(pdf([Page(more=black)]))
    (picture,) = export_pictures(path, tmp_path, width=64)
    with Image.open(picture) as image:
        left = image.convert("L").getpixel((10, 18))
        right = image.convert("L").getpixel((54, 18))
    assert isinstance(left, int)
    assert isinstance(right, int)
    assert left < 20
    assert right > 235


def test_two_exports_give_the_same_bytes(deck: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    export_pictures(deck, first, width=200)
    export_pictures(deck, second, width=200)
    for name in names(first):
        assert (first / name).read_bytes() == (second / name).read_bytes()


def test_chosen_slides_come_in_the_order_asked_for(
    deck: Path, tmp_path: Path
) -> None:
    made = export_pictures(deck, tmp_path / "p", width=90, numbers=[3, 1])
    assert [path.name for path in made] == ["003.webp", "001.webp"]
    assert "002.webp" not in names(tmp_path / "p")


def test_what_is_up_to_date_is_not_drawn_again(
    deck: Path, tmp_path: Path, drawn: list[int]
) -> None:
    folder = tmp_path / "p"
    first = export_pictures(deck, folder, width=90, numbers=[1, 2])
    assert export_pictures(deck, folder, width=90)[:2] == first
    assert drawn == [1, 2, 3]


@pytest.mark.parametrize("harm", ["delete", "damage", "empty"])
def test_a_harmed_picture_is_drawn_again(
    harm: str, deck: Path, tmp_path: Path, drawn: list[int]
) -> None:
    made = export_pictures(deck, tmp_path / "p", width=90)
    good = made[1].read_bytes()
    if harm == "delete":
        made[1].unlink()
    else:
        made[1].write_bytes(b"" if harm == "empty" else b"x" * len(good))
    drawn.clear()
    export_pictures(deck, tmp_path / "p", width=90)
    assert drawn == [2]
    assert made[1].read_bytes() == good


def test_a_changed_deck_or_width_is_drawn_again(
    deck: Path, tmp_path: Path, drawn: list[int]
) -> None:
    folder = tmp_path / "p"
    export_pictures(deck, folder, width=90)
    export_pictures(deck, folder, width=91)
    deck.write_bytes(pdf([slide("Other", "x")]))
    export_pictures(deck, folder, width=91)
    assert drawn == [1, 2, 3, 1, 2, 3, 1]


def test_pictures_of_slides_that_are_gone_go_too(
    deck: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "p"
    export_pictures(deck, folder, width=90)
    (folder / "004.webp").write_bytes(b"not ours")
    deck.write_bytes(pdf([slide("One", "x")]))
    export_pictures(deck, folder, width=90)
    assert names(folder) == ["001.webp", "004.webp", "pictures.json"]


@pytest.mark.parametrize(
    "record", ["", "[]", '{"pictures": 3}', "{", '{"pictures": {"x": 1}}']
)
def test_a_damaged_record_counts_as_none(
    record: str, deck: Path, tmp_path: Path, drawn: list[int]
) -> None:
    (tmp_path / "pictures.json").write_text(record, encoding="utf-8")
    export_pictures(deck, tmp_path, width=90)
    assert drawn == [1, 2, 3]
    written = (tmp_path / "pictures.json").read_text(encoding="utf-8")
    assert sorted(json.loads(written)["pictures"]) == [
        "001.webp",
        "002.webp",
        "003.webp",
    ]


def test_an_interruption_leaves_whole_pictures(
    deck: Path, tmp_path: Path, drawn: list[int]
) -> None:
    def stop(done: int, _: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    folder = tmp_path / "p"
    with pytest.raises(KeyboardInterrupt):
        export_pictures(deck, folder, width=90, progress=stop)
    assert names(folder) == ["001.webp", "002.webp", "pictures.json"]
    export_pictures(deck, folder, width=90)
    assert drawn == [1, 2, 3]


def test_a_failing_disk_keeps_the_old_picture(
    deck: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = export_pictures(deck, tmp_path / "p", width=90)[0].read_bytes()

    def full(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            file.write(data[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(FileProblemError, match="No space left") as caught:
        export_pictures(deck, tmp_path / "p", width=95)
    assert "\n" not in str(caught.value)
    assert (tmp_path / "p" / "001.webp").read_bytes() == old
    assert not [name for name in names(tmp_path / "p") if "part" in name]


@pytest.mark.parametrize(
    "page", [(1e6, 1e6), (10, 1e6), (1e6, 10), (14400, 200), (1, 1)]
)
def test_pixels_are_bounded_whatever_the_page(
    page: tuple[float, float], tmp_path: Path
) -> None:
    path = tmp_path / "deck.pdf"
    path.write_bytes(pdf([Page(size=page)]))
    (picture,) = export_pictures(path, tmp_path, width=100_000)
    width, height = size(picture)
    assert width * height <= 4_100_000
    assert max(width, height) <= 16_000


@pytest.mark.parametrize(
    ("page", "width"), [(960, 1), (960, 33), (959.976, 1600), (147, 640)]
)
def test_a_picture_is_as_wide_as_asked(
    page: float, width: int, tmp_path: Path
) -> None:
    path = tmp_path / "deck.pdf"
    path.write_bytes(pdf([Page(size=(page, 540.02))]))
    (picture,) = export_pictures(path, tmp_path, width=width)
    assert size(picture)[0] == width


@pytest.mark.parametrize("number", [0, 4, -1])
def test_a_slide_that_is_not_there_is_named(
    number: int, deck: Path, tmp_path: Path
) -> None:
    with pytest.raises(FileProblemError) as caught:
        export_pictures(deck, tmp_path / "p", numbers=[1, number])
    assert str(caught.value) == (
        f"{deck}: has no slide {number}; they go from 1 to 3"
    )
    assert not (tmp_path / "p").exists()


def test_a_width_must_be_positive(deck: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="must be positive, not 0"):
        export_pictures(deck, tmp_path, width=0)


def test_a_deck_of_text_cannot_be_drawn(tmp_path: Path) -> None:
    path = tmp_path / "deck.txt"
    path.write_text("One", encoding="utf-8")
    with pytest.raises(FileProblemError, match="export the deck as PDF"):
        export_pictures(path, tmp_path / "p")


def test_a_folder_that_is_a_file_is_named(deck: Path) -> None:
    with pytest.raises(FileProblemError, match="cannot be made"):
        export_pictures(deck, deck)


def test_a_protected_deck_is_drawn_with_its_password(tmp_path: Path) -> None:
    path = tmp_path / "deck.pdf"
    path.write_bytes(pdf([slide("Secret", "x")], password="s3cret"))
    with pytest.raises(FileProblemError, match="--password"):
        export_pictures(path, tmp_path / "p")
    made = export_pictures(path, tmp_path / "p", password="s3cret", width=90)
    assert size(made[0]) == (90, 51)
