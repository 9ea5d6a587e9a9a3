"""A term is marked once, where it helps, and leads to its definition."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from markdown import Markdown

from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.extensions.glossary.entries import (
    Entry,
    entries_of,
    parse,
    plural,
)
from lecture_site.pages.reader import read_pages
from small_site import change

ROOT = Path(__file__).resolve().parents[3]
GLOSSARY = """\
# Glossary

Any batch before the first letter.

## B

Batch
:   Some samples.

Batch normalisation
BatchNorm
:   A layer that shifts and scales.
    See [there](page.md), with $x$.

## L

Loss
Loss function
:   How wrong "it" is.

Recall (of a classifier)
:   The share that was found.

Unit
Neuron
:   A weighted sum.
"""

Render = Callable[[str], BeautifulSoup]


@pytest.fixture
def render(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Render:
    """Return a renderer of pages beside the small glossary."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/glossary.md").write_text(GLOSSARY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    def to_soup(markdown: str) -> BeautifulSoup:
        extensions = [
            "admonition",
            "attr_list",
            "def_list",
            "tables",
            "toc",
            "pymdownx.arithmatex",
            "pymdownx.blocks.caption",
            "pymdownx.details",
            "pymdownx.superfences",
            "lecture_site.extensions.glossary.extension",
        ]
        html = Markdown(extensions=extensions).convert(markdown)
        return BeautifulSoup(html, "html.parser")

    return to_soup


def marked(soup: BeautifulSoup) -> list[str]:
    return [link.get_text() for link in soup.select("a.term")]


def test_a_term_leads_to_its_definition_and_shows_its_first_sentence(
    render: Render,
) -> None:
    (link,) = render("Use BatchNorm in between.").select("a.term")
    assert link["href"] == "glossary.md#batch-normalisation"
    assert link["title"] == "A layer that shifts and scales."
    assert link.get_text() == "BatchNorm"


def test_quotation_marks_of_a_definition_stay_in_the_tooltip(
    render: Render,
) -> None:
    (link,) = render("The loss falls.").select("a.term")
    assert link["title"] == 'How wrong "it" is.'


def test_only_the_first_occurrence_is_marked(render: Render) -> None:
    soup = render("The loss falls.\n\nThe loss function and the loss rise.")
    (link,) = soup.select("a.term")
    assert isinstance(link.parent, Tag)
    assert link.parent.get_text() == "The loss falls."


def test_the_longest_name_wins(render: Render) -> None:
    assert marked(render("After batch normalisation it works.")) == [
        "batch normalisation"
    ]


def test_a_name_may_run_over_a_line_break(render: Render) -> None:
    assert marked(render("After batch\nnormalisation it works.")) == [
        "batch\nnormalisation"
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Losses fall.", ["Losses"]),
        ("Many batches came.", ["batches"]),
        ("Some units die.", ["units"]),
        ("A mini-batch came.", []),
        ("A batch-wise mean.", []),
        ("A lossy format.", []),
        ("It has LOSS in capitals.", []),
        ("Recall what we said.", []),
    ],
)
def test_whole_words_and_plurals_are_found(
    text: str, found: list[str], render: Render
) -> None:
    assert marked(render(text)) == found


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("batch", "batches"),
        ("loss", "losses"),
        ("weight", "weights"),
        ("non-linearity", "non-linearities"),
        ("decay", "decays"),
        ("local minimum", "local minima"),
    ],
)
def test_plurals(name: str, expected: str) -> None:
    assert plural(name) == expected


SILENT = {
    "heading": "## The loss",
    "code": "Call `loss` here.",
    "fence": "```text\nloss\n```",
    "link": "See [the loss](page.md) there.",
    "formula": "It is $loss$.",
    "display formula": "$$\nloss\n$$",
    "table": "| a |\n|---|\n| the loss |",
    "title of a note": '!!! note "The loss"\n    Nothing.',
    "title of a closed box": '??? note "The loss"\n    Nothing.',
    "closed box": "??? note\n    The loss falls.",
    "name that is defined": "The loss\n:   Nothing.",
    "image": "![the loss](loss.svg)",
    "caption": "![](a.svg)\n/// figure-caption\nSo the loss falls.\n///",
    "references": "## References\n\n- On the loss of units.",
}


@pytest.mark.parametrize("place", SILENT)
def test_it_is_never_marked_where_it_would_disturb(
    place: str, render: Render
) -> None:
    soup = render(f"{SILENT[place]}\n")
    assert marked(soup) == []


LOUD = {
    "paragraph": "So the loss falls.",
    "list": "- so the loss falls",
    "nested list": "- one\n\n    - so the loss falls",
    "open note": "!!! note\n    So the loss falls.",
    "definition": "Thing\n\n:   So the loss falls.",
    "part of a bold sentence": "**So the loss falls.**",
    "after code": "With `x` the loss falls.",
}


@pytest.mark.parametrize("place", LOUD)
def test_it_is_marked_in_running_text(place: str, render: Render) -> None:
    assert marked(render(LOUD[place])) == ["loss"]


def test_marking_changes_no_word(render: Render) -> None:
    text = "Many *small* batches of the **first** kind lower a loss in `x`."
    soup = render(text)
    assert marked(soup) == ["batches", "loss"]
    assert soup.get_text() == text.replace("*", "").replace("`", "")


@pytest.mark.parametrize(
    "text", ["The **loss** is new.", "This *loss function* is new."]
)
def test_a_term_explained_on_the_page_is_not_marked_from_there_on(
    text: str, render: Render
) -> None:
    assert marked(render(f"{text}\n\nThe loss falls.")) == []
    assert marked(render(f"The loss falls.\n\n{text}")) == ["loss"]


