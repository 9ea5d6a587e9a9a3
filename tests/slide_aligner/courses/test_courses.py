"""Many notes find their decks; one broken file stops no other lecture."""

from pathlib import Path

import pytest

from fake_tools import fake_tools
from slide_aligner.courses.course import Course, align_course
from slide_aligner.courses.file_name_matching import match_names, name_of
from slide_aligner.courses.manifest import Lecture, read_manifest
from slide_aligner.courses.tools import Options
from slide_aligner.files.file_names import folder_names
from slide_aligner.links.links_file import document
from slide_aligner.links.pins import Pin
from slide_aligner.parallel import n_processes, run_all
from terminal.errors import Failure, FileProblemError


def files(folder: Path, texts: dict[str, str]) -> list[Path]:
    paths = []
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def aligned(
    folder: Path,
    notes: dict[str, str],
    decks: dict[str, str],
    *,
    jobs: int | None = 1,
    lectures: list[Lecture] | None = None,
    pins: tuple[Pin, ...] = (),
) -> Course:
    return align_course(
        files(folder, notes),
        files(folder, decks),
        fake_tools(),
        Options(),
        folder=folder,
        lectures=lectures,
        pins=pins,
        jobs=jobs,
    )


def found(course: Course) -> dict[str, tuple[str, int | None]]:
    return {
        f"{link.notes}#{link.section}": (link.deck, link.show)
        for link in course.file.links
    }


@pytest.mark.parametrize(
    ("notes", "deck"),
    [
        ("lecture 03.md", "03_slides.pdf"),
        ("Lecture3_notes.md", "lec-003.pdf"),
        ("backpropagation.md", "04 Backpropagation.pdf"),
        ("2024-01-15 notes.md", "slides_20240115.pdf"),
        ("week2.md", "2024-01-22_week_02_deck.pdf"),
        ("05_cnn.md", "cnn_05.pdf"),
        ("06-rnn.md", "Vorlesung06.pdf"),
        ("é.md", "é.pdf"),
        ("07/notes.md", "07/slides.pdf"),
    ],
)
def test_names_of_one_lecture_match(notes: str, deck: str) -> None:
    others = [
        Path("x/lecture_99.pdf"),
        Path("x/other.pdf"),
        Path("8/deck.pdf"),
    ]
    matches = match_names([Path(notes)], [*others, Path(deck)])
    assert matches == {Path(notes): Path(deck)}


@pytest.mark.parametrize(
    ("notes", "deck"),
    [
        ("03_cnn.md", "03_rnn.pdf"),
        ("cnn_1.md", "cnn_2.pdf"),
        ("intro.md", "summary.pdf"),
        ("lecture_1.md", "lecture_11.pdf"),
    ],
)
def test_names_of_two_lectures_do_not_match(notes: str, deck: str) -> None:
    assert match_names([Path(notes)], [Path(deck)]) == {}


def test_a_name_that_fits_two_decks_is_left_open() -> None:
    decks = [Path("03_a.pdf"), Path("03_b.pdf")]
    assert match_names([Path("03.md")], decks) == {}


def test_a_name_is_taken_apart() -> None:
    name = name_of(Path("2024-01-15_Lecture03_ReLU.md"))
    assert (name.date, name.numbers, name.words) == (
        "20240115",
        (3,),
        ("relu",),
    )


def test_one_deck_takes_all_notes_in_their_order(tmp_path: Path) -> None:
    course = aligned(
        tmp_path, {"b.md": "# B", "a.md": "# A"}, {"deck.txt": "A\nB"}
    )
    assert found(course) == {"a.md#a": ("deck", 1), "b.md#b": ("deck", 2)}


def test_names_come_before_content(tmp_path: Path) -> None:
    course = aligned(
        tmp_path, {"01.md": "# B"}, {"01.txt": "A", "02.txt": "B"}
    )
    assert found(course) == {"01.md#b": ("01", None)}


