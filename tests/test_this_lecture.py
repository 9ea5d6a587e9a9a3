"""What the machinery names of this lecture is there; no other has it."""

from pathlib import Path

from lecture_site.basics.project import Project
from lecture_site.other_processors.arm.batches import HEAVY, batches

ROOT = Path(__file__).resolve().parents[1]


def test_heavy_products_come_last_and_exist() -> None:
    found = batches(Project(ROOT))
    heavy = [any(word in str(b.source) for word in HEAVY) for b in found]
    assert heavy == sorted(heavy)
    assert {batch.kind for batch in found[: heavy.index(True)]} == {
        "listings",
        "measurements",
        "tests",
    }
    for word in HEAVY:
        assert any(word in str(batch.source) for batch in found), word


def test_the_published_name_of_the_first_lab_still_leads_on() -> None:
    table = (ROOT / "docs/redirects.toml").read_text("utf-8")
    assert '"labs/training_loop" = ' in table


def test_many_measurements_are_held_by_their_bounds() -> None:
    table = (ROOT / "measured.json").read_text("utf-8")
    assert table.count('"seeds": [') > 200


def test_every_page_after_the_first_begins_with_a_warm_up() -> None:
    pages = (path.read_text("utf-8") for path in ROOT.glob("docs/*.md"))
    opened = [text for text in pages if '<div class="opening"' in text]
    asking = [text for text in opened if "Warm up with three" in text]
    assert len(asking) == len(opened) - 1 >= 12
