from pathlib import Path

from lecture_site.preview.draft import addresses_that_differ


def write(folder: Path, pages: dict[str, str]) -> Path:
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_pages_differ_that_changed_came_or_went(tmp_path: Path) -> None:
    old = write(
        tmp_path / "old",
        {
            "index.html": "a",
            "same/index.html": "b",
            "gone/index.html": "c",
            "404.html": "d",
        },
    )
    new = write(
        tmp_path / "new",
        {
            "index.html": "changed",
            "same/index.html": "b",
            "new/index.html": "c",
            "404.html": "d",
        },
    )
    assert addresses_that_differ(old, new) == ["", "gone/", "new/"]


def test_a_first_draft_is_all_new(tmp_path: Path) -> None:
    new = write(tmp_path / "new", {"index.html": "a"})
    assert addresses_that_differ(tmp_path / "absent", new) == [""]