def test_content_decides_where_names_do_not(tmp_path: Path) -> None:
    notes = {"one.md": "# A\n# B", "two.md": "# A\n# C", "three.md": "# C"}
    decks = {"x.txt": "A\nC", "y.txt": "A\nB", "z.txt": "D"}
    course = aligned(tmp_path, notes, decks)
    assert found(course) == {
        "one.md#a": ("y", 1),
        "one.md#b": ("y", 2),
        "two.md#a": ("x", 1),
        "two.md#c": ("x", 2),
        "three.md#c": ("x", 2),
    }


def test_notes_related_to_no_deck_say_so(tmp_path: Path) -> None:
    course = aligned(tmp_path, {"one.md": "# Z"}, {"x.txt": "A", "y.txt": "B"})
    (link,) = course.file.links
    assert (link.deck, link.decision) == ("", "skip")
    assert link.reason == "No deck matches these notes."
    assert course.matches_nothing


def test_a_manifest_decides_before_names(tmp_path: Path) -> None:
    lectures = [Lecture((tmp_path / "01.md",), tmp_path / "02.txt")]
    course = aligned(
        tmp_path,
        {"01.md": "# B"},
        {"01.txt": "A", "02.txt": "B"},
        lectures=lectures,
    )
    assert found(course) == {"01.md#b": ("02", 1)}


def test_a_manifest_names_files_relative_to_itself(tmp_path: Path) -> None:
    path = tmp_path / "course.toml"
    path.write_text('[[lecture]]\nnotes = ["a.md"]\ndeck = "d/a.pdf"\n')
    assert read_manifest(path) == [
        Lecture((tmp_path / "a.md",), tmp_path / "d" / "a.pdf")
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[lecture]]\nnotes = 1", '"notes" must be a list, not 1'),
        ("[[lecture]]\nnotes = []", '"notes" is empty'),
        ('[[lecture]]\nnotes = ["a"]', '"deck" is missing'),
        ("[[lecture]]\nnote = 1", 'unknown key "note"'),
        ("[lecture]\n", '"lecture" must be a list'),
        ("lecture =", "is not TOML"),
        (
            '[[lecture]]\nnotes = ["a", "a"]\ndeck = "d"',
            "a stands there twice",
        ),
        ("[[lecture]]\nnotes = 2024-01-01", "must be a list"),
    ],
)
def test_a_nonsensical_manifest_is_one_line(
    tmp_path: Path, text: str, message: str
) -> None:
    path = tmp_path / "course.toml"
    path.write_text(text)
    with pytest.raises(FileProblemError) as error:
        read_manifest(path)
    assert message in str(error.value)
    assert str(error.value).startswith(f"{path}: ")
    assert "\n" not in str(error.value)


NOTES = {f"{n:02}.md": f"# A{n}" for n in range(1, 5)}
DECKS = {f"{n:02}.txt": f"-\nA{n}" for n in range(1, 5)}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_broken_deck_stops_no_other_lecture(
    tmp_path: Path, jobs: int
) -> None:
    broken = DECKS | {"02.txt": "broken", "03.txt": "bug"}
    course = aligned(tmp_path, NOTES, broken, jobs=jobs)
    assert found(course) == {"01.md#a1": ("01", 2), "04.md#a4": ("04", 2)}
    assert [failure.message for failure in course.failures] == [
        f"{tmp_path / '02.txt'}: is broken",
        f"{tmp_path / '03.txt'}: unexpected ZeroDivisionError: a bug",
    ]
    assert "fake_tools.py" in course.failures[1].trace


def test_notes_of_a_broken_deck_do_not_go_with_another(tmp_path: Path) -> None:
    notes = {"01.md": "# A", "02.md": "# A"}
    course = aligned(tmp_path, notes, {"01.txt": "A", "02.txt": "broken"})
    assert found(course) == {"01.md#a": ("01", 1)}


