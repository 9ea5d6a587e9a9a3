import json
import re
from pathlib import Path

import pytest

from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.slides.deck.compile import deck_slides
from lecture_site.slides.deck.gold import gold_json, sections
from small_deck import make_small_deck

PROJECT = Project(Path(__file__).resolve().parents[3])
GOLD = json.loads(gold_json(PROJECT))
ADMINISTRATIVE = {"exercises", "contact"}
PARTS = {s.part for s in deck_slides(PROJECT) if s.part}


def plain_headings(page: str) -> list[str]:
    text = (PROJECT.docs / page).read_text(encoding="utf-8")
    text = re.sub(r"^( *)```.*?^\1``` *$", "", text, flags=re.S | re.M)
    found = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return [re.sub(r"`|\s*\{ ?[#.].*\}", "", heading) for heading in found]


def test_every_section_of_every_lecture_page_is_judged_once() -> None:
    pages = dict.fromkeys(entry["notes"] for entry in GOLD)
    assert {page.removesuffix(".md") for page in pages} == PARTS
    for page in pages:
        judged = [e["heading"] for e in GOLD if e["notes"] == page]
        assert judged == plain_headings(page)
    named = {(entry["notes"], entry["section"]) for entry in GOLD}
    assert len(named) == len(GOLD)


def test_gold_names_slides_that_exist_with_their_titles() -> None:
    titles = {slide.number: slide.title for slide in deck_slides(PROJECT)}
    for entry in GOLD:
        assert entry["title"] == [titles[n] for n in entry["slides"]]
        assert entry["slides"] == sorted(set(entry["slides"]))


def test_administrative_slides_belong_to_no_section() -> None:
    keys = {slide.number: slide.key for slide in deck_slides(PROJECT)}
    used = {keys[number] for entry in GOLD for number in entry["slides"]}
    assert set(keys.values()) >= ADMINISTRATIVE
    assert not used & ADMINISTRATIVE


def test_every_other_slide_belongs_to_a_section() -> None:
    keys = {slide.number: slide.key for slide in deck_slides(PROJECT)}
    used = {keys[number] for entry in GOLD for number in entry["slides"]}
    assert set(keys.values()) - used == ADMINISTRATIVE | {"title"}


def test_questions_and_references_have_no_slide() -> None:
    silent = [
        entry["slides"]
        for entry in GOLD
        if entry["section"] in ("check-yourself", "references")
    ]
    assert silent == [[]] * 2 * len(PARTS)


def test_an_explicit_anchor_is_taken(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "# One `x()`\n\n```python not_run=1\n# no heading\n```\n\n"
        "## Two & three {#own}\n",
        encoding="utf-8",
    )
    assert sections(page) == [("one-x", "One x()"), ("own", "Two & three")]


@pytest.fixture
def judged(tmp_path: Path) -> Project:
    project = make_small_deck(tmp_path, "Words")
    (project.docs / "page.md").write_text("# Page\n", encoding="utf-8")
    source = project.slides / "lecture.typ"
    text = source.read_text(encoding="utf-8")
    build_up = '#build-up("run", "Run", 2, (page, from) => from(page)[Words])'
    section = '#section-slide(1, "page", "Page")[Words]'
    source.write_text(f"{text}\n{section}\n{build_up}\n", encoding="utf-8")
    return project


def judge(project: Project, text: str) -> None:
    (project.slides / "gold.toml").write_text(text, encoding="utf-8")


def test_a_build_up_stands_for_all_its_pages(judged: Project) -> None:
    judge(judged, '[page]\npage = ["run", "outline"]\n')
    (entry,) = json.loads(gold_json(judged))
    assert entry["slides"] == [1, 3, 4]
    assert entry["title"] == ["The only slide", "Run", "Run"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[page]\n", r"gold\.toml:1: page\.md has a section page"),
        ('[page]\npage = ["no"]\n', r"gold\.toml:2: the deck has no slide no"),
        ("[page]\npage = []\nold = []\n", r"gold\.toml:3: page has no old"),
        ("[page]\npage = []\n[old]\n", r"gold\.toml:3: the deck has no old"),
    ],
)
def test_a_judgement_that_fits_nothing_is_named(
    judged: Project, text: str, message: str
) -> None:
    judge(judged, text)
    with pytest.raises(ProblemError, match=message):
        gold_json(judged)
