"""The reference has all of the teaching code, as it is, with ways to it."""

import re
from pathlib import Path

import pytest

from every_function import CALLS
from lecture_site.basics.project import Project
from lecture_site.extensions.reference.code import source_of
from lecture_site.extensions.reference.held import tests_of as held_by
from lecture_site.extensions.reference.package import names_of, read_package
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.page import Node
from lecture_site.finishing.reference.entries import addresses
from lecture_site.finishing.reference.imports import imports_in

PROJECT = Project(Path(__file__).resolve().parents[1])
PACKAGE = read_package("lecture_code", PROJECT)


@pytest.fixture(scope="module")
def site() -> BuiltSite:
    if not (PROJECT.site / "index.html").is_file():
        pytest.fail("no site to look at: run `make site` first", pytrace=False)
    return BuiltSite.read(PROJECT.site)


def test_every_public_name_has_its_place(site: BuiltSite) -> None:
    named = set(names_of(PACKAGE))
    assert {f"lecture_code.{name}" for name in CALLS} <= named
    assert "lecture_code.in_torch.train" in named
    assert named == addresses(site).keys()


def test_the_code_of_an_entry_is_that_of_the_package(site: BuiltSite) -> None:
    shown = {
        str(code.attributes["data-code-of"]): text_of(code)
        for page in site.pages
        for code in page.tree.css("details[data-code-of]")
    }
    assert {f"lecture_code.{name}" for name in CALLS} <= shown.keys()
    for name, text in shown.items():
        of = PACKAGE[name.removeprefix("lecture_code.")]
        assert text == source_of(of), name


def text_of(folded: Node) -> str:
    (code,) = folded.css("pre code")
    return code.text().rstrip("\n")


def test_every_import_in_a_listing_leads_to_its_entry(site: BuiltSite) -> None:
    known, n_imports = addresses(site), 0
    for page in site.to_read:
        for code in page.tree.css("article .highlight code"):
            wanted = [
                each.name
                for each in imports_in(code.text())
                if each.name.startswith("lecture_code.")
                and "._" not in each.name  # what is private has no entry
            ]
            links = [
                page.target(str(a.attributes["href"]).partition("#")[0])
                for a in code.css("a.code-link")
            ]
            if wanted:
                names = [known[name].partition("#")[0] for name in wanted]
                assert sorted(map(str, links)) == sorted(names), page.name
            n_imports += len(wanted)
    assert n_imports > 300


def test_every_function_is_held_by_a_test() -> None:
    held = held_by(PACKAGE, PROJECT)
    free = [name for name in CALLS if not held[f"lecture_code.{name}"]]
    assert free == []


def test_what_the_reference_shows_stays_out_of_print(site: BuiltSite) -> None:
    index = (PROJECT.site / "search/index.js").read_text(encoding="utf-8")
    assert "lecture_code.losses" in index
    assert not re.search(r"Return the mean of", index)
    assert len(addresses(site)) > 150
