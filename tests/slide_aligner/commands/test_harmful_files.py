"""Whatever a file holds or is called, a command ends in clear lines.

Each command is given each kind of harm in each place where it reads a file.
Nothing but its output may have changed afterwards, and that is whole.
"""

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from slide_aligner.commands.app import app
from small_pdfs import pdf, slide

NOTES = "# Gradients\n\nWords.\n\n## Chain rule\n\nMore words.\n"
DECK = pdf([slide("Gradients", "Words"), slide("Chain rule", "More words")])
GOLD = [
    {
        "name": "one",
        "slides": [{"title": "Gradients", "text": "Words"}],
        "units": [{"text": "Words", "heading": "Gradients", "gold": [0]}],
    }
]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


@pytest.fixture(scope="module")
def aligned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A lecture that is aligned, and a neighbour that nobody names."""
    root = tmp_path_factory.mktemp("aligned")
    (root / "neighbour.md").write_text(NOTES, encoding="utf-8")
    folder = root / "lecture"
    folder.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(root / "cache"))
        patch.chdir(folder)
        Path("notes.md").write_text(NOTES, encoding="utf-8")
        Path("deck.pdf").write_bytes(DECK)
        Path("gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
        done = run("align", "notes.md", "--deck", "deck.pdf")
    assert (done.exit_code, done.stderr) == (0, "")
    return root


@pytest.fixture
def lecture(
    aligned: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """A copy of it that a test may harm; it is the working directory."""
    shutil.copytree(aligned, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(folder := tmp_path / "lecture")
    yield folder
    assert (tmp_path / "neighbour.md").read_text("utf-8") == NOTES


def write(data: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(data)


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(100_000_000)


def loop(path: Path) -> None:
    path.symlink_to(path.name)


def dangling(path: Path) -> None:
    path.symlink_to("nowhere")


HARM: dict[str, Callable[[Path], object]] = {
    "empty": write(b""),
    "binary": write(b"\x89PNG\r\n\x1a\n\0\0\xff" * 99),
    "Latin-1": write(b"# caf\xe9\n"),
    "half of UTF-16": write(b"\xff\xfe#\0 "),
    "zeros": write(b"\0" * 5000),
    "brackets": write(b"[" * 100_000),
    "braces": write(b'{"a":' * 100_000),
    "arrows": write(b">" * 100_000),
    "nested lists": write(b"- " * 50_000),
    "a long number": write(b"9" * 100_000),
    "a long number of TOML": write(b"x = " + b"9" * 100_000),
    "brackets of TOML": write(b"x = " + b"[" * 100_000),
    "no number": write(b'{"schema": NaN}'),
    "another schema": write(b'{"schema": 9e999}'),
    "null": write(b"null"),
    "a cut archive": write(b"PK\x03\x04" + b"\0" * 40),
    "a cut PDF": write(DECK[: len(DECK) // 2]),
    "an old Office file": write(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99),
    "100 MB": sparse,
    "a folder": lambda path: path.mkdir(),
    "a link to itself": loop,
    "a link to nowhere": dangling,
    "missing": lambda _: None,
}
if hasattr(os, "mkfifo"):
    HARM["a pipe"] = os.mkfifo
PLACES = {
    "notes": ("align", "X.md", "--deck", "deck.pdf"),
    "a PDF": ("align", "notes.md", "--deck", "X.pdf"),
    "a PowerPoint file": ("align", "notes.md", "--deck", "X.pptx"),
    "a deck of text": ("align", "notes.md", "--deck", "X.txt"),
    "a deck of JSON": ("align", "notes.md", "--deck", "X.json"),
    "a manifest": ("align", "--manifest", "X.toml"),
    "pins": ("align", "notes.md", "--deck", "deck.pdf", "--pins", "X.json"),
    "aliases": (
        *("align", "notes.md", "--deck", "deck.pdf"),
        *("--aliases", "X.toml"),
    ),
    "links to insert": ("insert", "X.json"),
    "links to review": ("review", "X.json"),
    "pins to review": ("review", "--pins", "X.json"),
    "notes to revert": ("revert", "X.md"),
    "links to revert": ("revert", "X.json"),
    "gold": ("evaluate", "X.json"),
    "a PDF to draw": ("export", "X.pdf", "--to", "pictures"),
}
OUTPUTS = ("slide_links.json", "slide_review.html", "slide_review_pictures")


def held(folder: Path) -> dict[str, bytes]:
    """Return what the files of a folder hold, but what may be written."""
    return {
        path.name: path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and path.stem != "X"
        and path.relative_to(folder).parts[0] not in OUTPUTS
    }


def assert_clear(result: Result) -> None:
    assert result.exit_code in {0, 1, 2, 3}
    assert "Traceback" not in result.output
    assert "unexpected" not in result.output
    if result.exit_code == 1:
        assert result.stderr
        for line in result.stderr.splitlines():
            assert line.startswith(("error: ", "warning: "))
            assert len(line) < 300


@pytest.mark.parametrize("harm", HARM.values(), ids=HARM)
@pytest.mark.parametrize("arguments", PLACES.values(), ids=PLACES)
def test_each_harm_in_each_place_is_told_in_lines(
    arguments: tuple[str, ...], harm: Callable[[Path], object], lecture: Path
) -> None:
    name = next(word for word in arguments if word.startswith("X."))
    harm(lecture / name)
    before = held(lecture)
    assert_clear(run(*arguments))
    assert held(lecture) == before
    links = json.loads(Path("slide_links.json").read_text(encoding="utf-8"))
    assert links["schema"] == 1


NAMES = ["with blanks", "it's", "層 é ñ", "a&b;c$d#e", "{a}", "~home", "-x"]
if sys.platform != "win32":
    NAMES += ['"quoted"', "two\nlines", "\x1b[31mred", "<b>bold", "*", "[ab]"]
    NAMES += ["‮turned", "back\\slash", "tab\there"]
if sys.platform == "linux":
    NAMES.append(os.fsdecode(b"caf\xe9"))


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_may_be_anything(name: str, lecture: Path) -> None:
    notes, deck = f"{name}.md", f"{name}.pdf"
    Path("notes.md").rename(notes)
    Path("deck.pdf").rename(deck)
    for arguments in (
        ("align", f"--deck={deck}", "--", notes),
        ("review", "--width", "90"),
        ("review", "--width", "90", "--embed"),
        ("insert", "--width", "90", "--dry-run"),
        ("insert", "--width", "90"),
        ("revert", "--", notes),
        ("export", "--width", "90", "--", deck),
    ):
        result = run(*arguments)
        assert (result.exit_code, result.stderr) == (0, ""), arguments
        assert "\x1b" not in result.stdout
        for line in result.stdout.splitlines():
            assert not line.startswith("lines.")
    assert Path(notes).read_text("utf-8") == NOTES
    assert "two\nlines" not in run("align", "--", f"no{notes}").output
    assert sorted(lecture.parent.iterdir()) == [
        lecture.parent / "cache",
        lecture,
        lecture.parent / "neighbour.md",
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ("align", "notes.md", "--deck", "deck.pdf", "--out", "notes.md"),
        ("align", "notes.md", "--deck", "deck.pdf", "--out", "deck.pdf"),
        ("align", "notes.md", "--deck", "deck.pdf", "--out", "hard.md"),
        ("align", "notes.md", "--deck", "deck.pdf", "--out", "soft.md"),
        ("align", "notes.md", "--deck", "deck.pdf", "--out", "x/../deck.pdf"),
        ("align", "--manifest", "all.toml", "--out", "all.toml"),
        ("align", "--manifest", "all.toml", "--out", "notes.md"),
        (
            *("align", "notes.md", "--deck", "deck.pdf"),
            *("--aliases", "words.toml", "--out", "words.toml"),
        ),
        (
            *("align", "notes.md", "--deck", "deck.pdf"),
            *("--pins", "my_pins.json", "--out", "my_pins.json"),
        ),
        (
            *("align", "notes.md", "--deck", "deck.pdf"),
            *("--out", "slide_pins.json"),
        ),
        ("review", "--out", "slide_links.json"),
        ("review", "--out", "notes.md"),
        ("review", "--out", "deck.pdf"),
        ("review", "--out", "soft.md"),
        ("review", "--pins", "my_pins.json", "--out", "my_pins.json"),
    ],
)
def test_an_input_is_no_output(
    arguments: tuple[str, ...], lecture: Path
) -> None:
    Path("x").mkdir()
    os.link("notes.md", "hard.md")
    Path("soft.md").symlink_to("notes.md")
    Path("words.toml").write_text("[commands]\n", encoding="utf-8")
    Path("my_pins.json").write_text('{"schema": 1, "pins": []}', "utf-8")
    Path("all.toml").write_text(
        '[[lecture]]\nnotes = ["notes.md"]\ndeck = "deck.pdf"\n', "utf-8"
    )
    before = held(lecture)
    result = run(*arguments)
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert line.endswith("is read as well as written; choose another --out")
    assert held(lecture) == before


@pytest.mark.parametrize("out", [".", "..", "/", "x"])
@pytest.mark.parametrize("command", ["align", "review"])
def test_a_folder_is_no_output(command: str, out: str, lecture: Path) -> None:
    Path("x").mkdir()
    given = ("notes.md", "--deck", "deck.pdf") if command == "align" else ()
    before = held(lecture)
    root = Path(lecture.anchor)
    above = [*lecture.parent.iterdir(), *root.iterdir()]
    result = run(command, *given, "--out", out)
    assert result.exit_code == 1
    assert "it is a folder" in result.stderr
    assert held(lecture) == before
    assert [*lecture.parent.iterdir(), *root.iterdir()] == above


@pytest.mark.skipif(sys.platform == "win32", reason="no such devices")
@pytest.mark.parametrize("command", ["align", "review"])
def test_a_device_is_not_replaced(command: str, lecture: Path) -> None:
    os.mkfifo("pipe")
    given = ("notes.md", "--deck", "deck.pdf") if command == "align" else ()
    result = run(command, *given, "--out", "pipe")
    assert result.exit_code == 1
    assert "pipe: cannot be written: it is a device" in result.stderr
    assert (lecture / "pipe").is_fifo()


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file grow beyond a few bytes, as on a disk that is full."""
    import resource

    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.mark.skipif(sys.platform == "win32", reason="no such limits")
