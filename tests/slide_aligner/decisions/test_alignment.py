from pathlib import Path

import pytest

from slide_aligner.decisions.align import align
from slide_aligner.decisions.relatedness import relatedness
from slide_aligner.documents import Deck, Link, Notes, Slide
from slide_aligner.features.aliases import shipped_aliases
from slide_aligner.links.links_file import DeckRecord, LinksFile, write_links
from slide_aligner.links.pins import Pin
from slide_aligner.model.build_ups import build_ups
from slide_aligner.notes.markdown import notes_of_text

TOPICS = {
    "Sheep": "wool shepherd lamb pasture shearing fleece grazing ewe",
    "Ships": "harbour anchor sail captain mast rudder voyage deck cargo",
    "Bread": "flour yeast oven dough crust baker kneading loaf rising",
    "Stars": "telescope galaxy light constellation nebula orbit planet",
    "Music": "violin melody orchestra rhythm harmony concert chord piano",
}


def story(topic: str) -> str:
    words = TOPICS[topic].split()
    return (
        f"We speak of {words[0]} and {words[1]} for a while. The {words[2]} "
        f"{words[3]} comes before the {words[4]} {words[5]}, and every "
        f"{words[6]} is next to its {words[1]} {words[2]}."
    )


def slide(number: int, topic: str, n_pictures: int = 0) -> Slide:
    words = TOPICS[topic].split()
    lines = [topic, f"{words[0]} and {words[1]}", f"{words[2]} {words[3]}"]
    lines += [
        f"{words[4]} {words[5]}",
        f"{words[6]}",
        f"{words[1]} {words[2]}",
    ]
    return Slide(number, topic, "\n".join(lines), n_pictures)


def deck(*topics: str) -> Deck:
    return Deck("deck", tuple(slide(i, t) for i, t in enumerate(topics, 1)))


def notes(*topics: str, name: str = "notes.md") -> Notes:
    text = "\n\n".join(f"## {t}\n\n{story(t)}" for t in topics)
    return notes_of_text(text, name)


def shown(links: list[Link]) -> dict[str, int | None]:
    return {link.heading: link.show for link in links}


def test_every_section_gets_its_slide() -> None:
    links = align([notes(*TOPICS)], deck(*TOPICS))
    assert list(shown(links).values()) == [1, 2, 3, 4, 5]
    assert all(link.confidence > 0.5 for link in links)


def test_a_section_may_go_back() -> None:
    order = [*TOPICS, "Sheep"]
    links = align([notes(*order)], deck(*TOPICS))
    assert [link.show for link in links] == [1, 2, 3, 4, 5, 1]


def test_the_evidence_names_words_and_title() -> None:
    links = align([notes(*TOPICS)], deck(*TOPICS))
    bread = links[2].evidence
    assert bread.title == "Bread"
    assert set(bread.words) & {"flour", "yeast", "dough", "oven", "bread"}


def test_a_skipped_heading_gets_no_slide() -> None:
    links = align([notes(*TOPICS)], deck(*TOPICS), skip=["bread"])
    assert links[2].decision == "skip"
    assert links[2].slides == ()
    assert "heading" in links[2].reason


def test_references_are_skipped_without_being_asked() -> None:
    text = f"## Sheep\n\n{story('Sheep')}\n\n## References\n\n{story('Ships')}"
    links = align([notes_of_text(text, "n.md")], deck(*TOPICS))
    assert [link.decision == "skip" for link in links] == [False, True]


def test_a_generic_heading_counts_as_the_one_above_it() -> None:
    text = f"# Music\n\n{story('Music')}\n\n## Ships\n\n{story('Music')}"
    page = [notes_of_text(text, "n.md")]
    links = align(page, deck(*TOPICS), generic=["Ships"])
    assert [link.show for link in links] == [5, 5]
    assert links[1].evidence.title == "Music"


def test_a_heading_without_text_speaks_with_the_sections_below() -> None:
    text = f"# All\n\n## Stars\n\n{story('Stars')}\n\n### Orbit\n\n### Empty\n"
    links = align([notes_of_text(text, "n.md")], deck(*TOPICS))
    assert links[0].show == 4
    assert links[3].show is None
    assert "no text" in links[3].reason


def test_a_deck_of_another_lecture_matches_nothing() -> None:
    own = notes("Sheep", "Ships", "Bread", "Stars")
    long = Notes(own.name, own.sections * 12)
    other = Deck(
        "other",
        tuple(
            Slide(
                i,
                f"Topic{i}",
                "\n".join(f"z{i}{c}a q{c}{i}b" for c in "abcdefgh"),
            )
            for i in range(1, 20)
        ),
    )
    links = align([long], other)
    assert {link.decision for link in links} == {"skip"}
    assert all("another lecture" in link.reason for link in links)
    assert relatedness([long], other) == 0
    assert relatedness([notes(*TOPICS)], deck(*TOPICS)) > 0.1


