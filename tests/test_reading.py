"""No module reads a file of a user by a rule of its own."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCES = Path(__file__).resolve().parents[1] / "src"
RULE = "terminal/text_files.py"  # the one place that opens a text
# What they read is written by a program, or read where this rule is not.
OTHERWISE = {
    "lecture_site/notebooks/setup_cell/first_cell.py": "a reader's notebook",
    "lecture_site/other_processors/arm/proof.py": "what a machine has said",
    "lecture_site/other_processors/arm/runner.py": "what a machine is told",
    "lecture_experiments/how_slides_are_matched/slide_matching.py": "a record",
    "slide_aligner/courses/cache.py": "what the aligner has kept",
    "slide_aligner/features/aliases.py": "words of the package",
    "slide_aligner/features/stems.py": "words of the package",
    "slide_aligner/insertion/pictures.py": "a record beside pictures",
    "slide_aligner/model/weights.py": "numbers of the package",
    "slide_aligner/review/page.py": "a template of the package",
    "terminal/start.py": "nothing: it opens the null device",
}
READING = {"read_text", "readlines"}
READERS = {"json": "load", "tomllib": "load", "nbformat": "read"}


def own_readings(code: str) -> Iterator[int]:
    """Yield the lines in which code reads a text in a way of its own."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and _reads(node):
            yield node.lineno


def _reads(call: ast.Call) -> bool:
    if isinstance(call.func, ast.Name):
        return call.func.id == "open"
    if not isinstance(call.func, ast.Attribute):
        return False
    owner = getattr(call.func.value, "id", "")
    name = call.func.attr
    opens = name == "open" and owner not in {"tarfile", "pikepdf"}
    return (
        name in READING
        or READERS.get(owner) == name
        or (opens and not _is_of_bytes_or_written(call))
    )


def _is_of_bytes_or_written(call: ast.Call) -> bool:
    modes = [a.value for a in call.args if isinstance(a, ast.Constant)]
    return any("b" in str(m) or "w" in str(m) for m in modes)


@pytest.mark.parametrize(
    "code",
    [
        "path.read_text(encoding='utf-8')",
        "(root / 'a').read_text('utf-8')",
        "open(path)",
        "path.open(encoding='utf-8')",
        "json.load(file)",
        "tomllib.load(file)",
        "nbformat.read(path, as_version=4)",
        "file.readlines()",
    ],
)
def test_each_other_way_is_seen(code: str) -> None:
    assert list(own_readings(f"x = 1\ny = {code}")) == [2]


@pytest.mark.parametrize(
    "code",
    [
        "read_text(path)",
        "path.read_bytes()",
        "path.open('rb')",
        "said.open('w', encoding='utf-8')",
        "json.loads(text)",
        "tarfile.open(fileobj=data)",
    ],
)
def test_what_reads_no_text_is_not_meant(code: str) -> None:
    assert list(own_readings(code)) == []


def test_all_modules_read_by_the_one_rule() -> None:
    found = {
        path.relative_to(SOURCES).as_posix(): lines
        for path in sorted(SOURCES.rglob("*.py"))
        if "templates" not in path.parts
        and (lines := list(own_readings(path.read_text("utf-8"))))
    }
    assert found.keys() == OTHERWISE.keys(), found
    assert (SOURCES / RULE).is_file()
