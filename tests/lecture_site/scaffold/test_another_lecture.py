"""Another lecture is complete, keeps to the walls, and is nobody else's."""

import gzip
import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from lecture_site.basics.configuration import names, pages_in_order
from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.browser.printed_file import printed_name
from lecture_site.scaffold import own_words
from lecture_site.scaffold.lecture import begin_lecture

HERE = Project(Path(__file__).resolve().parents[3])
SUBJECT = (
    "neural",
    "neuron",
    "perceptron",
    "backprop",
    "machine perception",
    "lecture that proves itself",
    "moons",
    "dropout",
    "vanishing gradient",
    "overfitting",
)
# Names of our pages that any text may use.
EVERYDAY = {"introduction", "mathematics", "notation", "summary"}
# What may say a word of ours, with the reason.
ALLOWED = {"LICENSE": "the licence wants the notice of its authors to be kept"}
UNREADABLE = {".png", ".webp", ".woff2", ".ttf"}
MACHINERY = {"src", "tests", "scripts", ".cache"}


@pytest.fixture(scope="module")
def lecture(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Return a lecture that was begun, with its built site."""
    folder = tmp_path_factory.mktemp("new") / "signals"
    begin_lecture(HERE, folder)
    said = run(Project(folder), "scripts/build_site.py")
    assert "the site is in site/" in said, said
    return Project(folder)


def run(project: Project, *command: str) -> str:
    """Run Python in a project with its own modules; return what it says."""
    ran = subprocess.run(
        [sys.executable, *command],
        cwd=project.root,
        env=os.environ | {"PYTHONPATH": str(project.sources)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return ran.stdout


def ours(other: Project) -> re.Pattern[str]:
    """Return what finds the words and the names that are of this lecture."""
    pages = set(pages_in_order(HERE)) - set(pages_in_order(other))
    pages -= {"exercises"}  # what every lecture calls them
    named = {
        *pages,
        *(path.stem for path in HERE.snippets.glob("*/*.py")),
        *(path.stem for path in (HERE.docs / "figures").glob("*/*.svg")),
        *(path.stem for path in (HERE.docs / "labs").glob("*.ipynb")),
        *json.loads(HERE.measured.read_text(encoding="utf-8")),
    }
    assert len(named) > 400
    titles = {n.replace("_", " ") for n in pages - EVERYDAY}
    words = one_of({*(named - EVERYDAY), *titles})
    addresses = one_of(EVERYDAY)
    return re.compile(
        rf"{one_of(SUBJECT)}|\b(?:(?:{words})\b"
        rf"|(?:{addresses})(?:\.md|\.html|/(?!>)))"
    )


def one_of(words: Iterable[str]) -> str:
    """Return a pattern of any of many words, twenty times as fast.

    At most places no word has the first letter, so none is tried.
    """
    ends: dict[str, list[str]] = {}
    for word in sorted(words):
        ends.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{a}(?:{'|'.join(ends[a])})" for a in ends)


def texts(name: str, data: bytes) -> Iterator[tuple[str, str]]:
    """Yield each text in a file, with where it stands."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            for part in packed.namelist():
                yield from texts(f"{name}: {part}", packed.read(part))
    elif data.startswith(b"\x1f\x8b"):
        yield from texts(name, gzip.decompress(data))
    elif data.startswith(b"%PDF"):
        with pdfium.PdfDocument(data) as document:
            yield name, str(document.get_metadata_dict())
            for page in document:
                yield name, page.get_textpage().get_text_range()
    elif data.startswith(b"SQLite format 3"):
        yield name, data.decode("utf-8", "replace")
    elif Path(name).suffix not in UNREADABLE:
        yield name, data.decode("utf-8")


def found(lecture: Project, paths: Iterator[Path]) -> list[str]:
    pattern = ours(lecture)
    return [
        f"{name}: …{text[max(0, hit.start() - 40) : hit.end() + 40]}…"
        for path in paths
        if path.is_file()
        for name, text in texts(lecture.relative(path), path.read_bytes())
        if Path(name).name not in ALLOWED
        for hit in pattern.finditer(text.lower())
    ]


def test_nothing_that_was_built_says_a_word_of_this_lecture(
    lecture: Project,
) -> None:
    site = lecture.root / "site"
    assert {"sw.js", "feed.xml", "lecture-offline.zip"} <= {
        path.name for path in site.iterdir()
    }
    assert found(lecture, site.rglob("*")) == []


def test_nothing_that_a_lecturer_reads_says_one(lecture: Project) -> None:
    read = (
        path
        for path in lecture.root.rglob("*")
        if path.relative_to(lecture.root).parts[0] not in {*MACHINERY, "site"}
    )
    assert found(lecture, read) == []


def test_this_lecture_is_found_where_it_is_written(lecture: Project) -> None:
    """The search finds what it looks for."""
    hits = ours(lecture).findall(
        "deep neural networks; see regularisation, summary/ and "
        "`mlp_in_pytorch`; batch normalisation; in summary"
    )
    assert hits == [
        "neural",
        "regularisation",
        "summary/",
        "mlp_in_pytorch",
        "batch normalisation",
    ]


def test_all_that_a_site_is_called_by_is_the_name(lecture: Project) -> None:
    assert (names(lecture).site, names(lecture).short) == ("Signals",) * 2
    assert printed_name(lecture) == "signals.pdf"
    site = lecture.root / "site"
    manifest = json.loads((site / "manifest.webmanifest").read_text("utf-8"))
    assert manifest["name"] == manifest["short_name"] == "Signals"
    assert "<title>Signals: what changed</title>" in (
        site / "feed.xml"
    ).read_text("utf-8")
    page = (site / "means_of_draws" / "index.html").read_text("utf-8")
    assert "<title>Means of draws · Signals</title>" in page


def test_the_icon_is_not_that_of_this_lecture(lecture: Project) -> None:
    for folder, name in (
        ("docs/assets", "favicon.svg"),
        ("overrides/.icons/lecture", "logo.svg"),
    ):
        own = (lecture.root / folder / name).read_bytes()
        assert own != (HERE.root / folder / name).read_bytes()
        assert b"<svg" in own


def test_a_page_of_each_kind_is_in_the_navigation(lecture: Project) -> None:
    pages = {path.stem for path in lecture.docs.glob("*.md")}
    assert set(pages_in_order(lecture)) == pages


def test_the_walls_stand_in_another_lecture(lecture: Project) -> None:
    command = "from importlinter.cli import lint_imports_command as c; c()"
    said = run(lecture, "-c", command, "--no-logo", "--no-cache")
    assert "0 broken." in said, said


def test_its_own_tests_of_the_project_hold(lecture: Project) -> None:
    said = run(
        lecture,
        *("-m", "pytest", "-q", "-p", "no:cacheprovider"),
        *("tests/test_project.py", "tests/test_pages.py"),
        *("tests/lecture_figures/test_means_of_draws.py",),
        *("tests/test_figures.py", "tests/lecture_measurements"),
    )
    assert " failed" not in said, said
    assert " passed" in said, said


def test_what_cannot_be_renamed_is_said(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("nav: []\n")
    with pytest.raises(ProblemError, match=r"mkdocs\.yml: nothing here looks"):
        own_words.give_own_words(tmp_path, "Signals")


def test_a_sentence_about_a_page_that_is_missing_goes(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text(
        "One.\n[That page](gone.md#x) says why.\n[This](a.md) does not.\n"
        "| a cell | with [a link](gone.md) |\n"
    )
    own_words.forget_missing_pages(page)
    assert page.read_text() == (
        "One.\n[This](a.md) does not.\n| a cell | with a link |\n"
    )


def test_a_folder_without_letters_names_no_lecture(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match="names no lecture"):
        begin_lecture(HERE, tmp_path / "__")
