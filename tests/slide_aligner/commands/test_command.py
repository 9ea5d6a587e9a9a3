"""The command says what it did, in few lines and with the right exit code."""

import importlib.metadata
import json
import os
import re
import signal
import subprocess
import sys
import time
import types
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from typer.testing import CliRunner, Result

from fake_tools import fake_tools
from slide_aligner import command
from slide_aligner.commands import align as align_module
from slide_aligner.commands import linked as linked_module
from slide_aligner.commands.align import runs
from slide_aligner.commands.app import app
from slide_aligner.commands.files import NOTES as NOTE_ENDINGS
from slide_aligner.commands.files import files_in, natural_order
from slide_aligner.links.links_file import read_links
from small_pdfs import pdf, slide

ROOT = Path(__file__).resolve().parents[3]
COMMANDS = ("align", "review", "insert", "revert", "evaluate", "export")
NOTES = "# Gradients\n\nWords.\n\n## Chain rule\n\nMore words.\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


def lines(text: str) -> list[str]:
    return text.splitlines()


@pytest.fixture(autouse=True)
def _tools(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(align_module, "all_tools", fake_tools)
    for module in (align_module, linked_module):
        monkeypatch.setattr(module, "user_folder", lambda: tmp_path / "cache")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A lecture whose deck the real reader can read and draw."""
    folder = tmp_path / "lecture"
    folder.mkdir()
    monkeypatch.chdir(folder)
    (folder / "notes.md").write_bytes(NOTES.encode())
    pages = [slide("Gradients"), slide("Other"), slide("Chain rule")]
    (folder / "deck.pdf").write_bytes(pdf(pages))
    return folder


@pytest.fixture
def links(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same lecture, aligned."""
    from slide_aligner.decks.read import read_deck

    def tools(cache: Path | None) -> Any:
        from dataclasses import replace

        return replace(fake_tools(cache), read_deck=read_deck)

    monkeypatch.setattr(align_module, "all_tools", tools)
    result = run("align", "notes.md", "--deck", "deck.pdf")
    assert result.exit_code == 0
    return folder / "slide_links.json"


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three lectures whose decks are lists of titles."""
    monkeypatch.chdir(tmp_path)
    for number in (1, 2, 3):
        Path(f"{number:02}.md").write_text(
            f"# A{number}\n\n## B\n", encoding="utf-8"
        )
        Path(f"{number:02}.txt").write_text(f"-\nA{number}", encoding="utf-8")
    return tmp_path


def decks(*names: str) -> list[str]:
    return [word for name in names for word in ("--deck", name)]


# ---------------------------------------------------------------- align


def test_align_writes_the_links_and_says_so(folder: Path) -> None:
    (folder / "deck.txt").write_text("Gradients\nOther\nChain rule")
    result = run("align", "notes.md", "--deck", "deck.txt")
    assert result.exit_code == 0
    shown = [link.show for link in read_links(Path("slide_links.json")).links]
    assert shown == [1, 3]
    assert "deck: no section covers slides 2" in result.stdout
    assert lines(result.stdout)[-1] == "wrote slide_links.json"
    assert result.stderr == ""


def test_json_on_standard_output_is_what_the_file_holds(course: Path) -> None:
    result = run("align", "01.md", "--deck", "01.txt", "--json")
    assert json.loads(result.stdout) == json.loads(
        (course / "slide_links.json").read_text()
    )


def test_a_dry_run_of_align_writes_nothing(course: Path) -> None:
    result = run(
        "align", "01.md", "--deck", "01.txt", "--dry-run", "--no-cache"
    )
    assert result.exit_code == 0
    assert "wrote" not in result.stdout
    assert not (course / "slide_links.json").exists()
    assert not (course / "cache").exists()


def test_the_same_input_gives_the_same_bytes_with_and_without_cache(
    course: Path,
) -> None:
    del course
    written = []
    for extra in ([], [], ["--no-cache"], ["--jobs", "2"]):
        run("align", "01.md", "02.md", *decks("01.txt", "02.txt"), *extra)
        written.append(Path("slide_links.json").read_bytes())
    assert len(set(written)) == 1


def test_names_in_the_links_are_relative_to_them(course: Path) -> None:
    out = course / "site" / "links.json"
    run("align", "01.md", "--deck", "01.txt", "--out", out)
    file = read_links(out)
    assert {link.notes for link in file.links} == {"../01.md"}
    assert file.decks[0].file == "../01.txt"


def test_one_broken_file_is_one_line_and_exit_code_1(course: Path) -> None:
    (course / "02.txt").write_text("broken")
    result = run(
        *("align", "01.md", "02.md", "03.md"),
        *decks("01.txt", "02.txt", "03.txt"),
    )
    assert result.exit_code == 1
    assert lines(result.stderr) == ["error: 02.txt: is broken"]
    notes = {link.notes for link in read_links(Path("slide_links.json")).links}
    assert notes == {"01.md", "03.md"}


def test_a_bug_is_one_line_unless_its_place_is_asked_for(course: Path) -> None:
    (course / "01.txt").write_text("bug")
    arguments = ("align", "01.md", "--deck", "01.txt")
    short, long = run(*arguments), run("--traceback", *arguments)
    assert short.exit_code == long.exit_code == 1
    assert "error: 01.txt: unexpected ZeroDivisionError: a bug" in short.stderr
    assert "Traceback" not in short.stderr
    assert "Traceback" in long.stderr


def test_a_deck_of_another_lecture_is_exit_code_3(course: Path) -> None:
    before = b"kept"
    (course / "slide_links.json").write_bytes(before)
    result = run("align", "01.md", "--deck", "02.txt")
    assert result.exit_code == 3
    assert "is it the deck of another lecture?" in result.stderr
    assert (course / "slide_links.json").read_bytes() == before


def test_pins_beside_the_links_are_used(course: Path) -> None:
    pin = {"notes": "01.md", "section": "b", "deck": "01", "slides": [1]}
    gone = {"notes": "01.md", "section": "old", "deck": "", "slides": "none"}
    (course / "slide_pins.json").write_text(
        json.dumps({"schema": 1, "pins": [pin, gone]})
    )
    result = run("align", "01.md", "--deck", "01.txt")
    link = read_links(Path("slide_links.json")).links[1]
    assert (link.show, link.pinned) == (1, True)
    assert lines(result.stderr) == [
        "warning: pin of 01.md#old: the notes have no such section any more; "
        "not used"
    ]
    assert result.exit_code == 0


def test_a_wrong_file_of_aliases_is_one_line_and_nothing_is_written(
    course: Path,
) -> None:
    (course / "wrong.toml").write_text("nonsense")
    named = decks("01.txt", "02.txt")
    result = run("align", "01.md", "02.md", *named, "--aliases", "wrong.toml")
    assert result.exit_code == 1
    assert len(lines(result.stderr)) == 1
    assert result.stderr.startswith("error: wrong.toml: is not TOML")
    assert not (course / "slide_links.json").exists()


def test_pins_that_are_named_must_be_there(course: Path) -> None:
    del course
    result = run(
        "align", "01.md", "--deck", "01.txt", "--pins", "missing.json"
    )
    assert result.exit_code == 1
    assert "missing.json: does not exist" in result.stderr


def test_a_manifest_names_the_files(course: Path) -> None:
    (course / "course.toml").write_text(
        '[[lecture]]\nnotes = ["01.md"]\ndeck = "02.txt"\n'
        '[[lecture]]\nnotes = ["02.md"]\ndeck = "02.txt"\n'
    )
    result = run("align", "--manifest", "course.toml", "--json")
    found = json.loads(result.stdout)["links"]
    assert [(f["notes"], f["deck"]) for f in found] == [
        ("01.md", "02"),
        ("01.md", "02"),
        ("02.md", "02"),
        ("02.md", "02"),
    ]


def test_folders_and_patterns_stand_for_their_files(course: Path) -> None:
    (course / "sub").mkdir()
    for name in ("2.md", "10.md", ".hidden.md", "x.txt"):
        (course / "sub" / name).write_text(f"# {name}")
    run("align", "sub", "0?.md", "--deck", "01.txt", "--deck", "02.txt")
    notes = {link.notes for link in read_links(Path("slide_links.json")).links}
    assert notes == {"sub/2.md", "sub/10.md", "01.md", "02.md", "03.md"}


def test_numbers_in_names_count_as_numbers() -> None:
    names = ["b/10.md", "b/2.md", "A/3.md"]
    ordered = sorted(map(Path, names), key=natural_order)
    assert [path.as_posix() for path in ordered] == [
        "A/3.md",
        "b/2.md",
        "b/10.md",
    ]


def test_decks_that_a_shell_put_among_the_notes_are_decks(
    folder: Path,
) -> None:
    for name in ("a.pdf", "b.pdf"):
        (folder / name).write_text("Gradients\nChain rule")
    result = run("align", "notes.md", "--deck", "a.pdf", "b.pdf")
    assert result.exit_code == 0
    assert len(read_links(Path("slide_links.json")).decks) == 2


def test_the_files_of_a_folder_are_in_reading_order(tmp_path: Path) -> None:
    for name in ("10.md", "9.md", "a.txt"):
        (tmp_path / name).write_text("")
    found = files_in([tmp_path], NOTE_ENDINGS, "NOTES")
    assert [path.name for path in found] == ["9.md", "10.md"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["align"],
        ["align", "notes.md"],
        ["align", "--deck", "deck.pdf"],
        ["align", "*.nothing", "--deck", "deck.pdf"],
        ["align", "notes.md", "--deck", "deck.pdf", "--method", "magic"],
        ["align", "notes.md", "--deck", "deck.pdf", "--jobs", "0"],
        ["align", "--unknown"],
        ["unknown"],
        ["revert"],
        ["evaluate"],
        ["export"],
    ],
)
def test_wrong_usage_is_exit_code_2(
    folder: Path, arguments: list[str]
) -> None:
    del folder
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_slides_are_listed_in_runs() -> None:
    assert runs([1, 3, 4, 5, 8]) == "1, 3 to 5, 8"


# ----------------------------------------------------- insert and revert


def test_insert_draws_the_slides_and_revert_takes_them_away(
    links: Path,
) -> None:
    notes = links.with_name("notes.md")
    result = run("insert", links)
    assert result.exit_code == 0
    assert result.stdout == f"{notes}: 2 pictures\n"
    pictures = links.parent / "slide_pictures" / "deck"
    assert sorted(p.name for p in pictures.glob("*.webp")) == [
        "001.webp",
        "003.webp",
    ]
    text = notes.read_text(encoding="utf-8")
    assert "![Chain rule](slide_pictures/deck/003.webp)" in text
    assert run("revert", notes).exit_code == 0
    assert notes.read_bytes() == NOTES.encode()


def test_a_dry_run_of_insert_prints_a_diff_only(links: Path) -> None:
    before = sorted(links.parent.rglob("*"))
    result = run("insert", links, "--dry-run")
    assert "+![Chain rule](slide_pictures/deck/003.webp)" in result.stdout
    assert result.stdout.startswith("--- ")
    assert sorted(links.parent.rglob("*")) == before
    assert links.with_name("notes.md").read_bytes() == NOTES.encode()


def test_a_dry_run_of_revert_prints_a_diff_only(links: Path) -> None:
    run("insert", links)
    with_pictures = links.with_name("notes.md").read_bytes()
    result = run("revert", links, "--dry-run")
    assert "-![Chain rule]" in result.stdout
    assert links.with_name("notes.md").read_bytes() == with_pictures


def test_insert_and_revert_speak_json(links: Path) -> None:
    inserted = json.loads(run("insert", links, "--json").stdout)
    reverted = json.loads(run("revert", links, "--json").stdout)
    (file,) = inserted["files"]
    assert (file["changed"], file["pictures"]) == (True, 2)
    assert inserted["errors"] == reverted["errors"] == []
    assert reverted["files"][0]["changed"]


def test_notes_that_cannot_be_written_leave_the_others_to_be_done(
    links: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = links.with_name("zz.md")
    other.write_bytes(NOTES.encode())
    run("align", "notes.md", "zz.md", "--deck", "deck.pdf")
    replace = Path.replace

    def refused(self: Path, target: Path) -> Path:
        if target.name == "notes.md":
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", refused)
    result = run("insert", links)
    assert result.exit_code == 1
    assert lines(result.stderr) == [
        f"error: {links.with_name('notes.md')}: cannot be written: "
        "Permission denied"
    ]
    assert links.with_name("notes.md").read_bytes() == NOTES.encode()
    assert b"003.webp" in other.read_bytes()
    assert not list(links.parent.glob(".*.part"))


def test_a_changed_deck_is_a_warning(links: Path) -> None:
    pages = [slide("Gradients"), slide("New"), slide("Chain rule")]
    links.with_name("deck.pdf").write_bytes(pdf(pages))
    result = run("insert", links)
    assert "deck.pdf: changed since it was aligned" in result.stderr
    assert result.exit_code == 0


def test_a_missing_deck_leaves_its_notes_alone(links: Path) -> None:
    links.with_name("deck.pdf").unlink()
    result = run("insert", links)
    assert result.exit_code == 1
    assert "deck.pdf: does not exist" in result.stderr
    assert links.with_name("notes.md").read_bytes() == NOTES.encode()


def test_an_interruption_is_exit_code_130_and_leaves_whole_files(
    links: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    run("export", "deck.pdf", "--to", "slide_pictures")
    monkeypatch.setattr(Path, "replace", interrupted)
    result = run("insert", links)
    assert result.exit_code == 130
    assert lines(result.stderr) == ["interrupted; every file is whole"]
    assert links.with_name("notes.md").read_bytes() == NOTES.encode()
    assert not list(links.parent.rglob("*.part"))


def test_an_interruption_between_two_notes_leaves_both_whole(
    links: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = links.with_name("zz.md")
    other.write_bytes(NOTES.encode())
    run("align", "notes.md", "zz.md", "--deck", "deck.pdf")
    replace = Path.replace

    def interrupted(self: Path, target: Path) -> Path:
        if target.name == "zz.md":
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", interrupted)
    assert run("insert", links).exit_code == 130
    done = links.with_name("notes.md").read_bytes()
    assert done.count(b"<!-- /slide-aligner -->") == 2
    assert other.read_bytes() == NOTES.encode()
    assert not list(links.parent.rglob("*.part"))


@pytest.mark.parametrize("name", ["my notes (1)", "naïve 深 #2 & é"])
def test_names_may_have_blanks_and_any_letters(name: str, links: Path) -> None:
    notes = links.with_name("notes.md").rename(links.with_name(f"{name}.md"))
    deck = links.with_name("deck.pdf").rename(links.with_name(f"{name}.pdf"))
    for arguments in (
        ("align", notes.name, "--deck", deck.name),
        ("insert", "--width", "90"),
    ):
        result = run(*arguments)
        assert (result.exit_code, result.stderr) == (0, "")
    addresses = re.findall(r"\]\((.*)\)", notes.read_text(encoding="utf-8"))
    assert len(addresses) == 2
    for address in addresses:
        assert address.isascii()
        assert " " not in address
        assert (links.parent / unquote(address)).is_file()
    assert run("revert", notes.name).exit_code == 0
    assert notes.read_bytes() == NOTES.encode()


# ---------------------------------------------------------------- review


def test_review_writes_one_page_with_its_pictures(links: Path) -> None:
    result = run("review", links)
    assert result.exit_code == 0
    report = links.with_name("slide_review.html")
    assert result.stdout == f"wrote {report}\n"
    html = report.read_text(encoding="utf-8")
    assert '"picture": "slide_review_pictures/deck/002.webp"' in html
    assert (links.parent / "slide_review_pictures/deck/002.webp").is_file()


def test_an_embedded_report_is_one_file(links: Path) -> None:
    before = set(links.parent.iterdir())
    run("review", links, "--embed", "--out", "r.html")
    assert set(links.parent.iterdir()) - before == {links.parent / "r.html"}
    html = Path("r.html").read_text(encoding="utf-8")
    assert html.count("data:image/webp;base64,") == 3


def test_review_counts_the_decisions_as_json(links: Path) -> None:
    result = run("review", links, "--width", "90", "--json")
    said = json.loads(result.stdout)
    report = Path(said.pop("report"))
    assert report.is_file()
    assert said == {
        "written": True,
        "sections": 2,
        "insert": 2,
        "review": 0,
        "skip": 0,
        "pinned": 0,
        "errors": [],
    }
    report.unlink()
    result = run("review", links, "--json", "--dry-run")
    assert not json.loads(result.stdout)["written"]
    assert not report.exists()


def test_a_served_review_has_no_json(links: Path) -> None:
    assert run("review", links, "--json", "--serve").exit_code == 2


def test_a_dry_run_of_review_writes_nothing(links: Path) -> None:
    before = sorted(links.parent.rglob("*"))
    result = run("review", links, "--dry-run")
    assert result.stdout.startswith("would write ")
    assert sorted(links.parent.rglob("*")) == before


def test_a_deck_without_pictures_can_be_reviewed_nevertheless(
    folder: Path,
) -> None:
    (folder / "deck.txt").write_text("Gradients\n---\nChain rule")
    run("align", "notes.md", "--deck", "deck.txt")
    result = run("review")
    assert result.exit_code == 1
    assert "deck.txt: has no pages to draw" in result.stderr
    assert "Chain rule" in Path("slide_review.html").read_text(
        encoding="utf-8"
    )


def test_the_served_review_saves_and_ends_without_a_traceback(
    links: Path,
) -> None:
    if sys.platform == "win32":
        pytest.skip("a child there cannot be interrupted alone")
    arguments = ["review", str(links), "--serve"]
    with started(arguments) as process:
        assert process.stdout
        assert process.stderr
        url = process.stdout.readline().split()[0]
        with urllib.request.urlopen(url, timeout=120) as page:
            assert b"Slide review" in page.read()
        body = b'{"schema": 1, "pins": []}'
        request = urllib.request.Request(f"{url}pins", body, method="PUT")
        with urllib.request.urlopen(request, timeout=120) as answer:
            assert answer.status == 200
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
        assert process.stderr.read() == ""
    assert links.with_name("slide_pins.json").is_file()


# --------------------------------------------------- evaluate and export


@dataclass(frozen=True)
class Score:
    name: str
    top1: float
    within1: float
    insert_precision: float
    insert_coverage: float


@pytest.fixture
def _scores(monkeypatch: pytest.MonkeyPatch) -> None:
    def evaluate(
        path: Path, method: str, *, progress: Callable[[int, int], object]
    ) -> Sequence[Score]:
        progress(1, 2)
        precision = float("nan") if method == "embeddings" else 1.0
        return [
            Score(f"{path.stem}-1", 0.5, 0.75, 1.0, 0.25),
            Score(f"{path.stem}-2", 0.7, 0.8, precision, 0.0),
        ]

    fake = types.ModuleType("slide_aligner.training.evaluation")
    fake.evaluate = evaluate  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, fake.__name__, fake)


@pytest.mark.usefixtures("_scores")
def test_evaluate_prints_each_lecture_and_the_mean_as_json() -> None:
    result = run("evaluate", "a.json", "b.json", "--json")
    scores = json.loads(result.stdout)
    assert list(scores) == ["lectures", "mean"]
    assert [each["name"] for each in scores["lectures"]] == [
        *("a-1", "a-2", "b-1", "b-2")
    ]
    assert list(scores["lectures"][0]) == [
        *("name", "top1", "within1", "insert_precision", "insert_coverage")
    ]
    assert scores["mean"] == pytest.approx(
        {
            "top1": 0.6,
            "within1": 0.775,
            "insert_precision": 1.0,
            "insert_coverage": 0.125,
        }
    )


@pytest.mark.usefixtures("_scores")
def test_a_precision_of_nothing_is_null_and_not_in_the_mean() -> None:
    result = run("evaluate", "a.json", "--method", "embeddings", "--json")
    scores = json.loads(result.stdout)
    assert scores["lectures"][1]["insert_precision"] is None
    assert scores["mean"]["insert_precision"] == 1.0


@pytest.mark.usefixtures("_scores")
def test_evaluate_prints_a_table_for_people() -> None:
    result = run("evaluate", "a.json")
    assert "insert coverage" in result.stdout
    last = next(x for x in lines(result.stdout) if "mean" in x)
    assert "0.600" in last
    assert "0.125" in last


def test_export_draws_all_slides(folder: Path) -> None:
    result = run("export", "deck.pdf", "--to", "out", "--width", "90")
    assert result.exit_code == 0
    drawn = [folder / line for line in lines(result.stdout)]
    assert drawn == [folder / f"out/deck/00{n}.webp" for n in (1, 2, 3)]
    assert all(picture.is_file() for picture in drawn)


def test_a_dry_run_of_export_draws_nothing(folder: Path) -> None:
    result = run("export", "deck.pdf", "--dry-run")
    assert "would be drawn into" in result.stdout
    assert sorted(p.name for p in folder.iterdir()) == ["deck.pdf", "notes.md"]


def test_one_deck_that_cannot_be_drawn_stops_no_other(folder: Path) -> None:
    (folder / "bad.pdf").write_text("no")
    result = run("export", "bad.pdf", "deck.pdf", "--width", "90", "--json")
    assert result.exit_code == 1
    assert len(json.loads(result.stdout)) == 3
    assert len(lines(result.stderr)) == 1
    assert "bad.pdf: " in result.stderr


# -------------------------------------------------------------- all alike


def test_each_command_explains_itself_with_an_example() -> None:
    for name in COMMANDS:
        result = run(name, "--help")
        assert result.exit_code == 0
        assert f"  align-slides {name}" in result.stdout
        assert "Exit codes: 0 all is well" in result.stdout


def test_whatever_writes_has_a_dry_run() -> None:
    for name in set(COMMANDS) - {"evaluate"}:
        assert "--dry-run" in run(name, "--help").stdout


def test_the_version_is_that_of_the_package() -> None:
    version = importlib.metadata.version("lecture-code")
    assert run("--version").stdout == f"align-slides {version}\n"


def test_nonsense_in_a_file_is_one_line(folder: Path) -> None:
    del folder
    Path("slide_links.json").write_text("{", encoding="utf-8")
    for name in ("insert", "review"):
        result = run(name)
        assert result.exit_code == 1
        assert len(lines(result.stderr)) == 1
        assert "slide_links.json:1: is not JSON" in result.stderr


def test_a_missing_package_is_named_with_its_remedy(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del folder

    def missing(_: object) -> None:
        raise ModuleNotFoundError("no", name="sentence_transformers")

    monkeypatch.setattr(align_module, "all_tools", missing)
    result = run("align", "notes.md", "--deck", "deck.pdf")
    assert result.exit_code == 1
    assert "the package sentence_transformers is missing" in result.stderr
    assert "pip install 'lecture-code[slides" in result.stderr


def test_without_its_packages_the_command_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "slide_aligner.commands.app", None)
    monkeypatch.setattr(sys, "argv", ["align-slides"])
    with pytest.raises(SystemExit, match=r"pip install 'lecture-code.slides"):
        command.run()


def started(
    arguments: Sequence[str], **variables: str
) -> "subprocess.Popen[str]":
    """Start the script as a person does; no signal is ignored in it."""
    return subprocess.Popen(
        [sys.executable, ROOT / "scripts" / "align_slides.py", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONUNBUFFERED": "1"} | variables,
        preexec_fn=_let_interrupts_through,
    )


def _default_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)


_let_interrupts_through: Callable[[], None] | None = (
    None if sys.platform == "win32" else _default_interrupts
)


@pytest.mark.parametrize("variables", [{}, {"NO_COLOR": "1"}])
def test_what_is_not_read_by_a_person_has_no_colours(
    folder: Path, variables: dict[str, str]
) -> None:
    arguments = ["insert", str(folder / "missing.json")]
    with started(arguments, **variables) as process:
        out, err = process.communicate(timeout=300)
    assert "\x1b" not in out + err
    assert err.startswith("error: ")
    assert process.returncode == 1


def wait_for(*files: Path) -> None:
    end = time.monotonic() + 300
    while not all(file.exists() for file in files):
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_ctrl_c_ends_other_processes_too(folder: Path, tmp_path: Path) -> None:
    program = tmp_path / "interrupted.py"
    program.write_text(
        "import sys\n"
        f"sys.path.insert(0, {str(Path(__file__).parents[1])!r})\n"
        "from fake_tools import fake_tools\n"
        "from slide_aligner.commands import align\n"
        "from slide_aligner.command import run\n"
        "align.all_tools = fake_tools\n"
        "if __name__ == '__main__':\n"
        "    run()\n"
    )
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text("slow")
    command = ["align", "notes.md", *decks("a.txt", "b.txt"), "--jobs", "2"]
    process = subprocess.Popen(
        [sys.executable, program, *command, "--no-cache"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=_let_interrupts_through,
    )
    wait_for(folder / "a.log", folder / "b.log")
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=300)
    assert process.returncode == 130
    assert (out, err) == ("", "interrupted; every file is whole\n")
    assert not (folder / "slide_links.json").exists()
