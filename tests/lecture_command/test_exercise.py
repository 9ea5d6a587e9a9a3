"""An exercise is begun and marked in a terminal."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from lecture_command.commands.app import app

ROOT = Path(__file__).resolve().parents[2]
STEP = "step_downhill"
STEP_RIGHT = "import numpy\ndef step(w, g, eta):\n    return w - eta * g\n"


def run(*arguments: object, answer: str = "") -> Result:
    command = ["exercise", *map(str, arguments)]
    return CliRunner().invoke(app, command, input=answer)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_exercise_is_listed() -> None:
    found = json.loads(run("list", "--json").stdout)
    here = (ROOT / "exercises").glob("*/*.py")
    assert {entry["name"] for entry in found} == {
        f"{path.parent.name}/{path.stem}" for path in here
    }
    assert all(entry["title"] for entry in found)


def test_words_are_sought() -> None:
    listed = run("list", "overflow", "logits")
    assert listed.stdout == (
        "optimisation\n  softmax_of_logits  Softmax that does not overflow; "
        "write a function\n"
    )
    nothing = run("list", "xylophone")
    assert nothing.exit_code == 1
    assert nothing.stderr == "no exercise has xylophone in it\n"


def test_a_file_begins_with_the_task_and_the_start(folder: Path) -> None:
    begun = run("start", STEP)
    assert begun.exit_code == 0
    assert begun.stderr.startswith(f"wrote {STEP}.py; then: lecture exercise")
    text = (folder / f"{STEP}.py").read_text("utf-8")
    first = f"# Exercise optimisation/{STEP}: One step of gradient descent\n"
    assert text.startswith(first)
    assert "# Complete the line that returns the weights after" in text
    assert text.endswith("return ...\n")
    assert max(map(len, text.split("\n"))) < 80
    compile(text, STEP, "exec")


@pytest.mark.parametrize(
    ("answer", "code", "kept"),
    [("n\n", 1, True), ("", 1, True), ("y\n", 0, False)],
)
def test_a_file_is_overwritten_only_if_the_reader_says_so(
    folder: Path, answer: str, code: int, kept: bool
) -> None:
    path = folder / f"{STEP}.py"
    path.write_text("mine")
    asked = run("start", STEP, answer=answer)
    assert asked.exit_code == code
    assert "exists; overwrite it?" in asked.stderr
    assert (path.read_text("utf-8") == "mine") is kept


def test_the_start_fails_and_the_solution_passes(folder: Path) -> None:
    run("start", STEP)
    path = folder / f"{STEP}.py"
    assert run("check", path).exit_code == 1
    path.write_text(run("check", path, "--solution").stdout, encoding="utf-8")
    right = run("check", path)
    assert right.exit_code == 0
    assert right.stdout == (
        "passed  the loss of a parabola falls\n"
        "passed  every weight moves by its own slope (hidden)\n"
        "Right: all tests pass.\n"
    )


def test_a_wrong_answer_is_told_what_it_teaches(folder: Path) -> None:
    path = folder / f"{STEP}.py"
    path.write_text(STEP_RIGHT.replace(" - ", " + "), encoding="utf-8")
    wrong = run("check", path)
    assert wrong.exit_code == 1
    assert wrong.stdout == (
        "failed  the loss of a parabola falls: The loss rises from 9; it "
        "should fall.\n"
        "failed  every weight moves by its own slope (hidden)\n"
        "This walks uphill: the gradient points to where the loss rises, so "
        "the step is subtracted.\n"
    )
    marks = json.loads(run("check", path, "--json").stdout)
    assert marks["says"].startswith("This walks uphill")
    assert [test["passed"] for test in marks["tests"]] == [False, False]


def test_a_renamed_file_is_known_by_its_first_line(folder: Path) -> None:
    run("start", STEP)
    path = folder / f"{STEP}.py"
    head = path.read_text("utf-8").partition("\n")[0]
    other = folder / "mine.py"
    other.write_text(f"{head}\n{STEP_RIGHT}", encoding="utf-8")
    assert run("check", other).exit_code == 0


@pytest.mark.parametrize(
    ("ends", "says"),
    [
        (
            "while True:\n    pass",
            "Your code runs for over 1 seconds; does it",
        ),
        ("import os\nos._exit(0)", "Your code ends the program before the"),
        ("raise SystemExit(0)", "Your code ends the program before the"),
    ],
)
def test_code_that_does_not_end_or_ends_all_fails(
    folder: Path, ends: str, says: str
) -> None:
    path = folder / f"{STEP}.py"
    path.write_text(STEP_RIGHT + ends, encoding="utf-8")
    limit = ["--seconds", "1"] if "while" in ends else []
    found = run("check", path, *limit)
    assert found.exit_code == 1
    assert says in found.stdout
    assert "passed" not in found.stdout


def test_what_it_prints_is_shown_and_marks_nothing(folder: Path) -> None:
    path = folder / f"{STEP}.py"
    path.write_text("print('Right: all tests pass.')", encoding="utf-8")
    found = run("check", path)
    assert found.exit_code == 1
    assert found.stdout.startswith("Right: all tests pass.\nfailed  ")


def test_hints_are_given_one_by_one() -> None:
    run("start", STEP)
    first = run("check", f"{STEP}.py", "--hint").stdout
    assert first.startswith("Hint 1 of 2: The gradient points")
    assert len(first.splitlines()) == 1
    all_of_them = run("check", f"{STEP}.py", *["--hint"] * 3)
    assert all_of_them.stdout.startswith(f"{first}Hint 2 of 2: ")
    assert all_of_them.stderr == "no more hints; --solution shows the answer\n"


def test_an_option_is_answered_by_its_letter(folder: Path) -> None:
    run("start", "column_minus_row")
    path = folder / "column_minus_row.py"
    text = path.read_text("utf-8")
    assert "#   b: (4, 4)\n" in text
    unanswered = run("check", path)
    assert unanswered.exit_code == 1
    assert "has no answer yet; write it behind: answer =" in unanswered.stderr
    path.write_text(text.replace("...", "'b'"), encoding="utf-8")
    assert run("check", path).exit_code == 0
    path.write_text(text.replace("...", "(4, 1)"), encoding="utf-8")
    wrong = run("check", path)
    assert wrong.exit_code == 1
    assert wrong.stdout.startswith("The target has no second axis")
    shown = run("check", path, "--solution").stdout
    assert shown.startswith("(4, 4)\nNumPy lines up shapes from the right")


def test_a_number_is_answered_by_a_number(folder: Path) -> None:
    path = folder / "stays_or_leaves.py"
    path.write_text("answer = -1.0\n", encoding="utf-8")
    assert run("check", path).exit_code == 0
    path.write_text("answer = 1 / 2\n", encoding="utf-8")
    assert "Give one number" in run("check", path).stdout
    path.write_text("answer =", encoding="utf-8")
    assert ":1: is no Python" in run("check", path).stderr
    assert run("check", path, "--solution").stdout.startswith("-1\nEach step")


def test_an_unknown_exercise_names_the_list(folder: Path) -> None:
    unknown = run("start", "xylophone")
    assert unknown.exit_code == 2
    assert "lecture exercise list has them all" in unknown.stderr
    near = run("start", "step_downhil")
    assert "did you mean optimisation/step_downhill?" in near.stderr
    assert not list(folder.iterdir())


def test_a_file_that_is_missing_is_told() -> None:
    missing = run("check", f"{STEP}.py")
    assert missing.exit_code == 1
    assert f"{STEP}.py: does not exist; check the name" in missing.stderr
