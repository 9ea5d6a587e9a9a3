"""The pages of the real site show only what runs."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Comment
from fontTools.ttLib import TTFont
from pytest_codeblocks.main import extract_from_file

from lecture_site.basics.configuration import pages_in_order
from lecture_site.basics.project import Project
from lecture_site.extensions.glossary.entries import entries_of
from lecture_site.facts import facts
from lecture_site.notebooks.pages import page_notebooks
from lecture_site.pages.expanded import write_expanded_pages
from lecture_site.pages.reader import Reading, read_pages
from lecture_site.products.listings import find_listing

ROOT = Path(__file__).resolve().parents[1]
PROJECT = Project(ROOT)
TEACH_NOTHING_NEW = {"docs/summary.md", "docs/how_slides_are_matched.md"}
FONT = ROOT / "docs/assets/fonts/stix-two-math-subset.woff2"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_pages(PROJECT)


@pytest.fixture(scope="module")
def soups(reading: Reading) -> dict[str, BeautifulSoup]:
    """Return every page as a tree, which takes long to make."""
    return {
        page: BeautifulSoup(html, "html.parser")
        for page, html in reading.html.items()
    }


def test_the_renderer_has_nothing_to_complain_about(reading: Reading) -> None:
    assert list(map(str, reading.problems)) == []


def test_every_page_in_the_docs_is_read(reading: Reading) -> None:
    pages = {PROJECT.relative(path) for path in PROJECT.docs.rglob("*.md")}
    assert set(reading.html) == pages


def test_shown_is_run_and_excused(reading: Reading) -> None:
    excused = [block for block in reading.python_blocks if block.excuse]
    run = [
        block
        for block in reading.python_blocks
        if find_listing(block.source, PROJECT)
    ]
    assert len(reading.python_blocks) == len(run) + len(excused)
    assert run


def test_pytest_codeblocks_collects_all_that_is_run(
    reading: Reading, tmp_path: Path
) -> None:
    folder = tmp_path / "expanded"
    write_expanded_pages(reading, PROJECT, folder)
    for page in reading.html:
        run = [
            block.source.rstrip("\n")
            for block in reading.python_blocks
            if block.page == page and not block.excuse
        ]
        path = folder / Path(page).relative_to("docs")
        blocks = extract_from_file(path) if path.exists() else []
        collected = [b.code.rstrip("\n") for b in blocks]
        assert len(collected) == len(run), page
        for code, source in zip(collected, run, strict=True):
            assert code.endswith(source), page


def test_no_page_shows_code_in_any_other_way(
    soups: dict[str, BeautifulSoup],
) -> None:
    for page, soup in soups.items():
        others = [
            block
            for block in soup.find_all("pre")
            if not block.has_attr("data-block")
            and not block.find_parent(class_=["of-the-code", "exercise"])
        ]
        assert others == [], page


def test_a_notebook_has_every_program_of_its_page_in_order(
    reading: Reading,
) -> None:
    notebooks = page_notebooks(reading, PROJECT)
    assert notebooks
    for notebook in notebooks:
        shown = [
            find_listing(block.source, PROJECT)
            for block in reading.python_blocks
            if block.page == notebook.page and not block.excuse
        ]
        programs = [one for one in shown if one and not one.section]
        assert notebook.listings == programs, notebook.page


def test_prose_of_notebooks_has_only_formulas_of_its_page(
    reading: Reading,
) -> None:
    for notebook in page_notebooks(reading, PROJECT):
        tasks = (PROJECT.exercises / notebook.name).glob("*.py")
        texts = [path.read_text("utf-8") for path in tasks]
        told = [reading.markdown[notebook.page], *texts]
        page = "".join("".join(told).split())
        prose = [cell.source for cell in notebook.cells if not cell.is_code]
        found = re.findall(r"\$\$.+?\$\$|\$[^$]+\$", "\n".join(prose), re.S)
        for formula in found:
            if "```" not in formula:
                assert "".join(formula.split()) in page


def test_an_excuse_is_a_reason(reading: Reading) -> None:
    for block in reading.python_blocks:
        if block.excuse:
            assert len(block.excuse.split()) >= 3, block


def test_every_sign_of_every_formula_is_in_the_font(
    soups: dict[str, BeautifulSoup],
) -> None:
    known = set(TTFont(FONT).getBestCmap())
    for page, soup in soups.items():
        signs = {
            sign
            for formula in soup.find_all("math")
            for text in formula.find_all(string=True)
            if not isinstance(text, Comment)
            for sign in text
        }
        missing = {s for s in signs if ord(s) not in known and not s.isspace()}
        assert missing == set(), f"{page}: make the subset of the font anew"


def test_every_tooltip_leads_to_a_term_and_shows_its_first_sentence(
    soups: dict[str, BeautifulSoup],
) -> None:
    terms = {f"../glossary/#{e.anchor}": e for e in entries_of(PROJECT)}
    named = soups["docs/glossary.md"].select("dt")
    ids = {f"../glossary/#{name.get('id')}" for name in named}
    assert terms.keys() <= ids
    for page in (PROJECT.root / "snippets").iterdir():
        links = soups[f"docs/{page.name}.md"].select("a.term")
        assert links, page.name
        for link in links:
            assert terms[str(link["href"])].tooltip == link["title"]


def test_every_lecture_page_ends_with_questions_and_references(
    reading: Reading,
) -> None:
    for page in (PROJECT.root / "snippets").iterdir():
        html = reading.html[f"docs/{page.name}.md"]
        headings = re.findall(r'<h2 id="([^"]*)"', html)
        assert headings[-2:] == ["check-yourself", "references"], page.name


def test_every_page_that_asks_says_at_its_top_what_it_is_for(
    reading: Reading, soups: dict[str, BeautifulSoup]
) -> None:
    order = [f"docs/{name}.md" for name in pages_in_order(PROJECT)]
    teaching = [
        page
        for page in order
        if 'id="check-yourself"' in reading.html[page]
        and page not in TEACH_NOTHING_NEW
    ]
    assert teaching
    for number, page in enumerate(teaching):
        (opening,) = soups[page].select(".opening")
        assert len(opening.select("ul > li")) >= 3, page
        assert "You need" in opening.get_text(), page
        asked = opening.select(".opening > ol > li")
        answered = opening.select("details li")
        assert len(asked) == len(answered), page
        assert len(asked) in (0, 3), page
        earlier = {Path(each).stem for each in teaching[:number]}
        for answer in answered:
            (link,) = answer.select("a")
            name, _, section = str(link["href"]).partition("#")
            assert name.strip("./") in earlier, page
            assert section, page


def test_the_facts_have_the_keys_that_other_tools_rely_on(
    reading: Reading,
) -> None:
    verified = facts(reading, [], PROJECT)
    blocks = verified["blocks"]
    assert blocks["shown"] == blocks["run"] + len(blocks["excused"])
    for block in blocks["excused"]:
        assert block.keys() == {"page", "line", "reason"}
    for entry in verified["measurements"]:
        wanted = {"name", "page", "value", "low", "high", "seeds"}
        assert wanted <= entry.keys()
        assert entry["low"] <= entry["value"] <= entry["high"]
    assert {"python", "numpy", "torch", "matplotlib"} <= verified[
        "versions"
    ].keys()
    assert {"count", "cells", "pages"} == verified["notebooks"].keys()
    assert verified["snippets"] == len(list(PROJECT.snippets.rglob("*.py")))
    assert {"figures", "commit", "date", "gradients"} <= verified.keys()
