"""What the build says of the matching is what the kept files say."""

import json
from pathlib import Path

import pytest

from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.slides.facts import slide_facts
from lecture_site.slides.links import links_path
from linked_site import add_links, entry

PROJECT = Project(Path(__file__).resolve().parents[3])
JUDGED = {"first-part": [1, 2], "second-part": [3], "third-part": []}


@pytest.fixture
def judged(small_site: Project) -> Project:
    """Return a site of three sections, of which two should have a slide."""
    small_site.slides.mkdir()
    gold = [
        {"notes": "page.md", "section": section, "slides": slides}
        for section, slides in JUDGED.items()
    ]
    path = small_site.slides / "gold.json"
    path.write_text(json.dumps(gold), encoding="utf-8")
    return small_site


def test_the_facts_count_slides_sections_and_links(judged: Project) -> None:
    add_links(
        judged,
        entry("first-part", 2),
        entry("second-part", 1, decision="review"),
        entry("third-part", 1, decision="skip"),
    )
    assert slide_facts(judged) == {
        "deck_pages": 3,
        "sections": 3,
        "linked": 1,
        "own_gold_top1": 0.5,
    }


def test_a_slide_that_a_person_pinned_is_not_the_programs_merit(
    judged: Project,
) -> None:
    add_links(
        judged, entry("first-part", 2, pinned=True), entry("second-part", 3)
    )
    assert slide_facts(judged)["own_gold_top1"] == 0.5


def test_a_judged_section_without_a_link_is_not_right(judged: Project) -> None:
    add_links(judged, entry("second-part", 3))
    assert slide_facts(judged)["own_gold_top1"] == 0.5


def test_without_a_deck_there_are_no_facts(small_site: Project) -> None:
    assert slide_facts(small_site) is None


def test_without_gold_the_share_of_right_slides_is_unknown(
    small_site: Project,
) -> None:
    add_links(small_site, entry("first-part", 2))
    assert slide_facts(small_site)["own_gold_top1"] is None


def test_links_that_make_no_sense_are_named(judged: Project) -> None:
    add_links(judged, entry("first-part", 9))
    with pytest.raises(ProblemError, match=r"slide_links\.json"):
        slide_facts(judged)


def test_nearly_every_section_of_the_lecture_gets_its_slide() -> None:
    facts = slide_facts(PROJECT)
    assert facts["own_gold_top1"] >= 0.97
    assert facts["sections"] >= 200
    assert facts["linked"] >= 60


def test_administrative_slides_belong_to_no_section() -> None:
    kept = json.loads(links_path(PROJECT).read_text(encoding="utf-8"))
    drawn = kept["slides_without_section"]["lecture"]
    assert len(drawn) == 3  # the title, and both administrative ones
