"""Loops of a page end, one within another too."""

from pathlib import Path

import pytest

from lecture_site.basics.problems import ProblemError
from lecture_site.pages.loops import LONGEST, range_of_pages


@pytest.mark.parametrize(
    "limits", [(4,), (2, 7), (7, 2), (9, 0, -3), (0, 10, 4), (0,)]
)
def test_it_counts_as_pythons_own(limits: tuple[int, ...]) -> None:
    assert list(range_of_pages(lambda: "docs/a.md")(*limits)) == list(
        range(*limits)
    )


@pytest.mark.parametrize(
    "limits", [(LONGEST + 1,), (10**30,), (0, -(10**30), -1)]
)
def test_a_loop_that_hardly_ends_is_refused(limits: tuple[int, ...]) -> None:
    counting = range_of_pages(lambda: "docs/a.md")
    with pytest.raises(ProblemError, match="count to more than"):
        counting(*limits)


def test_loops_within_loops_are_counted_together() -> None:
    counting = range_of_pages(lambda: "docs/a.md")
    with pytest.raises(ProblemError, match="count to more than"):
        [0 for _ in counting(1000) for _ in counting(1000)]


def test_empty_loops_within_loops_count_too() -> None:
    counting = range_of_pages(lambda: "docs/a.md")
    with pytest.raises(ProblemError, match="count to more than"):
        [counting(0) for _ in range(LONGEST + 1)]


def test_each_page_counts_for_itself() -> None:
    pages = iter(["docs/a.md", "docs/b.md"])
    counting = range_of_pages(lambda: next(pages))
    assert len(counting(LONGEST - 1)) == len(counting(LONGEST - 1))


def test_the_line_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    text = "# A\n\n{% for i in range(10**9) %}x{% endfor %}\n"
    (tmp_path / "docs" / "a.md").write_text(text, encoding="utf-8")
    with pytest.raises(ProblemError) as told:
        range_of_pages(lambda: "docs/a.md")(10**9)
    assert (told.value.problem.page, told.value.problem.line) == (
        "docs/a.md",
        3,
    )
