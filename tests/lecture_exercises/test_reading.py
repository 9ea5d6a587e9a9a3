"""What a file holds is read, and what is wrong with it said, with its line."""

import json
from pathlib import Path

import pytest

from lecture_exercises import Exercise, counts, read_exercise, read_exercises
from small_exercises import CHOICE, DOUBLE, NUMBER, WRITE, write_exercise
from terminal.errors import FileProblemError

HERE = Path(__file__).parent
EXERCISES = HERE.parents[1] / "exercises"


def refusal(folder: Path, text: str) -> str:
    path = write_exercise(folder, text)
    with pytest.raises(FileProblemError) as refused:
        read_exercise(path)
    return str(refused.value).removeprefix(str(path))


def test_a_line_to_complete_is_filled_in(tmp_path: Path) -> None:
    read = read_exercise(write_exercise(tmp_path, DOUBLE))
    assert (read.name, read.title, read.grade) == (
        "page/one",
        "Twice",
        "complete",
    )
    assert read.task == "Return twice the number."
    assert read.solution.strip() == "def twice(x):\n    return 2 * x"
    assert [w.says for w in read.wrong] == [
        "That is the square.",
        "That adds two.",
    ]
    assert read.wrong[0].code.strip().endswith("return x**2")
    assert read.hints == ("Multiply.",)


def test_an_answer_of_several_lines_fits_the_gap(tmp_path: Path) -> None:
    text = DOUBLE.replace("\n2 * x\n", "\n2\n* x\n").replace("...", "1 + ...")
    broken = refusal(tmp_path, text)
    assert "section 'solution' is no single expression" in broken
    whole = DOUBLE.replace("\n2 * x\n", "\nsum(\n    [x, x]\n)\n")
    assert (
        "sum(\n    [x, x]\n)\n)"
        in read_exercise(write_exercise(tmp_path, whole)).solution
    )


def test_a_gap_is_found_behind_letters_of_two_bytes(tmp_path: Path) -> None:
    text = DOUBLE.replace("return ...", 'return ("η", ...)[1]')
    read = read_exercise(write_exercise(tmp_path, text))
    assert 'return ("η", 2 * x)[1]' in read.solution


def test_a_number_is_computed_from_the_listing(tmp_path: Path) -> None:
    fields = read_exercise(write_exercise(tmp_path, NUMBER)).as_json()
    assert fields["answer"] == {
        "kind": "number",
        "value": 3.0,
        "within": 0.4,
        "wrong": (
            {"says": "That is the product.", "value": 2.0},
            {"says": "That is the difference.", "value": -1.0},
        ),
    }
    assert fields["explanation"] == "One and two are three."


def test_options_stand_in_the_order_of_their_words(tmp_path: Path) -> None:
    answer = read_exercise(write_exercise(tmp_path, CHOICE)).as_json()[
        "answer"
    ]
    told = [(each["text"], each["right"]) for each in answer["choices"]]
    assert told == [("a", False), ("b", True), ("neither", False)]


@pytest.mark.parametrize("text", [DOUBLE, WRITE, NUMBER, CHOICE])
def test_what_a_page_gets_says_all(tmp_path: Path, text: str) -> None:
    read = read_exercise(write_exercise(tmp_path, text))
    sent = json.loads(json.dumps(read.as_json()))
    assert Exercise.from_json(sent) == read
    assert read.n_wrong == 2


def test_the_kept_json_is_what_a_page_gets() -> None:
    kept = json.loads((HERE / "as_json.json").read_text("utf-8"))
    paths = [EXERCISES / f"{fields['name']}.py" for fields in kept]
    made = [read_exercise(path).as_json() for path in paths]
    assert json.loads(json.dumps(made)) == kept