def test_a_process_that_dies_stops_no_other_lecture(tmp_path: Path) -> None:
    deadly = DECKS | {"02.txt": "dies"}
    course = aligned(tmp_path, NOTES, deadly, jobs=2)
    assert [deck.name for deck in course.file.decks] == ["01", "03", "04"]
    (failure,) = course.failures
    assert failure.message.startswith(
        f"{tmp_path / '02.txt'}: the process that read it died"
    )


def test_processes_do_not_change_the_result(tmp_path: Path) -> None:
    one = aligned(tmp_path, NOTES, DECKS, jobs=1)
    two = aligned(tmp_path, NOTES, DECKS, jobs=2)
    assert document(one.file) == document(two.file)


def test_notes_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    good = files(tmp_path, {"a.md": "# A", "d.txt": "A"})
    course = align_course(
        [tmp_path / "gone.md", good[0]],
        [good[1]],
        fake_tools(),
        Options(),
        folder=tmp_path,
    )
    assert found(course) == {"a.md#a": ("d", 1)}
    assert "gone.md: does not exist" in course.failures[0].message


def test_empty_notes_are_named_and_stop_no_others(tmp_path: Path) -> None:
    course = aligned(tmp_path, {"a.md": "# A", "b.md": " \n"}, {"d.txt": "A"})
    assert found(course) == {"a.md#a": ("d", 1)}
    assert course.warnings == (
        f"{tmp_path / 'b.md'}: has no text, so it gets no slides",
    )


def test_decks_of_one_name_are_told_apart(tmp_path: Path) -> None:
    course = aligned(
        tmp_path,
        {"01/notes.md": "# A", "02/notes.md": "# B"},
        {"01/slides.txt": "A", "02/slides.txt": "B"},
    )
    assert found(course) == {
        "01/notes.md#a": ("01/slides.txt", 1),
        "02/notes.md#b": ("02/slides.txt", 1),
    }


def test_folders_for_pictures_differ_even_where_case_does_not_count() -> None:
    names = folder_names(["a b.pdf", "a/B.pdf", "../x", "é", "…"])
    assert names["../x"] == "x"
    assert names["é"] == "é"
    assert len({name.casefold() for name in names.values()}) == 5
    assert not any(set(name) & set("/\\ ") for name in names.values())


def test_a_pin_may_send_a_section_to_another_deck(tmp_path: Path) -> None:
    pin = Pin("01.md", "a1", "02", (1, 2), 1)
    course = aligned(tmp_path, NOTES, DECKS, pins=(pin,))
    link = course.file.links[0]
    assert (link.deck, link.slides, link.show) == ("02", (1, 2), 1)
    assert (link.pinned, link.decision) == (True, "insert")


def test_a_pin_that_holds_no_longer_is_a_warning(tmp_path: Path) -> None:
    pin = Pin("01.md", "a1", "01", (9,))
    course = aligned(tmp_path, NOTES, DECKS, pins=(pin,))
    assert course.warnings == (
        "pin of 01.md#a1: deck 01 has no slide 9 any more, only 2; not used",
    )
    assert found(course)["01.md#a1"] == ("01", 2)


def test_few_quick_files_are_read_in_this_process() -> None:
    assert n_processes(None, 3) == 1
    assert n_processes(7, 3) == 3
    assert n_processes(2, 0) == 1


def interrupt(item: int) -> int:
    if item == 1:
        raise KeyboardInterrupt
    return item


def test_an_interruption_reaches_the_caller() -> None:
    with pytest.raises(KeyboardInterrupt):
        run_all(interrupt, [0, 1, 2], name_of=str)


def test_results_come_in_the_order_of_the_items() -> None:
    results = run_all(int, ["3", "x", "1"], name_of=str)
    assert results[0] == 3
    assert results[2] == 1
    assert isinstance(results[1], Failure)
    assert results[1].message.startswith("x: unexpected ValueError")
