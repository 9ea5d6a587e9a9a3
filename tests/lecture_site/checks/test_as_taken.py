"""What is taken away is held to the same rules as the pages."""

from pathlib import Path
from typing import Any

import nbformat
import pytest

from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.checks import as_taken
from lecture_site.checks.as_taken import (
    in_print,
    pages_of,
    refuse_in_notebooks,
    refuse_in_print,
)
from lecture_site.checks.left_overs import pieces
from lecture_site.finishing.built_site import BuiltSite
from small_pdfs import pdf, slide

HTML = """<html><body><article><h1 id="page">The page</h1>
<p>A use of <code>{{ fit }}</code>.</p></article></body></html>"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name, text in {
        "docs/part/page.md": "# The page\n\nSaid $x^2$ of {{ it }}[^1].\n",
        "site/part/page/index.html": HTML,
        "mkdocs.yml": "site_name: Tea\nextra:\n  short_name: Tea\n",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Project(tmp_path)


def in_notebook(
    project: Project, text: str, name: str = "page"
) -> Problem | None:
    notebook: Any = nbformat.v4.new_notebook()
    notebook.cells = [
        nbformat.v4.new_code_cell("print('{{ x }} $y^2$')"),
        nbformat.v4.new_markdown_cell(text),
    ]
    folder = project.site / "notebooks"
    folder.mkdir(exist_ok=True)
    nbformat.write(notebook, folder / f"{name}.ipynb")
    try:
        refuse_in_notebooks(project, BuiltSite(project.site))
    except ProblemError as error:
        return error.problem
    return None


@pytest.mark.parametrize(
    "text",
    [
        "# [The page](https://a.org/page/)\n\nWords.",
        "A formula $x^2$, and\n\n$$\n\\frac{a}{b}\n$$\n\nhere.",
        "Code `{{ a }}`, ``$`$``, and\n\n```python\nx = {{}}  # $a\n```",
        "~~~text\n{{ a }}\n~~~",
        "| a | b |\n|---|---|\n| $x_1$ | `{{` |",
        "It costs \\$5 and not \\$6 = more.",
        "[up](#there), [by mail](mailto:a@b.org), ![](data:image/png,a)",
    ],
)
def test_what_jupyter_understands_may_be_taken(
    text: str, project: Project
) -> None:
    assert in_notebook(project, text) is None


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Said {{ it }} so.", "a macro was not understood"),
        ("Said of it[^1].", "a link or a footnote was not understood"),
        ('--8<-- "page/a.py"', "an include was not understood"),
        ("!!! note\n\n    In it.", "a box or a caption was not understood"),
        ("A word{ .term }", "an attribute list was not understood"),
        ("Text $$ and more.", "a formula was not understood"),
        ("```python\nnever closed", "a fence was not understood"),
        ("[words](page.md)", "'page.md' leads nowhere from the notebook"),
        ("[words](../a/)", "'../a/' leads nowhere from the notebook"),
        ("![](figures/a.svg)", "'figures/a.svg' leads nowhere"),
        ("[words]()", "'' leads nowhere from the notebook"),
    ],
)
def test_what_jupyter_would_show_as_it_is_written_is_told(
    text: str, what: str, project: Project
) -> None:
    told = in_notebook(project, text)
    assert told
    assert what in told.what
    assert told.page == "docs/part/page.md"


def test_the_line_of_the_page_is_told(project: Project) -> None:
    told = in_notebook(project, "Said $x^2$ of {{ it }}.")
    assert told
    assert told.place == "docs/part/page.md:3"


def test_a_notebook_of_no_page_is_left_alone(project: Project) -> None:
    assert in_notebook(project, "{{ it }}", "another") is None


def printed(project: Project, *lines: str) -> Problem | None:
    (project.site / "tea.pdf").write_bytes(pdf([slide(*lines)]))
    try:
        refuse_in_print(project, BuiltSite.read(project.site))
    except ProblemError as error:
        return error.problem
    return None


def test_a_site_may_have_no_print(project: Project) -> None:
    refuse_in_print(project, BuiltSite.read(project.site))


def test_code_and_words_may_be_printed(project: Project) -> None:
    assert printed(project, "Words of {{ fit }} here", "12 of them") is None


@pytest.mark.parametrize(
    ("line", "place"),
    [("Said $x^2$ of it", "docs/part/page.md:3"), ("A \\frac of it", "")],
)
def test_what_is_left_over_in_print_is_told(
    line: str, place: str, project: Project
) -> None:
    told = printed(project, "Words", line)
    assert told
    assert told.what.startswith("in the PDF a formula was not understood")
    assert told.place == place


def test_a_print_is_read_once(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = []
    monkeypatch.setattr(
        as_taken, "pages_of", lambda pdf: read.append(pdf) or pages_of(pdf)
    )
    for line in ("Words", "Words", "Other words", "{{ a }}", "{{ a }}"):
        told = printed(project, line)
        assert bool(told) is ("{" in line)
    assert len(read) == 4


def test_a_line_of_code_that_did_not_fit_is_code(project: Project) -> None:
    code = pieces(["total = call('{{ one }}', '{{ two }}')"])
    site = BuiltSite.read(project.site)
    lines = "total = call('{{ one }}',\n'{{ two }}')"
    assert list(in_print([lines], code, project, site)) == []
    (told,) = in_print([f"{lines}\n{{{{ b }}}}"], code, project, site)
    assert "{{ b }}" in told.what


@pytest.mark.parametrize("ends", ["\n", "\n\n", None])
def test_code_may_go_on_in_the_next_line_or_page(
    ends: str | None, project: Project
) -> None:
    code = pieces(['{{ measured("small_sums") }}'])
    site = BuiltSite.read(project.site)
    first, last = 'It is {{ measured("small_s', 'ums") }} of it.'
    pages = [f"{first}{ends}{last}"] if ends else [first, last]
    assert list(in_print(pages, code, project, site)) == []
    (told,) = in_print([*pages, "", "{{ b }}"], code, project, site)
    assert "{{ b }}" in told.what


def test_the_number_of_a_page_is_none_of_its_words(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf([slide("Words", "12", "12 of them")]))
    assert pages_of(path) == ["Words\n12 of them"]
