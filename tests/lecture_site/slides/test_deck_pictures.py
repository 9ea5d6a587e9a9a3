from pathlib import Path

import pytest
from PIL import Image, ImageStat
from rich.console import Console

from lecture_site.basics.project import Project
from lecture_site.exchange import results
from lecture_site.slides.deck import pictures
from lecture_site.slides.deck.build import check_deck, write_deck
from lecture_site.slides.deck.compile import compile_deck
from lecture_site.slides.deck.pictures import draw_pictures, stale_themes
from lecture_site.slides.drawn import (
    THEMES,
    WIDTHS,
    Theme,
    picture_paths,
    pictures_folder,
)
from small_deck import make_small_deck, write_slide

N_PICTURES = len(THEMES) * len(WIDTHS)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return make_small_deck(tmp_path, "Words")


def decks(project: Project) -> dict[Theme, bytes]:
    return {theme: compile_deck(project, theme) for theme in THEMES}


def brightness(image: Image.Image) -> float:
    return float(ImageStat.Stat(image.convert("L")).mean[0])


def test_each_slide_has_light_and_dark_pictures_of_each_width(
    project: Project,
) -> None:
    assert draw_pictures(project, decks(project)) == N_PICTURES
    for width, path in zip(
        WIDTHS, picture_paths(project, 1, "light"), strict=True
    ):
        with Image.open(path) as light:
            assert light.format == "WEBP"
            assert light.size == (width, width * 9 // 16)
            assert brightness(light) > 200
    for path in picture_paths(project, 1, "dark"):
        with Image.open(path) as dark:
            assert brightness(dark) < 60


def test_pictures_are_the_same_bytes_each_time(project: Project) -> None:
    draw_pictures(project, decks(project))
    before = contents(project)
    for path in pictures_folder(project).iterdir():
        path.unlink()
    draw_pictures(project, decks(project))
    assert contents(project) == before


def contents(project: Project) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in pictures_folder(project).iterdir()}


def test_pictures_are_drawn_again_only_if_the_deck_changed(
    project: Project,
) -> None:
    draw_pictures(project, decks(project))
    assert draw_pictures(project, decks(project)) == 0
    write_slide(project, "Other words")
    assert stale_themes(project, decks(project)) == list(THEMES)
    assert draw_pictures(project, decks(project)) == N_PICTURES


def test_pictures_that_another_machine_drew_are_taken(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(results.VARIABLE, str(tmp_path / "shared"))
    draw_pictures(project, decks(project))
    monkeypatch.setattr(pictures, "_webp", None)
    other = make_small_deck(tmp_path / "other", "Words")
    assert draw_pictures(other, decks(other)) == N_PICTURES
    assert contents(other) == contents(project)


def test_a_missing_picture_is_drawn_again(project: Project) -> None:
    for path in picture_paths(project, 1, "dark"):
        draw_pictures(project, decks(project))
        path.unlink()
        assert draw_pictures(project, decks(project)) == len(WIDTHS)


def test_pictures_of_slides_that_are_gone_are_deleted(
    project: Project,
) -> None:
    draw_pictures(project, decks(project))
    for path in picture_paths(project, 2, "light"):
        path.write_bytes(b"old")
    draw_pictures(project, decks(project))
    wanted = {
        path for theme in THEMES for path in picture_paths(project, 1, theme)
    }
    assert set(pictures_folder(project).iterdir()) == wanted


def test_progress_is_told_after_each_picture(project: Project) -> None:
    told: list[int] = []
    draw_pictures(project, decks(project), lambda: told.append(1))
    assert len(told) == N_PICTURES


def test_writing_the_deck_makes_it_current(project: Project) -> None:
    (project.slides / "gold.toml").write_text("", encoding="utf-8")
    done = write_deck(project, Console(quiet=True))
    assert done == f"1 slides, {N_PICTURES} pictures drawn"
    assert check_deck(project) == []
