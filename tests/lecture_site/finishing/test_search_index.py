"""The index has what a reader sees, a section at a time."""

import json
from pathlib import Path
from typing import Any

import pytest

from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.search.index import write_search_index

PAGE = """\
<nav><h2 id="no">Navigation</h2></nav>
<article class="md-content__inner">
<h1 id="page">The page<a class="headerlink" href="#page">¶</a></h1>
<p>Opening with <math><mi>x</mi><mo>=</mo><mn>1</mn></math> and
<math><mfrac><mn>1</mn><mi>y</mi></mfrac></math>.</p>
<h2 id="first">First <em>part</em></h2>
<p>A use of <code>fit</code>.</p>
<pre><code><span>model</span>.zero_grad(<span>CrossEntropyLoss</span>)</code></pre>
<figure><svg role="img"><title>A curve: 1, 2</title><text>tick</text></svg>
<figcaption><span class="caption-prefix">Figure 1.</span> Falls.</figcaption>
</figure>
<script>code()</script>
<h3 id="references">References</h3><ul><li>A work</li></ul>
</article><footer>Next</footer>
"""
GLOSSARY = """\
<article><h1 id="glossary">Glossary</h1><h2 id="d">D</h2>
<dl class="glossary"><dt id="dead-unit">Dead unit</dt><dt>Dead neuron</dt>
<dd>It says 0. See <a href="../page/#first">First part</a>.</dd></dl></article>
"""
REFERENCES = """\
<article><h1 id="references">References</h1><ul><li>Abel (1826). Series.
<a href="https://x.org">doi:1</a>. Cited in
<a href="../page/#references">The page</a>.</li></ul></article>
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name, text in (("page", PAGE), ("glossary", GLOSSARY)):
        (tmp_path / "site" / name).mkdir(parents=True)
        path = tmp_path / "site" / name / "index.html"
        path.write_text(text, encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: Tea\n")
    return Project(tmp_path)


def written(project: Project) -> dict[str, Any]:
    write_search_index(project, BuiltSite.read(project.root / "site"))
    text = (project.root / "site/search/index.js").read_text("utf-8")
    index = json.loads(text.removeprefix("globalThis.lectureIndex=")[:-2])
    assert isinstance(index, dict)
    return index


def rows(project: Project) -> dict[str, list]:
    index = written(project)
    return {
        f"{index['pages'][page][0]}#{anchor}": rest
        for page, anchor, *rest in index["entries"]
    }


def test_the_lecture_says_what_may_be_searched_for(project: Project) -> None:
    assert written(project)["suggested"] == []
    with (project.root / "mkdocs.yml").open("a") as file:
        file.write("extra:\n  search_suggestions:\n    - cups\n    - 1904\n")
    assert written(project)["suggested"] == ["cups", "1904"]


def test_sections_have_their_text_and_nothing_around_it(
    project: Project,
) -> None:
    found = rows(project)
    title, text, _, code = found["page/#first"]
    assert title == "First part"
    assert text == "A use of fit. A curve Falls."
    assert code == "CrossEntropyLoss zero_grad"
    assert found["page/#"][:2] == ["The page", "Opening with x=1 and … ."]


def test_lists_of_references_and_letters_are_left_out(
    project: Project,
) -> None:
    assert sorted(rows(project)) == [
        "glossary/#",
        "glossary/#dead-unit",
        "page/#",
        "page/#first",
    ]


def test_tables_of_numbers_are_no_words(project: Project) -> None:
    words = "<tr><td>momentum</td><td>0.9</td><td>heavy ball</td></tr>"
    numbers = "<tr><td>Adam</td><td>0.71</td><td>0.82</td></tr>"
    page = project.root / "site" / "page" / "index.html"
    tables = f"<table>{words}</table><table>{numbers}</table>"
    text = PAGE.replace("<script>", f"{tables}<script>")
    page.write_text(text, encoding="utf-8")
    found = rows(project)["page/#first"][1]
    assert "heavy ball" in found
    assert "Adam" not in found


@pytest.mark.parametrize(
    ("last", "is_found"), [("Shape", False), ("In code", True)]
)
def test_symbols_are_found_where_all_of_them_stand(
    project: Project, last: str, is_found: bool
) -> None:
    heads = "".join(f"<th>{h}</th>" for h in ("Symbol", "Meaning", last))
    cells = "<td>w</td><td>any weight</td><td>number</td>"
    table = f"<table><tr>{heads}</tr><tr>{cells}</tr></table>"
    page = project.root / "site" / "page" / "index.html"
    text = PAGE.replace("<script>", f"{table}<script>")
    page.write_text(text, encoding="utf-8")
    assert ("any weight" in rows(project)["page/#first"][1]) is is_found


def test_news_of_the_project_are_no_answers(project: Project) -> None:
    folder = project.root / "site" / "changelog"
    folder.mkdir()
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    assert not any(name.startswith("changelog") for name in rows(project))


def test_names_of_a_term_lead_to_its_entry_and_its_section(
    project: Project,
) -> None:
    found = rows(project)
    assert found["glossary/#dead-unit"][:3] == [
        "Dead unit",
        "It says 0.",
        "Dead neuron",
    ]
    assert set(found["page/#first"][2].split(". ")) == {
        "Dead unit",
        "Dead neuron",
    }


def test_synonyms_are_names_of_their_section(project: Project) -> None:
    synonyms = project.docs / "synonyms.toml"
    synonyms.write_text('"page#first" = ["dying relu"]\n', encoding="utf-8")
    assert "dying relu" in rows(project)["page/#first"][2]


def test_synonyms_of_no_section_end_the_build(project: Project) -> None:
    synonyms = project.docs / "synonyms.toml"
    synonyms.write_text('\n"page#frist" = ["x"]\n', encoding="utf-8")
    with pytest.raises(
        ProblemError, match=r"(?s)toml:2: .*such as page#first"
    ):
        rows(project)


def test_the_same_site_gives_the_same_bytes(project: Project) -> None:
    index = project.root / "site/search/index.js"
    rows(project)
    first = index.read_bytes()
    rows(project)
    assert index.read_bytes() == first


def test_a_work_leads_to_the_page_that_cites_it(project: Project) -> None:
    path = project.root / "site/references/index.html"
    path.parent.mkdir()
    path.write_text(REFERENCES, encoding="utf-8")
    found = rows(project)
    assert found["page/#references"][0] == "Abel (1826). Series. doi:1."
    assert found["references/#"][:2] == ["References", ""]


def test_a_work_of_a_page_that_is_not_searched_is_not_either(
    project: Project,
) -> None:
    for name in ("references", "how_slides_are_matched"):
        (project.root / "site" / name).mkdir()
        text = REFERENCES.replace("../page/", "../how_slides_are_matched/")
        path = project.root / "site" / name / "index.html"
        path.write_text(text, encoding="utf-8")
    assert not any("Abel" in row[0] for row in rows(project).values())


REFERENCE = """\
<article><h1 id="tea">Tea</h1><p>Words.</p><div class="of-the-code">
<h2 id="tea.pot">tea.pot</h2><p>Return what is in it.</p>
<h3 id="tea.pot.Pot_of">Pot_of<a class="headerlink" href="#x">¶</a></h3>
<h3 id="tea.pot.zero_grad">zero_grad</h3></div></article>
"""


def test_of_a_reference_the_names_are_found(project: Project) -> None:
    (project.root / "site/tea").mkdir()
    path = project.root / "site/tea/index.html"
    path.write_text(REFERENCE, encoding="utf-8")
    index = written(project)
    number = index["pages"].index(["tea/", "Tea"])
    assert [row for row in index["entries"] if row[0] == number] == [
        [number, "tea.pot", "tea.pot", "", "", "Pot_of zero_grad"]
    ]


def test_a_name_of_the_reference_is_said_there_alone(project: Project) -> None:
    (project.root / "site/tea").mkdir()
    path = project.root / "site/tea/index.html"
    before = [row[5] for row in written(project)["entries"]]
    assert "CrossEntropyLoss zero_grad" in before
    path.write_text(REFERENCE, encoding="utf-8")
    after = [row[5] for row in written(project)["entries"]]
    assert "CrossEntropyLoss" in after


def test_a_reference_of_nothing_is_not_found(project: Project) -> None:
    (project.root / "site/tea").mkdir()
    path = project.root / "site/tea/index.html"
    empty = '<article><h1>Tea</h1><p class="of-the-code"></p></article>'
    path.write_text(empty, encoding="utf-8")
    assert ["tea/", "Tea"] not in written(project)["pages"]