def test_marks_keep_a_distance(render: Render) -> None:
    assert marked(render("A batch loss of a single unit.")) == [
        "batch",
        "unit",
    ]
    assert marked(render("On the [last page](page.md) loss fell.")) == []
    assert marked(render("A loss [as on the last page](page.md).")) == []


def test_a_term_passed_over_is_marked_at_its_next_place(
    render: Render,
) -> None:
    soup = render("A batch loss.\n\nSo the loss falls.")
    assert marked(soup) == ["batch", "loss"]


def test_a_link_written_by_hand_gets_the_tooltip(render: Render) -> None:
    link = "[recall](glossary.md#recall-of-a-classifier)"
    (term,) = render(f"Its {link} is high.").select("a.term")
    assert term["title"] == "The share that was found."


def test_a_link_to_an_unknown_term_is_refused(render: Render) -> None:
    with pytest.raises(ProblemError, match=r"no term for .*#recal.*nearest"):
        render("Its [recall](glossary.md#recal-of-a-classifier).")


def test_an_abbreviation_explained_on_a_page_is_refused(
    render: Render,
) -> None:
    with pytest.raises(ProblemError, match="'MLP' is explained on the page"):
        render("An MLP.\n\n*[MLP]: multi-layer perceptron")


def test_without_a_glossary_nothing_is_marked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    html = Markdown(
        extensions=["lecture_site.extensions.glossary.extension"]
    ).convert("The loss.")
    assert html == "<p>The loss.</p>"


BAD = {
    "the same name": (
        "Batch\n:   One.\n\nBatch\n:   Two.",
        "docs/glossary.md:6: 'Batch' is already explained in line 3",
    ),
    "a plural that is a name": (
        "Batch\n:   One.\n\nPart\nBatches\n:   Two.",
        "docs/glossary.md:6: 'Batches' is already explained in line 3",
    ),
    "no definition": (
        "Batch\n\nLoss\n:   One.",
        "docs/glossary.md:3: 'Batch' has no definition",
    ),
    "empty definition": (
        "Batch\n:   ",
        "docs/glossary.md:3: 'Batch' has no definition",
    ),
    "no name": (":   One.", "docs/glossary.md:3: a definition has no name"),
    "long tooltip": (
        f"Batch\n:   {'x' * 161}",
        "docs/glossary.md:4: the first sentence of 'Batch' has 161 characters",
    ),
    "formula in the tooltip": (
        "Batch\n:   The $x$.",
        "docs/glossary.md:4: the first sentence of 'Batch' has markup",
    ),
    "link in the tooltip": (
        "Batch\n:   See [there](page.md).",
        "docs/glossary.md:4: the first sentence of 'Batch' has markup",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_entry_is_refused_with_its_line(name: str) -> None:
    text, complaint = BAD[name]
    with pytest.raises(ProblemError) as raised:
        parse(f"## B\n\n{text}\n")
    assert str(raised.value).startswith(complaint)
    assert "Remedy: " in str(raised.value)


def with_glossary(site: Project, text: str) -> Project:
    (site.docs / "glossary.md").write_text(text, encoding="utf-8")
    change(
        site, "mkdocs.yml", "  - page.md\n", "  - page.md\n  - glossary.md\n"
    )
    (site.snippets / "page" / "prints_three.out").write_text("3\n")
    return site


def test_anchors_exist_when_a_site_is_built(small_site: Project) -> None:
    site = with_glossary(small_site, GLOSSARY)
    change(site, "docs/index.md", "See", "A batch of units. See")
    reading = read_pages(site)
    assert [p for p in reading.problems if "glossary" in str(p)] == []
    start = BeautifulSoup(reading.html["docs/index.md"], "html.parser")
    (link,) = start.select("a.term")
    assert link["href"] == "glossary/#batch"
    page = BeautifulSoup(reading.html["docs/glossary.md"], "html.parser")
    ids = [name.get("id") for name in page.select("dt")]
    assert [name for name in ids if name] == [
        "batch",
        "batch-normalisation",
        "loss",
        "recall-of-a-classifier",
        "unit",
    ]
    assert page.select("a.term") == []


def test_a_bad_glossary_ends_the_build(small_site: Project) -> None:
    site = with_glossary(small_site, GLOSSARY.replace("Neuron", "Batches"))
    found = {str(problem) for problem in read_pages(site).problems}
    expected = "docs/glossary.md:24: 'Batches' is already explained in line 7"
    assert any(message.startswith(expected) for message in found), found


def real() -> tuple[Entry, ...]:
    return entries_of(Project(ROOT))


def test_the_glossary_is_in_alphabetical_order() -> None:
    names = [entry.names[0].casefold() for entry in real()]
    assert names == sorted(names)


def test_every_entry_stands_under_its_letter() -> None:
    lines = (ROOT / "docs/glossary.md").read_text("utf-8").splitlines()
    for entry in real():
        before = reversed(lines[: entry.line])
        letter = next(line for line in before if line.startswith("## "))
        assert letter == f"## {entry.names[0][0].upper()}", entry


def test_every_definition_is_made_of_sentences() -> None:
    lines = (ROOT / "docs/glossary.md").read_text("utf-8").splitlines()
    sentences = [
        line.removeprefix(":").strip()
        for line in lines
        if line.startswith((":", "    "))
    ]
    unfinished = [s for s in sentences if not re.search(r"\.$|\?\]\(.*\)$", s)]
    assert unfinished == []
