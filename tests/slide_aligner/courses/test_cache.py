"""A result is kept until something that it depends on changes."""

import sys
from dataclasses import replace
from pathlib import Path

import pytest

from fake_tools import fake_tools, times_read
from samples import LINKS, NOTES
from slide_aligner.courses import cache as cache_module
from slide_aligner.courses.cache import Cache, fingerprint, user_folder
from slide_aligner.courses.tools import Options, Task, Tools, Work
from slide_aligner.documents import Deck, Link, Slide

DECK = Deck("deck", tuple(Slide(n, f"T{n}", f"T{n}") for n in range(1, 5)))
TASK = Task((NOTES,), DECK, ())


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def test_what_is_kept_is_found_by_all_that_it_depends_on(cache: Cache) -> None:
    cache.put({"a": [1]}, "notes", 3)
    assert cache.get("notes", 3) == {"a": [1]}
    assert cache.get("notes", 4) is None


def test_another_version_of_the_aligner_finds_nothing(
    cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.put(1, "key")
    monkeypatch.setattr(cache_module, "fingerprint", lambda: "other")
    assert cache.get("key") is None


def test_the_fingerprint_covers_code_weights_and_packages(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = fingerprint()
    monkeypatch.setattr(cache_module, "_version", lambda _: "9")
    other_packages = fingerprint.__wrapped__()
    monkeypatch.undo()
    monkeypatch.setattr(
        cache_module, "_files", lambda _: iter([("weights.json", b"{}")])
    )
    other_files = fingerprint.__wrapped__()
    assert len({real, other_packages, other_files}) == 3


def test_code_in_folders_of_the_package_counts_too(tmp_path: Path) -> None:
    (tmp_path / "links" / "__pycache__").mkdir(parents=True)
    (tmp_path / "links" / "entries.py").write_text("")
    (tmp_path / "links" / "__pycache__" / "entries.pyc").write_text("")
    (tmp_path / "chain.py").write_text("")
    names = [name for name, _ in cache_module._files(tmp_path)]
    assert names == ["chain.py", "links/entries.py"]


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"\xff", None])
def test_a_damaged_entry_is_made_again(
    cache: Cache, damage: bytes | None
) -> None:
    cache.put([1, 2], "key")
    assert cache.folder is not None
    (entry,) = cache.folder.iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(
        whole.replace(b"1, 2", b"1, 3") if damage is None else damage
    )
    assert cache.get("key") is None
    cache.put([1, 2], "key")
    assert entry.read_bytes() == whole


def test_a_folder_that_cannot_be_written_is_done_without(
    tmp_path: Path,
) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "cache")
    cache.put(1, "key")
    assert cache.folder is None
    assert cache.get("key") is None


def test_the_oldest_entries_go_when_there_are_many(
    cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache_module, "_MOST_ENTRIES", 8)
    for number in range(20):
        cache.put(number, number)
    assert cache.folder is not None
    assert len(list(cache.folder.iterdir())) <= 8
    assert cache.get(19) == 19


def test_the_users_folder_follows_the_system(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "xdg"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    places = {}
    for system in ("linux", "darwin", "win32"):
        monkeypatch.setattr(sys, "platform", system)
        places[system] = user_folder()
    assert places == {
        "linux": tmp_path / "xdg" / "align-slides",
        "darwin": tmp_path / "Library" / "Caches" / "align-slides",
        "win32": tmp_path / "local" / "align-slides",
    }


def test_without_a_home_there_is_no_cache(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def homeless() -> Path:
        raise RuntimeError("no home")

    monkeypatch.setattr(Path, "home", homeless)
    assert user_folder() is None


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "deck.txt"
    path.write_text("A\nB")
    return path


def work(folder: Path | None, **options: object) -> Work:
    return Work(fake_tools(folder), replace(Options(), **options))


def test_a_deck_is_read_once(tmp_path: Path, deck: Path) -> None:
    first = work(tmp_path / "c").deck(deck)
    assert work(tmp_path / "c").deck(deck) == first
    assert times_read(deck) == 1


def test_a_changed_deck_is_read_again(tmp_path: Path, deck: Path) -> None:
    work(tmp_path / "c").deck(deck)
    deck.write_text("A\nC", encoding="utf-8")
    assert work(tmp_path / "c").deck(deck).slides[1].title == "C"


def test_recognition_is_part_of_the_key(tmp_path: Path, deck: Path) -> None:
    work(tmp_path / "c").deck(deck)
    work(tmp_path / "c", ocr=True).deck(deck)
    assert times_read(deck) == 2


def test_what_a_password_protects_is_not_kept(
    tmp_path: Path, deck: Path
) -> None:
    work(tmp_path / "c", password="secret").deck(deck)
    assert not (tmp_path / "c").exists()


class Counted:
    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, *_: object, **__: object) -> list[Link]:
        self.calls += 1
        return list(LINKS)


@pytest.fixture
def counted() -> Counted:
    return Counted()


@pytest.fixture
def tools(tmp_path: Path, counted: Counted) -> Tools:
    return replace(fake_tools(tmp_path / "c"), align=counted)


def test_links_are_made_once(tools: Tools, counted: Counted) -> None:
    for _ in range(2):
        assert Work(tools, Options()).links(TASK) == list(LINKS)
    assert counted.calls == 1


@pytest.mark.parametrize(
    "options",
    [
        {"method": "embeddings"},
        {"skip": ("References",)},
        {"generic": ("Example",)},
    ],
)
def test_each_option_counts(
    tools: Tools, counted: Counted, options: dict[str, object]
) -> None:
    Work(tools, Options()).links(TASK)
    Work(tools, replace(Options(), **options)).links(TASK)
    assert counted.calls == 2


def test_the_content_of_aliases_counts(
    tools: Tools, counted: Counted, tmp_path: Path
) -> None:
    aliases = tmp_path / "aliases.toml"
    for text in ("", "x = 1", "x = 1"):
        aliases.write_text(text)
        Work(tools, Options(aliases=aliases)).links(TASK)
    assert counted.calls == 2


def test_changed_notes_are_aligned_again(
    tools: Tools, counted: Counted
) -> None:
    Work(tools, Options()).links(TASK)
    shorter = replace(NOTES, sections=NOTES.sections[:1])
    Work(tools, Options()).links(replace(TASK, notes=(shorter,)))
    assert counted.calls == 2
