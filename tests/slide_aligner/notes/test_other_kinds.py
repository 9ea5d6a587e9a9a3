"""Notes are Markdown, whatever a file is called; the rest is refused."""

import json
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from samples import link
from slide_aligner.commands.app import app
from slide_aligner.insertion.insert import Picture, insert
from slide_aligner.notes.markdown import MOST_BYTES, read_notes
from slide_aligner.notes.other_kinds import markdown_of
from small_pdfs import pdf, slide
from terminal.errors import FileProblemError

ROOT = Path(__file__).parents[3]
CELL = {"cell_type": "markdown", "metadata": {}, "source": ["# A\n"]}
NOTEBOOK = json.dumps({"cells": [CELL], "metadata": {}, "nbformat": 4})
OLD_NOTEBOOK = json.dumps({"worksheets": [{"cells": []}], "nbformat": 3})
MARKDOWN = "# A\n\nwords\n\n## B\n\nmore\n"


def refusal(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    with pytest.raises(FileProblemError) as caught:
        read_notes(path, path.name)
    said = str(caught.value)
    assert "\n" not in said
    assert "; " in said  # there is a remedy
    return said.removeprefix(f"{path}: ").partition(";")[0]


def packed(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", "<x/>")
        archive.writestr(name, "<x/>")
    return path.read_bytes()


TEXTS = {
    "a notebook": (NOTEBOOK, "a Jupyter notebook"),
    "an old notebook": (OLD_NOTEBOOK, "a Jupyter notebook"),
    "an indented notebook": (f"\n{NOTEBOOK[0]}\n {NOTEBOOK[1:]}", "a Jupyter"),
    "half a notebook": (NOTEBOOK[:60], "a Jupyter notebook"),
    "slides in JSON": ('[{"title": "A", "text": "b"}]', "data"),
    "an object": ('{"a": 1}', "data"),
    "XML": ('<?xml version="1.0"?><a/>', "data"),
    "a page": ("<!DOCTYPE html><html><h1>A</h1></html>", "an HTML page"),
    "a page with a comment": ("<!-- x -->\n<html lang='en'>", "an HTML page"),
    "XHTML": ('<?xml version="1.0"?>\n<html>', "an HTML page"),
    "LaTeX": ("\\documentclass{article}\n\\begin{document}\nx", "LaTeX"),
    "LaTeX after a remark": ("% x\n% y\n\\documentclass[a]{b}\n", "LaTeX"),
    "a chapter in LaTeX": ("\\chapter{A}\n\ntext\n\n\\section*{B}\n", "LaTeX"),
    "Org": ("#+TITLE: A\n\n* One\n** Two\n", "Org"),
    "Org without a title": ("* One\ntext\n** Two\n", "Org"),
    "Org in a mode": ("# -*- mode: org -*-\n* One\n", "Org"),
    "Org with properties": (":PROPERTIES:\n:ID: 1\n:END:\n* One\n", "Org"),
    "reStructuredText": (".. _top:\n\nA\n=\n", "reStructuredText"),
    "a directive": ("A\n=\n\n.. note:: x\n", "reStructuredText"),
    "AsciiDoc": ("= A\nAuthor\n\n== One\n", "AsciiDoc"),
    "a chapter in AsciiDoc": ("text\n\n== One\n\nmore\n", "AsciiDoc"),
    "rich text": ("{\\rtf1\\ansi A}", "rich text"),
    "a PDF": ("%PDF-1.7\n", "a PDF"),
}


@pytest.mark.parametrize("name", ["notes.md", "notes.txt", "notes.qmd"])
@pytest.mark.parametrize(("text", "kind"), TEXTS.values(), ids=TEXTS)
def test_another_kind_is_known_by_what_it_holds(
    text: str, kind: str, name: str, tmp_path: Path
) -> None:
    said = refusal(tmp_path / name, text.encode())
    assert said.startswith(f"is {kind}")
    assert said.endswith("and no Markdown")


@pytest.mark.parametrize("mark", ["\ufeff", "\n\n", "  "])
def test_what_stands_before_it_does_not_hide_a_kind(
    mark: str, tmp_path: Path
) -> None:
    for text in (NOTEBOOK, "= A\n", "<html>"):
        assert refusal(tmp_path / "notes.md", f"{mark}{text}".encode())


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("word/document.xml", "a Word document"),
        ("ppt/presentation.xml", "a deck"),
        ("content.xml", "an Office file"),
    ],
)
@pytest.mark.parametrize("name", ["notes.md", "notes.docx"])
def test_an_archive_of_an_office_is_told_by_its_parts(
    part: str, kind: str, name: str, tmp_path: Path
) -> None:
    data = packed(tmp_path / "x.zip", part)
    assert refusal(tmp_path / name, data).startswith(f"is {kind}")


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0\xff" * 500,
        b"\x1f\x8b\x08\0\0\0\0\0\0\xff" + b"\xed\x9d" * 500,
        b"\0" * 5000,
        "# A\n\nwords in UTF-16 without its mark".encode("utf-16-le"),
        b"\xff\xfe\0\0" + "# A\n\nin UTF-32".encode("utf-32-le"),
    ],
)
def test_what_is_no_text_is_said_to_be_binary(
    data: bytes, tmp_path: Path
) -> None:
    assert refusal(tmp_path / "notes.md", data).startswith("is binary")


