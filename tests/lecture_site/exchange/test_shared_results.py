"""What others have made is taken if it is what was wanted, and else made."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from lecture_site.exchange import entry, results
from lecture_site.exchange.entry import packed
from one_listing import Checkout, entries


def test_what_one_checkout_made_another_takes(second: Checkout) -> None:
    assert "no shared" not in second.make()
    assert not second.ran.exists()
    assert second.kept == "loss 0.25\n"


def test_an_entry_says_what_it_was_made_from(
    first: Checkout, folder: Path
) -> None:
    (path,) = entries(folder)
    held = json.loads(path.read_bytes())
    assert held["name"] == "listing a"
    assert held["made_from"] == first.wanted.made_from
    assert held["text"] == "loss 0.25\n"
    assert path.stem == first.wanted.key


def test_what_was_changed_is_made(second: Checkout, folder: Path) -> None:
    second.write("0.5 / 2")
    assert second.make() == ""
    assert second.ran.exists()
    assert len(entries(folder)) == 2


def test_all_that_is_named_is_made_whatever_others_have(
    second: Checkout,
) -> None:
    second.make(everything=True)
    assert second.ran.exists()


def spoilt(**changes: object) -> Callable[[bytes], bytes]:
    return lambda held: json.dumps(json.loads(held) | changes).encode()


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "another text": spoilt(text="loss 0.24\n"),
    "another name": spoilt(name="listing b"),
    "other sources": spoilt(made_from="0123"),
    "no digest": spoilt(digest=None),
    "half a character": spoilt(text="\ud800"),
    "no text": spoilt(text=[1]),
    "half written": lambda held: held[: len(held) // 2],
    "empty": lambda _: b"",
    "a page": lambda _: b"<!doctype html><title>Sign in</title>",
    "no text at all": lambda _: b"\x80\xff\x00",
    "a list": lambda _: b"[]",
    "very deep": lambda _: b"[" * 200_000,
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_cannot_be_believed_is_told_once_and_made(
    second: Checkout, folder: Path, damage: str
) -> None:
    (path,) = entries(folder)
    path.write_bytes(DAMAGE[damage](path.read_bytes()))
    told = second.make()
    assert told.count("refused and made here: listing a: ") == 1
    assert len(told.splitlines()) == 1
    assert second.ran.exists()
    assert second.kept == "loss 0.25\n"
    assert second.make() == ""
    assert entry.unpacked(path.read_bytes(), second.wanted) == second.kept


def test_an_entry_too_large_is_refused(
    second: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entry, "LARGEST", 10)
    assert "more than 10 bytes" in second.make()
    assert second.ran.exists()


def test_what_does_not_agree_with_the_record_is_made_before_it_is_told(
    second: Checkout, folder: Path
) -> None:
    """Another's false text is no problem of this checkout, nor its record."""
    (path,) = entries(folder)
    path.write_bytes(packed(second.wanted, "loss 0.75\n"))
    for record in (False, True):
        (second.project.cache / "made.json").unlink(missing_ok=True)
        path.write_bytes(packed(second.wanted, "loss 0.75\n"))
        told = second.make(record=record)
        assert "it does not agree with the record" in told
        assert len(told.splitlines()) == 1
        assert second.kept == "loss 0.25\n"


def test_digits_of_another_processor_confirm_and_are_not_written(
    second: Checkout, folder: Path
) -> None:
    (path,) = entries(folder)
    path.write_bytes(packed(second.wanted, "loss 0.26\n"))
    assert second.make() == ""
    assert not second.ran.exists()
    assert second.kept == "loss 0.25\n"


def test_what_nobody_commits_is_kept_as_others_made_it(
    second: Checkout,
) -> None:
    (second.project.root / "kept.out").unlink()
    assert second.make(is_committed=False) == ""
    assert not second.ran.exists()
    assert second.kept == "loss 0.25\n"


def test_a_failure_is_not_shared(second: Checkout, folder: Path) -> None:
    second.write("1 / 0")
    assert "ZeroDivisionError" in second.make()
    assert len(entries(folder)) == 1


def test_what_changed_while_it_was_made_is_not_shared(
    second: Checkout, folder: Path
) -> None:
    second.source.write_text(
        "from pathlib import Path\n"
        "Path(__file__).write_text('print(\"loss\", 0.25)')\n"
        "print('loss', 0.25)\n",
        encoding="utf-8",
    )
    assert second.make() == ""
    assert len(entries(folder)) == 1


def test_a_folder_only_to_read_stays_as_it_is(
    second: Checkout, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(results.ONLY_READ, "1")
    (path,) = entries(folder)
    before = path.stat().st_mtime_ns
    second.make()
    assert not second.ran.exists()
    second.write("0.5 / 2")
    second.make()
    assert second.ran.exists()
    assert entries(folder) == [path]
    assert path.stat().st_mtime_ns == before


def test_a_folder_that_cannot_be_is_told_once(
    second: Checkout, folder: Path
) -> None:
    (path,) = entries(folder)
    path.unlink()
    path.parent.rmdir()
    folder.rmdir()
    folder.write_text("a file", encoding="utf-8")
    told = second.make()
    assert second.ran.exists()
    assert 1 <= len(told.splitlines()) <= 2
    assert str(folder) in told


def test_what_is_neither_folder_nor_address_is_told(
    second: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(results.VARIABLE, "s3://bucket/results")
    assert "no folder and no http(s) address: s3://" in second.make()
    assert second.ran.exists()
