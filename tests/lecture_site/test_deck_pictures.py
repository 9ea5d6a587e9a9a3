from pathlib import Path

import pytest
from PIL import Image, ImageStat
from rich.console import Console

from lecture_site.deck import compile_deck
from lecture_site.deck_build import check_deck, write_deck
from lecture_site.deck_pictures import draw_pictures, stale_themes
from lecture_site.drawn_slides import (
    THEMES,
    WIDTH,
    Theme,
    picture_path,
    pictures_folder,
)
from lecture_site.project import Project
from small_deck import make_small_deck, write_slide


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return make_small_deck(tmp_path, "Words")


def decks(project: Project) -> dict[Theme, bytes]:
    return {theme: compile_deck(project, theme) for theme in THEMES}


def brightness(image: Image.Image) -> float:
    return float(ImageStat.Stat(image.convert("L")).mean[0])


def test_each_slide_has_a_light_and_a_dark_picture(project: Project) -> None:
    assert draw_pictures(project, decks(project)) == 2
    with Image.open(picture_path(project, 1, "light")) as light:
        assert light.format == "WEBP"
        assert light.size == (WIDTH, WIDTH * 9 // 16)
        assert brightness(light) > 200
    with Image.open(picture_path(project, 1, "dark")) as dark:
        assert brightness(dark) < 60


def test_pictures_are_drawn_again_only_if_the_deck_changed(
    project: Project,
) -> None:
    draw_pictures(project, decks(project))
    assert draw_pictures(project, decks(project)) == 0
    write_slide(project, "Other words")
    assert stale_themes(project, decks(project)) == list(THEMES)
    assert draw_pictures(project, decks(project)) == 2


def test_a_missing_picture_is_drawn_again(project: Project) -> None:
    draw_pictures(project, decks(project))
    picture_path(project, 1, "dark").unlink()
    assert draw_pictures(project, decks(project)) == 1


def test_pictures_of_slides_that_are_gone_are_deleted(
    project: Project,
) -> None:
    draw_pictures(project, decks(project))
    picture_path(project, 2, "light").write_bytes(b"old")
    draw_pictures(project, decks(project))
    names = sorted(p.name for p in pictures_folder(project).iterdir())
    assert names == ["1-dark.webp", "1-light.webp"]


def test_progress_is_told_after_each_picture(project: Project) -> None:
    told: list[int] = []
    draw_pictures(project, decks(project), lambda: told.append(1))
    assert len(told) == 2


def test_writing_the_deck_makes_it_current(project: Project) -> None:
    (project.slides / "gold.toml").write_text("", encoding="utf-8")
    done = write_deck(project, Console(quiet=True))
    assert done == "1 slides, 2 pictures drawn"
    assert check_deck(project) == []