def test_a_single_zero_is_told_with_its_line(tmp_path: Path) -> None:
    data = b"# A\n\0\n" + "é".encode() * 8000
    assert ":2: is no text: it holds 0x00" in refusal(
        tmp_path / "notes.md", data
    )


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        ("ipynb", "a Jupyter notebook"),
        ("TEX", "LaTeX"),
        ("org", "Org"),
        ("rst", "reStructuredText"),
        ("adoc", "AsciiDoc"),
        ("html", "an HTML page"),
        ("docx", "a Word document"),
        ("pdf", "a PDF"),
        ("typ", "Typst"),
        ("py", "a program"),
        ("json", "data"),
    ],
)
def test_another_kind_is_known_by_its_ending(
    ending: str, kind: str, tmp_path: Path
) -> None:
    said = refusal(tmp_path / f"notes.{ending}", MARKDOWN.encode())
    assert said.startswith(f"is {kind}")


FOREIGN = (
    "```latex\n\\section{A}\n```\n\n~~~org\n** Two\n~~~\n\n"
    "```rst\n.. note:: x\n```\n\n$$\na\n== b\n$$\n"
)


@pytest.mark.parametrize(
    "text",
    [
        MARKDOWN,
        "",
        "words alone",
        "A\n===\n\nwords\n",
        f"Title\n=====\n\n{FOREIGN}",
        f"# A\n\n\\section{{in the text}}\n\n{FOREIGN}",
        "# A\n\n.. note:: of a dialect\n\n** odd\n\n== odd\n",
        '{\n  "title": "T"\n}\n\n# A\n',
        "{{ title }}\n\n# A\n",
        "{: .wide }\n\nA\n---\n",
        "[A](b)\n===\n",
        "[1]: http://x.org\n",
        '<div class="x">\n\n# A\n\n</div>\n',
        "<!-- html -->\n\n# A\n",
        '=== "Tab"\n\n    words\n',
        "* one\n* two\n    * three\n",
        "**bold** words\n\n**more**\n",
        "a\n== b\n\n# A\n",
        "\n".join(["[" * 20_000, "# A"]),
    ],
)
@pytest.mark.parametrize("name", ["notes.md", "notes.txt", "NOTES", "n.Rmd"])
def test_markdown_is_read_whatever_its_ending(
    text: str, name: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    assert markdown_of(text.encode(), path) == text
    assert markdown_of(text.encode("utf-8-sig"), path) == text
    assert markdown_of(("\ufeff" + text).encode("utf-16-le"), path) == text


@pytest.mark.parametrize("folder", ["docs", "."])
def test_all_markdown_of_this_project_is_markdown(folder: str) -> None:
    files = sorted((ROOT / folder).glob("*.md"))
    assert len(files) > 2
    for path in files:
        assert markdown_of(path.read_bytes(), path)


def test_notes_as_large_as_a_film_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(FileProblemError, match="8 is the most that is read"):
        read_notes(path, "notes.md")


def test_a_notebook_named_in_the_links_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text(NOTEBOOK, encoding="utf-8")
    with pytest.raises(FileProblemError, match="nbconvert --to markdown"):
        insert(path, [link("a", 1, 1)], lambda _: Picture(path, ""))
    assert path.read_text(encoding="utf-8") == NOTEBOOK


def test_the_command_refuses_a_notebook_and_aligns_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("lab.ipynb").write_text(NOTEBOOK, encoding="utf-8")
    Path("lab.md").write_text(NOTEBOOK, encoding="utf-8")
    Path("notes.md").write_text(MARKDOWN, encoding="utf-8")
    Path("deck.pdf").write_bytes(pdf([slide("A", "words"), slide("B")]))
    named = ("lab.ipynb", "lab.md", "notes.md", "--deck", "deck.pdf")
    result = CliRunner().invoke(app, ["align", *named, "--no-cache"])
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"error: {name}: is a Jupyter notebook and no Markdown; export it as "
        "Markdown: jupyter nbconvert --to markdown"
        for name in ("lab.ipynb", "lab.md")
    ]
    links = json.loads(Path("slide_links.json").read_text(encoding="utf-8"))
    assert {each["notes"] for each in links["links"]} == {"notes.md"}
