"""A file that a person has written is read, or told with line and remedy."""

import unicodedata
from pathlib import Path

import pytest

from lecture_site.basics.json_files import read_cache, read_json
from lecture_site.basics.problems import Problem, ProblemError, line_of
from lecture_site.basics.sources import (
    as_some_disks_see,
    from_here,
    read_made,
    read_source,
    read_toml,
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(tmp_path: Path, data: bytes, name: str = "docs/a b.md") -> Path:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


def problem_with(data: bytes, tmp_path: Path, name: str) -> Problem:
    path = written(tmp_path, data, name)
    read = {".toml": read_toml, ".json": lambda p: read_json(p, dict, "x")}
    with pytest.raises(ProblemError) as caught:
        read.get(path.suffix, read_source)(path)
    return caught.value.problem


def test_a_source_is_read_without_its_mark(tmp_path: Path) -> None:
    path = written(tmp_path, "# Étude\r\n".encode("utf-8-sig"))
    assert read_source(path) == "# Étude\n"


@pytest.mark.parametrize("codec", ["latin-1", "cp1252", "mac-roman"])
def test_another_encoding_has_page_line_and_remedy(
    codec: str, tmp_path: Path
) -> None:
    data = "# Page\n\ncafé\n".encode(codec)
    told = problem_with(data, tmp_path, "docs/a b.md")
    assert told.place == "docs/a b.md:3"
    assert told.what.startswith("is not UTF-8: byte 12 is 0x")
    assert told.remedy == "save it as UTF-8"


@pytest.mark.parametrize("codec", ["utf-16", "utf-32"])
def test_what_python_cannot_read_is_refused(
    codec: str, tmp_path: Path
) -> None:
    told = problem_with("# Page\n".encode(codec), tmp_path, "docs/page.md")
    assert told.place == "docs/page.md:1"
    assert told.remedy == "save it as UTF-8"


def test_what_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(ProblemError) as caught:
        read_source(tmp_path / "docs" / "page.md")
    assert caught.value.problem == Problem(
        "does not exist", "check the name", "docs/page.md"
    )
    with pytest.raises(ProblemError, match=r"\.: is a folder"):
        read_source(tmp_path)


def test_a_table_is_read_or_told_with_its_line(tmp_path: Path) -> None:
    assert read_toml(tmp_path / "none.toml") == {}
    path = written(tmp_path, b'\xef\xbb\xbfa = "b"\n', "docs/a.toml")
    assert read_toml(path) == {"a": "b"}
    told = problem_with(b"a = 1\n\nb = [\n", tmp_path, "docs/b.toml")
    assert "this is no TOML" in told.what
    told = problem_with(b"a = 1\nb\n", tmp_path, "docs/b.toml")
    assert told.place == "docs/b.toml:2"
    told = problem_with(b"a = 1\na = 2\n", tmp_path, "docs/b.toml")
    assert "this is no TOML" in told.what
    told = problem_with(b"a = " + b"[" * 9999, tmp_path, "docs/b.toml")
    assert "this is no TOML" in told.what


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'{"a": 1, "a": 2}', "it has two entries 'a'"),
        (b'{"a": {"b": 1, "c": 1, "b": 1}}', "it has two entries 'b'"),
        (b"[]", "it holds no dict"),
        (b"", "Expecting value"),
        (b"[" * 100_000, "recursion"),
        (b'{"a": "\xe9"}', "is not UTF-8: byte"),
        (b'{"a": "\0"}', "is no text: it holds"),
    ],
)
def test_a_record_is_read_or_told(
    data: bytes, said: str, tmp_path: Path
) -> None:
    told = problem_with(data, tmp_path, "docs/a.json")
    assert told.page == "docs/a.json"
    assert told.what.startswith("a.json cannot be read: ")
    assert said in told.what
    assert read_cache(tmp_path / "docs/a.json", dict) == {}


def test_the_line_of_a_record_is_told(tmp_path: Path) -> None:
    told = problem_with(b"{\n<<<<<<< HEAD\n}", tmp_path, "docs/a.json")
    assert told.place == "docs/a.json:2"


def test_a_place_in_what_cannot_be_read_is_not_known(tmp_path: Path) -> None:
    path = written(tmp_path, b"one\ntwo\n")
    assert line_of(path, "two") == 2
    assert line_of(path, "three") == 0
    assert line_of(written(tmp_path, b"two \xe9\n"), "two") == 0
    assert line_of(tmp_path / "none.md", "two") == 0


def test_files_are_named_from_where_the_author_is(tmp_path: Path) -> None:
    assert from_here(tmp_path / "docs" / "a.md") == "docs/a.md"
    assert from_here(tmp_path.parent / "a.md").endswith("/a.md")


def test_names_that_some_disks_take_for_one_are_equal() -> None:
    composed, parts = (
        unicodedata.normalize(form, "Étude.md") for form in ("NFC", "NFD")
    )
    assert composed != parts
    assert as_some_disks_see(composed) == as_some_disks_see(parts)
    assert as_some_disks_see("Page.MD") == as_some_disks_see("page.md")
    assert as_some_disks_see("straße") == as_some_disks_see("STRASSE")
    assert as_some_disks_see("page.md") != as_some_disks_see("pages.md")


def test_what_is_made_may_be_longer_than_what_a_person_writes(
    tmp_path: Path,
) -> None:
    long = b'["' + b"x" * 11_000_000 + b'"]'
    made = written(tmp_path, long, "docs/made.json")
    assert len(read_made(made)) == len(long)
    assert len(read_json(made, list, "x")) == 1
    with pytest.raises(ProblemError, match="10 is the most that is read"):
        read_source(made)
