"""A section shows its slide; page sources know nothing of it."""

import pytest
from bs4 import BeautifulSoup, Tag

from lecture_site.basics.project import Project
from lecture_site.pages.reader import read_pages
from lecture_site.slides.drawn import WIDTHS, picture_paths
from lecture_site.slides.links import links_path
from linked_site import add_links, add_slides, entry
from small_site import change

NAV = "  - how_this_site_is_checked.md\n"
PAGE = """\
# Page

## First part

Few words.

## Second part

Few words.

## Third part

Few words.
"""


@pytest.fixture
def site(small_site: Project) -> Project:
    """Return a small site with three slides and a page of all slides."""
    (small_site.docs / "page.md").write_text(PAGE, encoding="utf-8")
    (small_site.docs / "slides.md").write_text("# Slides\n", encoding="utf-8")
    change(small_site, "mkdocs.yml", NAV, f"{NAV}  - slides.md\n")
    add_slides(small_site)
    add_links(
        small_site,
        entry("first-part", 2),
        entry("second-part", 2),
        entry("third-part", 3),
    )
    return small_site


def shown(project: Project, page: str = "page") -> BeautifulSoup:
    html = read_pages(project).html[f"docs/{page}.md"]
    return BeautifulSoup(html, "html.parser")


def cards(project: Project) -> list[Tag]:
    return shown(project).select(".slide-card")


def test_each_section_with_a_slide_has_a_card_below_its_heading(
    site: Project,
) -> None:
    above = [card.find_previous_sibling().get("id") for card in cards(site)]
    assert above == ["first-part", "second-part", "third-part"]


def test_a_card_has_number_title_and_three_ways(site: Project) -> None:
    card = cards(site)[0]
    assert card["aria-label"] == "Slide 2: First & foremost"
    ways = {a.get_text(): a["href"] for a in card.select("p a")}
    assert ways == {
        "Slide 2 First & foremost": "../slides/#slide-2",
        "PDF": "../slides/lecture.pdf#page=2",
        "Next slide": "../slides/#slide-3",
    }


def test_the_last_slide_has_no_next_one(site: Project) -> None:
    assert "Next slide" not in cards(site)[-1].get_text()


def test_the_same_slide_again_is_one_line_that_points_back(
    site: Project,
) -> None:
    again = cards(site)[1]
    assert again.get_text() == "Slide 2, as above"
    assert again.a["href"] == "#first-part"
    assert again.img is None


@pytest.mark.parametrize("page", ["page", "slides"])
def test_pictures_have_their_size_and_wait_until_they_are_near(
    page: str, site: Project
) -> None:
    pictures = shown(site, page).select("img")
    assert pictures
    for picture in pictures:
        width, height = int(picture["width"]), int(picture["height"])
        assert f"-{width}.webp" in picture["src"]
        assert height == width * 9 // 16
        assert picture["loading"] == "lazy"
        assert picture["alt"] == ""


def test_a_browser_may_choose_among_the_small_pictures(site: Project) -> None:
    light, dark = shown(site).select(".slide-card")[0].select("img")
    for theme, picture in (("light", light), ("dark", dark)):
        stem = f"../slides/pictures/2-{theme}"
        assert picture["src"] == f"{stem}-320.webp#only-{theme}"
        assert "srcset" not in picture.attrs  # see SMALL


def test_only_the_page_of_slides_has_large_pictures(site: Project) -> None:
    assert "-1440.webp" not in str(shown(site))
    first = shown(site, "slides").select_one("#slide-1")
    large = [img["src"] for img in first.select("img.slide-entry__large")]
    assert large == [
        f"pictures/1-{theme}-1440.webp#only-{theme}"
        for theme in ("light", "dark")
    ]


@pytest.mark.parametrize("decision", ["review", "skip"])
def test_what_the_program_is_not_sure_of_is_not_shown(
    decision: str, site: Project
) -> None:
    add_links(site, entry("first-part", 2, decision=decision))
    assert cards(site) == []


@pytest.mark.parametrize("which", range(len(WIDTHS)))
def test_a_slide_whose_picture_is_missing_is_not_shown(
    which: int, site: Project
) -> None:
    picture_paths(site, 3, "dark")[which].unlink()
    assert len(cards(site)) == 2


def test_the_page_of_slides_shows_each_with_its_sections(
    site: Project,
) -> None:
    entries = shown(site, "slides").select(".slide-entry")
    assert [e["id"] for e in entries] == ["slide-1", "slide-2", "slide-3"]
    sections = {a.get_text(): a["href"] for a in entries[1].select("div a")}
    assert sections == {
        "First part": "../page/#first-part",
        "Second part": "../page/#second-part",
        "Previous": "#slide-1",
        "Next": "#slide-3",
        "PDF": "lecture.pdf#page=2",
    }


def test_a_title_is_text_and_no_markup(site: Project) -> None:
    first = shown(site, "slides").select_one("#slide-1 a")
    assert first.get_text() == "1 The <whole> lecture"
    assert first.find("whole") is None


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"first-part"', '"gone"', "page.md has no section gone"),
        ("../page.md", "../gone.md", "there is no page gone.md"),
        ('"schema": 1', '"schema": 9', "schema"),
        ('"insert"', '"perhaps"', "perhaps"),
    ],
)
def test_links_edited_into_nonsense_are_named(
    old: str, new: str, message: str, site: Project
) -> None:
    change(site, site.relative(links_path(site)), old, new)
    problems = read_pages(site).problems
    assert problems
    assert message in str(problems[0])
    assert "docs/slides/slide_links.json" in str(problems[0])