# Each change to a sound file, and what is said of it, behind the file.
TEX = DOUBLE.replace("Return", "Return $\\eta$,")
SECTIONS = (
    "grade, section, listing, answer, right, start, solution, visible tests, "
    "hidden tests, hint, wrong"
)
FAULTS = {
    "no Python": (DOUBLE.replace("2 * x", "2 *"), ":15: is no Python"),
    "no docstring": (DOUBLE[DOUBLE.index("# %%") :], ":1: has no docstring"),
    "no task": (
        DOUBLE.replace("Return twice the number.", ""),
        ":1: has no task; write it below the title, in the docstring",
    ),
    "TeX": (TEX, ":1: its docstring has backslashes; begin it with r"),
    "unknown section": (
        DOUBLE.replace("%% hint", "%% clue"),
        f":27: 'clue' is no section; write one of: {SECTIONS}",
    ),
    "missing section": (
        DOUBLE.replace("# %% solution\n2 * x\n", ""),
        ": has no section 'solution'; open one with: # %% solution",
    ),
    "twice": (
        DOUBLE.replace("# %% hint", "# %% solution\nx\n# %% hint"),
        ":27: section 'solution' is there twice; keep one",
    ),
    "unknown grade": (
        DOUBLE.replace("complete", "guess"),
        ":6: 'guess' is no grade; write one of: predict, complete, write",
    ),
    "no anchor": (
        DOUBLE.replace("#functions-and-slopes", "functions"),
        ":7: name the anchor on the page: # %% section: #the-step-size",
    ),
    "foreign section": (
        DOUBLE.replace("# %% hint", "# %% listing\nx = 1\n# %% hint"),
        ":27: section 'listing' is not for grade 'complete'; delete it",
    ),
    "one wrong answer": (
        DOUBLE[: DOUBLE.rindex("# %% wrong")],
        ":30: has 1 wrong answers and needs 2; add what students get wrong: "
        "# %% wrong",
    ),
    "silent wrong answer": (
        DOUBLE.replace("# That adds two.\n", ""),
        ":34: section 'wrong' says nothing; write comments below",
    ),
    "TeX in a sentence": (
        DOUBLE.replace("That adds two", "That adds $2$"),
        ":34: a sentence for the reader has no TeX; write code in backticks",
    ),
    "no gap": (
        DOUBLE.replace("return ...", "return x"),
        ":9: the start has 0 gaps; write ... once",
    ),
    "two gaps": (
        DOUBLE.replace("return ...", "return ... + ..."),
        ":9: the start has 2 gaps; write ... once",
    ),
    "no code": (
        WRITE.replace("def twice(x):\n    return x**2", ""),
        ":31: section 'wrong' has no code; write it below",
    ),
    "no test": (
        DOUBLE.replace("def test_of_three", "def of_three"),
        ":22: section 'hidden tests' has no function test_...(); write one",
    ),
    "silent assert": (
        DOUBLE.replace(', "Twice 3 is 6."', ""),
        ":24: this assert tells a reader nothing; add: , 'what is wrong'",
    ),
    "no answer": (
        NUMBER.replace("# %% answer: within 0.4", "# %% hint"),
        ": has no answer, or two; write '# %% answer: within 0.01' or "
        "'# %% right: OPTION', one of them",
    ),
    "no tolerance": (
        NUMBER.replace("within 0.4", "about"),
        ":12: say how far off an answer may be: # %% answer: within 0.01",
    ),
    "no expression": (
        NUMBER.replace("1 * 2", ""),
        ":16: section 'wrong' has no expression; write one",
    ),
    "listing that fails": (
        NUMBER.replace("1 + 2", "1 / 0"),
        ":9: section 'listing' cannot be computed: ZeroDivisionError: "
        "division by zero; correct it",
    ),
    "expression that fails": (
        NUMBER.replace("1 * 2", "b"),
        ":16: section 'wrong' cannot be computed: NameError: name 'b' is not "
        "defined; correct it",
    ),
    "wrong number that is right": (
        NUMBER.replace("1 * 2", "3.2"),
        ":16: 3.2 is another answer too; name another number",
    ),
    "option without words": (
        CHOICE.replace("wrong: a", "wrong"),
        ":16: names no option; write: # %% wrong: OPTION",
    ),
    "right option that is wrong": (
        CHOICE.replace("b > a", "b < a"),
        ":12: the expression says that 'b' is not right",
    ),
    "wrong option that is right": (
        CHOICE.replace("a == b", "a != b"),
        ":20: the expression says that 'neither' is not wrong",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_wrong_with_a_file_is_said(tmp_path: Path, fault: str) -> None:
    text, said = FAULTS[fault]
    assert refusal(tmp_path, text).startswith(said)


def test_two_exercises_of_one_name_are_refused(tmp_path: Path) -> None:
    write_exercise(tmp_path, DOUBLE, "first/one")
    write_exercise(tmp_path, DOUBLE, "second/one")
    with pytest.raises(
        FileProblemError, match=r"has the name of first/one\.py"
    ):
        read_exercises(tmp_path)


def test_exercises_and_wrong_answers_are_counted(tmp_path: Path) -> None:
    assert counts(tmp_path) == (0, 0)
    write_exercise(tmp_path, DOUBLE, "first/one")
    write_exercise(tmp_path, NUMBER, "second/two")
    assert counts(tmp_path) == (2, 4)
