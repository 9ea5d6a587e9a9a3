"""Every page says of itself what no other page says."""

import json
from pathlib import Path

import pytest
from PIL import Image

from lecture_site.finishing.built_site import BuiltSite

SITE = Path(__file__).resolve().parents[1] / "site"


@pytest.fixture(scope="module")
def heads() -> dict:
    """Return each page of the built site, but for redirects."""
    if not (SITE / "index.html").is_file():
        pytest.fail("no site to look at: run `make site` first", pytrace=False)
    return {
        SITE / page.name: page
        for page in BuiltSite.read(SITE).to_read
        if not page.leads_on
    }


def test_all_pages_are_looked_at(heads: dict) -> None:
    folders = {path.parent.relative_to(SITE).as_posix() for path in heads}
    assert {".", "backpropagation", "labs/twenty_layers"} <= folders
    assert len(heads) >= 23


def test_titles_differ_and_name_the_lecture(heads: dict) -> None:
    titles = {
        path: page.tree.css_first("head > title").text()
        for path, page in heads.items()
    }
    assert len(set(titles.values())) == len(titles)
    for path, title in titles.items():
        assert "Neural networks" in title, path
        assert len(title) <= 65, path


def test_descriptions_differ_and_fit_a_list_of_results(heads: dict) -> None:
    texts = {path: page.meta("description") for path, page in heads.items()}
    assert len(set(texts.values())) == len(texts)
    for path, text in texts.items():
        assert 50 <= len(text) <= 160, path
        assert not set("<>*`$[]{}") & set(text), path
        assert heads[path].meta("og:description") == text


def test_every_page_has_its_card_in_the_size_that_is_asked_for(
    heads: dict,
) -> None:
    cards = set()
    for path, page in heads.items():
        image = (path.parent / page.meta("og:image")).resolve()
        with Image.open(image) as card:
            assert card.size == (1200, 630), path
        cards.add(image.read_bytes())
    assert len(cards) == len(heads)


def test_machines_are_told_what_a_page_is(heads: dict) -> None:
    for path, page in heads.items():
        (script,) = page.tree.css("script[type='application/ld+json']")
        facts = json.loads(script.text())
        assert facts["@type"] in {"LearningResource", "Course"}
        assert facts["description"] == page.meta("description"), path
    page = heads[SITE / "backpropagation" / "index.html"]
    (script,) = page.tree.css("script[type='application/ld+json']")
    assert "Chain rule" in json.loads(script.text())["teaches"]


@pytest.mark.parametrize(
    ("name", "pixels"),
    [("icon-192", 192), ("icon-512", 512), ("apple-touch-icon", 180)],
)
def test_icons_fill_their_square_of_paper(
    name: str, pixels: int, heads: dict
) -> None:
    assert heads
    with Image.open(SITE / f"assets/icons/{name}.png") as picture:
        icon = picture.convert("L")
    assert icon.size == (pixels, pixels)
    drawn = icon.point(lambda grey: 255 * (grey < 200)).getbbox()
    assert drawn
    assert 0.6 * pixels < drawn[2] - drawn[0] < 0.8 * pixels  # a safe circle


def test_the_page_that_is_not_there_is_not_listed() -> None:
    lost = BuiltSite.read(SITE).by_name["404.html"]
    assert lost.meta("robots") == "noindex"
