"""The renderer decides what is shown, whatever the form of the fence."""

import pytest

from lecture_site.basics.project import Project
from lecture_site.pages.reader import Block, read_pages

INCLUDE = '--8<-- "page/prints_three.py"'
PROGRAM = '"""Print three."""\n\nprint(1 + 2)'


def indented(text: str, by: str = "    ") -> str:
    return "\n".join(
        f"{by}{line}" if line else line for line in text.split("\n")
    )


def fence(info: str, ticks: str = "```") -> str:
    return f"{ticks}{info}\n{INCLUDE}\n{ticks}"


SHOWN = {
    "plain": fence("python"),
    "space before the language": fence(" python"),
    "short name": fence("py"),
    "name with a version": fence("python3"),
    "title": fence('python title="a title"'),
    "highlighted lines": fence('python hl_lines="1 3"'),
    "line numbers": fence('python linenums="1"'),
    "braces": fence("{ .python .annotate }"),
    "braces with options": fence('{.python title="a" linenums="1"}'),
    "tildes": fence("python", "~~~"),
    "four backticks": fence("python", "````"),
    "admonition": f"!!! note\n\n{indented(fence('python'))}",
    "details": f"??? note\n\n{indented(fence('python'))}",
    "tab": f'=== "NumPy"\n\n{indented(fence("python"))}',
    "list": f"- item\n\n{indented(fence('python'))}",
    "tab in an admonition": "!!! note\n\n"
    + indented(f'=== "NumPy"\n\n{indented(fence("python"))}'),
}
HIDDEN = {
    "HTML comment": f"<!--\n{fence('python')}\n-->",
    "fence inside a fence": f"````text\n{fence('python')}\n````",
}


def blocks_of(markdown: str, project: Project) -> list[Block]:
    page = project.docs / "index.md"
    page.write_text(f"# Start\n\n{markdown}\n", encoding="utf-8")
    reading = read_pages(project)
    complaints = [p for p in reading.problems if p.page == "docs/index.md"]
    assert complaints == []
    return [block for block in reading.blocks if block.page == "docs/index.md"]


@pytest.fixture
def site(small_site: Project) -> Project:
    (small_site.snippets / "page" / "prints_three.out").write_text("3\n")
    return small_site


@pytest.mark.parametrize("form", SHOWN)
def test_every_form_of_fence_is_found_with_its_line(
    form: str, site: Project
) -> None:
    (block,) = blocks_of(SHOWN[form], site)
    text = (site.docs / "index.md").read_text(encoding="utf-8")
    opening = text.splitlines()[block.line - 1]
    assert block.is_python
    assert block.source == PROGRAM
    assert "```" in opening or "~~~" in opening


@pytest.mark.parametrize("form", HIDDEN)
def test_what_no_reader_sees_does_not_count(form: str, site: Project) -> None:
    assert [b for b in blocks_of(HIDDEN[form], site) if b.is_python] == []


def test_an_excuse_is_kept_with_its_reason(site: Project) -> None:
    markdown = '```python not_run="it never ends"\nwhile True: ...\n```'
    (block,) = blocks_of(markdown, site)
    assert block.excuse == "it never ends"


def test_other_languages_are_counted_apart(site: Project) -> None:
    (block,) = blocks_of("```console\n$ make\n```", site)
    assert not block.is_python


def test_an_include_that_the_renderer_does_not_expand_is_refused(
    site: Project,
) -> None:
    quoted = indented(fence("python"), "> ")
    page = site.docs / "index.md"
    page.write_text(f"# S\n\n{quoted}\n", encoding="utf-8")
    (problem,) = [
        p for p in read_pages(site).problems if p.page == "docs/index.md"
    ]
    assert "typed into the page" in problem.what


def test_a_session_typed_into_a_page_is_refused(site: Project) -> None:
    page = site.docs / "index.md"
    page.write_text("# S\n\n```pycon\n>>> 1 + 1\n2\n```\n", encoding="utf-8")
    (problem,) = [
        p for p in read_pages(site).problems if p.page == "docs/index.md"
    ]
    assert "typed into the page" in problem.what
    assert problem.line == 4


TYPED = "this Python is typed into the page"
NAMELESS = "this fence names no language"


@pytest.mark.parametrize(
    ("markdown", "what"),
    [
        ("```\nprint(1 / 0)\n```", NAMELESS),
        ("~~~\nprint(1 / 0)\n~~~", NAMELESS),
        ('``` title="a"\nx\n```', NAMELESS),
        ("- item\n\n    ```\n    x\n    ```", NAMELESS),
        ("```text\nimport numpy\n```", TYPED),
        ("```text\n>>> 1 + 1\n3\n```", TYPED),
        ("```console\n$ python\n>>> 1 + 1\n3\n```", TYPED),
        ('```python not_run=" "\nprint(1 / 0)\n```', TYPED),
        ('```text not_run="\t"\n>>> 1\n```', TYPED),
    ],
)
def test_code_that_nobody_runs_is_refused(
    markdown: str, what: str, site: Project
) -> None:
    page = site.docs / "index.md"
    page.write_text(f"# S\n\n{markdown}\n", encoding="utf-8")
    (problem,) = [
        p for p in read_pages(site).problems if p.page == "docs/index.md"
    ]
    assert what in problem.what
    line = page.read_text("utf-8").splitlines()[problem.line - 1]
    assert line.strip() in markdown


def test_no_error_lets_a_fence_pass_for_words(
    site: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: str) -> bool:
        raise OSError("the disk is gone")

    monkeypatch.setattr("lecture_site.extensions.fences.is_python", fail)
    page = site.docs / "index.md"
    page.write_text("# S\n\n```text\nx\n```\n", encoding="utf-8")
    (problem,) = [
        p for p in read_pages(site).problems if p.page == "docs/index.md"
    ]
    assert problem.what == "the disk is gone"


def test_front_matter_does_not_shift_the_lines(site: Project) -> None:
    page = site.docs / "index.md"
    page.write_text(
        f"---\ntitle: T\n---\n\n# S\n\n{fence('python')}\n", encoding="utf-8"
    )
    (block,) = [
        b for b in read_pages(site).blocks if b.page == "docs/index.md"
    ]
    assert block.line == 7