def test_a_pin_stands() -> None:
    pins = [
        Pin("notes.md", "bread", "deck", (5,)),
        Pin("notes.md", "stars", "deck", ()),
        Pin("notes.md", "sheep", "another", (1,)),
    ]
    links = align([notes(*TOPICS)], deck(*TOPICS), pins=pins)
    assert (links[2].show, links[2].decision, links[2].pinned) == (
        5,
        "insert",
        True,
    )
    assert (links[3].show, links[3].decision, links[3].pinned) == (
        None,
        "skip",
        True,
    )
    assert not links[0].pinned


def test_of_slides_that_build_up_the_most_complete_is_shown() -> None:
    whole = slide(3, "Ships")
    part = Slide(2, "Ships", "\n".join(whole.text.splitlines()[:4]))
    slides = (slide(1, "Sheep"), part, whole, slide(4, "Bread"))
    assert list(build_ups(slides, shipped_aliases())) == [0, 2, 2, 3]
    links = align([notes("Sheep", "Ships", "Bread")], Deck("deck", slides))
    assert links[1].show == 3
    assert links[1].slides == (2, 3)


def test_of_equal_slides_the_one_with_a_picture_is_shown() -> None:
    slides = (
        slide(1, "Sheep"),
        Slide(2, "Ships", slide(2, "Ships").text),
        Slide(3, "Ships ahoy", slide(2, "Ships").text, n_pictures=1),
    )
    import numpy as np

    from slide_aligner.decisions.align import _preferred

    assert _preferred(np.array([0.1, 0.46, 0.44]), slides) == 2
    assert _preferred(np.array([0.1, 0.6, 0.3]), slides) == 1


def test_several_files_share_a_deck() -> None:
    first = notes("Sheep", "Ships", name="a.md")
    second = notes("Bread", "Stars", "Music", name="b.md")
    links = align([first, second], deck(*TOPICS))
    assert [(link.notes, link.show) for link in links] == [
        ("a.md", 1),
        ("a.md", 2),
        ("b.md", 3),
        ("b.md", 4),
        ("b.md", 5),
    ]


def test_notes_without_a_heading_are_one_section() -> None:
    links = align([notes_of_text(story("Bread"), "n.md")], deck(*TOPICS))
    assert [(link.section, link.show) for link in links] == [("", 3)]


@pytest.mark.parametrize("text", ["", "\n\n", "<!-- nothing -->"])
def test_empty_notes_give_no_links(text: str) -> None:
    assert align([notes_of_text(text, "n.md")], deck(*TOPICS)) == []


def test_other_scripts_are_matched_too() -> None:
    slides = (
        Slide(1, "感知机", "感知机 线性分类 权重 偏置"),
        Slide(2, "反向传播", "反向传播 链式法则 梯度"),
        Slide(3, "الشبكات العصبية", "الشبكات العصبية الطبقات المخفية"),
    )
    text = (
        "## 一\n\n感知机用权重和偏置做线性分类。\n\n"
        "## 二\n\n链式法则给出梯度,这就是反向传播。\n\n"
        "## ثلاثة\n\nتتكون الشبكات العصبية من الطبقات المخفية.\n"
    )
    links = align([notes_of_text(text, "n.md")], Deck("deck", slides))
    assert [link.show for link in links] == [1, 2, 3]


def test_a_script_in_a_title_stays_text() -> None:
    title = "<script>alert(1)</script> Ships"
    slides = (
        slide(1, "Sheep"),
        Slide(2, title, f"{title}\n{slide(2, 'Ships').text}"),
    )
    text = f"## {title}\n\n{story('Ships')}"
    links = align([notes_of_text(text, "n.md")], Deck("deck", slides))
    assert links[0].show == 2


def test_thousands_of_headings_are_decided_on() -> None:
    text = "\n\n".join(f"## Part {i}\n\n{story('Bread')}" for i in range(3000))
    links = align([notes_of_text(text, "n.md")], deck(*TOPICS))
    assert len(links) == 3000


def test_the_same_notes_give_the_same_bytes(tmp_path: Path) -> None:
    written = []
    for name in ("a.json", "b.json"):
        links = align([notes(*TOPICS)], deck(*TOPICS))
        record = DeckRecord("deck", "deck.pdf", "0" * 64, 5)
        write_links(tmp_path / name, LinksFile.of([record], links))
        written.append((tmp_path / name).read_bytes())
    assert written[0] == written[1]
