"""A page describes modules: all that is said of them, and how it is held."""

import re

import pytest
from bs4 import BeautifulSoup, Tag

from lecture_site.basics.project import Project
from lecture_site.extensions.reference.extension import NOTHING_YET
from lecture_site.pages.reader import Reading, read_pages
from small_site import change
from tea import write_tea

NAV = "  - how_this_site_is_checked.md\n"
POT = "Pots hold it.\n\n::: tea/pot.py\n"


@pytest.fixture
def site(small_site: Project) -> Project:
    """Return a small site with a page for each module, one in a folder."""
    write_tea(small_site)
    (small_site.docs / "page.md").write_text("# Page\n", encoding="utf-8")
    (small_site.docs / "tea").mkdir()
    for name, text in (
        ("tea/pots", f"# Pots\n\n{POT}"),
        ("water", "# Water\n\n::: tea/water.py\n"),
    ):
        path = small_site.docs / f"{name}.md"
        path.write_text(text, encoding="utf-8")
        change(small_site, "mkdocs.yml", NAV, f"{NAV}  - {name}.md\n")
    return small_site


def problems(site: Project) -> list[str]:
    return list(map(str, read_pages(site).problems))


def entry(reading: Reading, page: str, name: str) -> str:
    """Return what stands between the heading of an entry and the next."""
    soup = BeautifulSoup(reading.html[f"docs/{page}.md"], "html.parser")
    heading = soup.find(id=name)
    assert isinstance(heading, Tag)
    parts = [str(heading)]
    for part in heading.next_siblings:
        if isinstance(part, Tag) and part.name in ("h2", "h3"):
            break
        parts.append(str(part))
    return "".join(parts)


def text(html: str) -> str:
    apart = re.sub(r"(</?(?:dd|dt|summary|details|div)\b)", r" \1", html)
    return " ".join(BeautifulSoup(apart, "html.parser").text.split())


def test_an_entry_says_all_that_its_docstring_says(site: Project) -> None:
    reading = read_pages(site)
    assert list(map(str, reading.problems)) == []
    said = entry(reading, "water", "tea.water.boil")
    words = text(said)
    assert words.startswith(
        "boil¶ boil(amount: Litres, *, degrees: float = 1e2) -> Litres "
        "Return what is left of V after boiling."
    )
    assert "amount as *it* is; see numpy.exp." in words
    assert "Parameters amount float, in litres At least 0. degrees" in words
    assert "Returns float, at least 0 Raises ValueError If it is c" in words
    assert "References Carnot, “Fire”" in words.replace('"Fire"', "“Fire”")
    assert "Code src/tea/water.py, lines 13 to 40" in words
    assert "return amount - _lost(degrees)" in words
    assert "Held by 5 tests tests/tea/test_water.py it boils a h" in words
    assert said.count("<math") == 2
    for address in (
        *(
            "#tea.water.Litres",
            "#tea.water.d_boil",
            "../tea/pots/#tea.pot.Pot.fill",
        ),
        *("https://arxiv.org/abs/1412.6980", "https://doi.org/10.1000/182"),
        "https://example.org/fire",
    ):
        assert f'href="{address}' in said, address


def test_a_module_begins_with_its_words_and_ends_with_the_rest(
    site: Project,
) -> None:
    said = entry(reading := read_pages(site), "water", "tea.water")
    assert text(said) == "tea.water¶ Water boils. It takes its time."
    last = text(entry(reading, "water", "tea.water.d_boil"))
    assert "What else stands in water.py from typing import" in last
    value = text(entry(reading, "tea/pots", "tea.pot.COLOUR"))
    assert value == 'COLOUR¶ COLOUR = "blue"'


def test_a_parameter_may_be_explained_beside_it(site: Project) -> None:
    words = text(entry(read_pages(site), "water", "tea.water.d_boil"))
    assert "amount float, in litres As of boil. cups int Code" in words


def test_what_the_types_say_is_not_said_again(site: Project) -> None:
    words = text(entry(read_pages(site), "tea/pots", "tea.pot.close"))
    assert words.startswith(
        "close¶ close(lid: Lid) -> None Put a lid on it. Code src/tea/pot.py"
    )


def test_a_class_has_its_attributes_and_its_methods(site: Project) -> None:
    reading = read_pages(site)
    vessel = text(entry(reading, "tea/pots", "tea.pot.Vessel"))
    assert "size float In litres. *more int name str **rest Not" in vessel
    assert (
        "Attributes is_full bool Whether nothing more fits. weight" in vessel
    )
    said = entry(reading, "tea/pots", "tea.pot.Pot")
    assert "Attributes size, weight float In litres and grams. Me" in text(
        said
    )
    assert 'id="tea.pot.Pot.fill"' in said
    assert "fill(amount: Litres) -> Litres Pour it in. Param" in text(said)
    assert 'href="../../water/#tea.water.Litres"' in said
    assert "_hidden" not in text(vessel).partition("Code")[0]


def test_a_whole_package_is_described_at_once(site: Project) -> None:
    change(site, "docs/water.md", "tea/water.py", "tea")
    change(site, "docs/tea/pots.md", POT, "See [it](../water.md#tea.pot).")
    reading = read_pages(site)
    assert list(map(str, reading.problems)) == []
    html = reading.html["docs/water.md"]
    assert 'id="tea.pot.Pot"' in html
    assert 'id="tea.water.boil"' in html


def test_an_empty_package_says_so(site: Project) -> None:
    (site.sources / "cake").mkdir()
    (site.sources / "cake/__init__.py").write_text('"""Cake."""\n')
    change(site, "docs/water.md", "tea/water.py", "cake")
    assert NOTHING_YET in read_pages(site).html["docs/water.md"]


@pytest.mark.parametrize(
    "what", ["tea/milk.py", "milk", "milk/cow.py", "tea/__init__.py"]
)
def test_a_module_that_there_is_not_is_told(what: str, site: Project) -> None:
    change(site, "docs/water.md", "tea/water.py", what)
    (first, *_) = problems(site)
    assert first.startswith(
        f"docs/water.md:3: there is no module '{what}' that offers something"
    )


def test_a_docstring_that_is_not_whole_is_told(site: Project) -> None:
    change(site, "src/tea/water.py", '    """Return 1."""\n', "")
    (first, *_) = problems(site)
    assert first.startswith("src/tea/water.py:46: d_boil has no docstring")


def test_in_a_fence_it_is_only_shown(site: Project) -> None:
    example = "```text\n::: tea/nothing.py\n```\n\n::: tea/water.py"
    change(site, "docs/water.md", "::: tea/water.py", example)
    assert problems(site) == []


def test_numbers_of_the_code_are_no_results(site: Project) -> None:
    change(site, "src/tea/water.py", "Return 1.", "Return 3.14159 of 97 %.")
    assert problems(site) == []
    change(site, "docs/water.md", "# Water", "# Water\n\nIt is 97 % wet.")
    assert "is typed by hand" in problems(site)[0]


def test_nobody_types_what_looks_like_an_entry(site: Project) -> None:
    typed = '# Water\n\n<div class="of-the-code">97.5</div>'
    change(site, "docs/water.md", "# Water", typed)
    assert "only the build gives the class 'of-the-code'" in problems(site)[0]