@pytest.mark.parametrize(
    "arguments",
    [
        ("align", "notes.md", "--deck", "deck.pdf", "--out", "new.json"),
        ("align", "notes.md", "--deck", "deck.pdf"),
        ("review", "--embed"),
        ("review",),
        ("insert",),
        ("export", "deck.pdf", "--to", "pictures"),
    ],
)
def test_a_full_disk_leaves_everything_whole(
    arguments: tuple[str, ...], lecture: Path
) -> None:
    links = Path("slide_links.json")
    if arguments[-1] == "deck.pdf":  # what it would write must be new
        links.write_text(links.read_text("utf-8").replace("9", "8"), "utf-8")
    before = held(lecture) | {"links": links.read_bytes()}
    with full_disk():
        result = run(*arguments)
    assert result.exit_code == 1
    assert_clear(result)
    assert "too large" in result.stderr or "No space" in result.stderr
    assert held(lecture) | {"links": links.read_bytes()} == before
    assert not list(lecture.rglob("*.part"))


EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"


def test_script_in_titles_is_text_wherever_it_comes_out(lecture: Path) -> None:
    title = "Loss <script>alert(1)</script> {{ 7 }} **b** %% | `c`"
    evil = f"# {EVIL}\n\nWords.\n\n## Loss alert\n\nalert\n"
    Path("notes.md").write_text(evil, encoding="utf-8")
    Path("deck.pdf").write_bytes(pdf([slide(title, "alert", "script")]))
    pin = {"notes": "notes.md", "section": "loss-alert", "deck": "deck"}
    pins = {"schema": 1, "pins": [pin | {"slides": [1]}]}
    Path("slide_pins.json").write_text(json.dumps(pins), encoding="utf-8")
    for arguments in (
        ("align", "notes.md", "--deck", "deck.pdf"),
        ("review", "--width", "90"),
        ("insert", "--width", "90"),
    ):
        assert run(*arguments).exit_code == 0
    html = Path("slide_review.html").read_text(encoding="utf-8")
    assert html.count("<script") == 2
    assert "<img src=x" not in html
    written = Path("notes.md").read_text(encoding="utf-8")
    images = [x for x in written.splitlines() if x.startswith("![")]
    assert images
    for harm in ("<script", "{{", "%%", "**b", "| `"):
        assert not [image for image in images if harm in image]
    assert evil.splitlines()[0] in written
    assert lecture.is_dir()
