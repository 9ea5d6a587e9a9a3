"""Every question of the pages is a flash card, in two kinds of file."""

import csv
import io
import sqlite3
import zipfile
from pathlib import Path

import pytest

from lecture_site.basics.project import Project
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.page import Page
from lecture_site.finishing.sharing.flash_cards import (
    PACKAGE,
    TABLE,
    Card,
    as_csv,
    as_package,
    cards_of,
    write_flash_cards,
)

ASKS = """<title>A &amp; B</title><article>
<details class="question"><summary>too early</summary></details>
<h2 id="check-yourself">Check yourself</h2>
<details class="question compute"><summary><small class="question__kind">
Compute</small> Is <math><mi>x</mi></math> > 0?</summary>
<details class="tip hint"><summary>Hint</summary><p>Look.</p></details>
<details class="success answer"><summary>Answer</summary>
<p>Yes, <a href="../b/#c">see</a> <a href="../g/#t" title="A term">it</a>.</p>
<pre><code><span class="k">print</span>(1)
</code></pre></details></details>
<details class="question explain"><summary><small class="question__kind">
Explain</small> Really, “so”?</summary>No</details>
<details class="tip"><summary>none</summary></details></article>"""
CARDS = [
    Card("q, 1", "h", "<b>a</b>\nb", "compute", "P"),
    Card('"q"', "", "ä", "explain", "P"),
]


def asking(name: str = "a/index.html") -> Page:
    return Page.parse(name, ASKS)


def test_a_card_is_a_question_of_the_page() -> None:
    first, second = cards_of(asking())
    assert first.question == "Is <math><mi>x</mi></math> &gt; 0?"
    assert "<code>print(1)\n</code>" in first.answer
    assert (first.hint, first.kind) == ("<p>Look.</p>", "compute")
    assert "Hint" not in first.answer
    assert second == Card("Really, “so”?", "", "No", "explain", "A &amp; B")


def test_a_link_leads_to_the_published_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SITE_URL", "https://a.org/l/")
    card, _ = cards_of(asking())
    assert 'Yes, <a href="https://a.org/l/b/#c">see</a> it.' in card.answer
    link = "https://a.org/l/a/#check-yourself"
    assert card.page == f'<a href="{link}">A &amp; B</a>'


def test_without_an_address_no_link_is_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    card, _ = cards_of(asking())
    assert "Yes, see it." in card.answer


def test_the_page_stays_as_it_is() -> None:
    page = asking()
    before = page.html
    assert len(list(cards_of(page))) == 2
    assert page.html == before


def test_the_table_can_be_read_again() -> None:
    first, *rows = csv.reader(io.StringIO(as_csv(CARDS)))
    assert first == ["question", "hint", "answer", "kind", "page"]
    assert [Card(*row) for row in rows] == CARDS


def test_the_package_holds_the_same(tmp_path: Path) -> None:
    path = tmp_path / PACKAGE
    path.write_bytes(as_package(CARDS, "Signals"))
    with zipfile.ZipFile(path) as packed:
        packed.extract("collection.anki2", tmp_path)
    known = sqlite3.connect(tmp_path / "collection.anki2")
    notes = [flds for (flds,) in known.execute("select flds from notes")]
    assert [Card(*note.split("\x1f")) for note in notes] == CARDS
    tags = [tag.strip() for (tag,) in known.execute("select tags from notes")]
    assert tags == ["compute", "explain"]
    ((n_cards,),) = known.execute("select count(*) from cards")
    assert n_cards == len(CARDS)
    ((decks,),) = known.execute("select decks from col")
    assert '"name": "Signals"' in decks
    known.close()


def test_the_same_cards_give_the_same_file() -> None:
    assert as_package(CARDS, "A") == as_package(CARDS, "A")
    assert as_package(CARDS, "A") != as_package(CARDS[:1], "A")


def test_pages_come_in_the_order_of_the_lecture(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Signals\nextra: {short_name: S}\nnav: [b.md, a.md]\n",
        encoding="utf-8",
    )
    site = BuiltSite(tmp_path)
    for name in ("a", "b", "lab"):
        site.add(f"{name}/index.html", ASKS.replace("A &amp; B", name))
    write_flash_cards(Project(tmp_path), site)
    with (tmp_path / TABLE).open(encoding="utf-8", newline="") as file:
        pages = [row["page"] for row in csv.DictReader(file)]
    assert pages == ["b", "b", "a", "a", "lab", "lab"]
    assert (tmp_path / PACKAGE).stat().st_size > 1000


def test_a_site_that_asks_nothing_has_no_cards(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: S\n", encoding="utf-8")
    site = BuiltSite(tmp_path)
    site.add("index.html", "<h1>A</h1>")
    write_flash_cards(Project(tmp_path), site)
    assert not (tmp_path / TABLE).exists()
