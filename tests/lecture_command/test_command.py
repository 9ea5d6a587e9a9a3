"""The command says what it did, in few lines and with the right exit code."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from lecture_command import packages, shelf
from lecture_command.commands.app import app
from lecture_command.commands.options import (
    complete_exercise,
    complete_measurement,
    complete_page_or_snippet,
    complete_snippet,
)
from small_lecture import write_lecture

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = ("list", "show", "run", "check", "measure", "exercise")
MISSING = "import torch_that_is_missing\n"
Lecture = Callable[[Mapping[str, str]], Path]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


@pytest.fixture
def lecture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Lecture:
    def write(programs: Mapping[str, str]) -> Path:
        folder = write_lecture(tmp_path / "lecture", programs)
        monkeypatch.setattr(shelf, "folder", lambda: folder)
        monkeypatch.chdir(tmp_path)
        return tmp_path

    return write


# ---------------------------------------------------------------- list, show


def test_every_snippet_is_listed_with_what_it_shows() -> None:
    found = json.loads(run("list", "--json").stdout)
    programs = (ROOT / "snippets").glob("*/*.py")
    assert len(found) == len(list(programs))
    assert all(entry["shows"] for entry in found)


@pytest.mark.parametrize(
    "words",
    [
        ["one_neuron"],
        ["neural", "networks", "AND"],
        ["by hand, computes and"],
        ["weight @ x", "neuron"],
    ],
)
def test_words_are_sought_in_name_page_docstring_and_code(
    words: list[str],
) -> None:
    result = run("list", *words)
    assert result.exit_code == 0
    assert "  one_neuron  One neuron, its weights set by hand" in result.stdout


def test_words_that_nothing_has_are_exit_code_1() -> None:
    result = run("list", "xylophone")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "nothing has xylophone in it\n"


def test_measurements_are_listed() -> None:
    found = json.loads(run("list", "--measurements", "--json").stdout)
    assert {entry["name"] for entry in found} == set(shelf.recorded())
    assert "matched" in run("list", "-m", "top1").stdout


def test_show_prints_the_program_and_its_output() -> None:
    shown = run("show", "one_neuron").stdout
    found = next(s for s in shelf.snippets() if s.path.stem == "one_neuron")
    assert shown.startswith(found.source.strip())
    assert shown.endswith(f"\n# prints:\n{found.output}")


def test_show_as_json_has_all_of_it() -> None:
    shown = json.loads(run("show", "one_neuron", "--json").stdout)
    assert shown["name"] == "neural_networks/one_neuron"
    assert "z = weight @ x + bias" in shown["source"]
    assert "w·x" in shown["output"]


# ---------------------------------------------------------------- run


def test_run_prints_what_the_snippet_prints() -> None:
    result = run("run", "one_neuron")
    found = next(s for s in shelf.snippets() if s.path.stem == "one_neuron")
    assert (result.exit_code, result.stdout) == (0, found.output)
    assert result.stderr == ""


@pytest.mark.parametrize("code", [1, 7])
def test_run_ends_as_the_snippet_does(lecture: Lecture, code: int) -> None:
    lecture({"page/ends": f"print('said')\nraise SystemExit({code})\n"})
    result = run("run", "ends")
    assert (result.exit_code, result.stdout) == (code, "said\n")


def test_what_it_prints_is_saved(lecture: Lecture) -> None:
    folder = lecture({"page/eta": "print('η × 2')\n"})
    result = run("run", "eta", "--save", "out/eta.txt")
    assert result.exit_code == 0
    assert (folder / "out" / "eta.txt").read_bytes() == "η × 2\n".encode()
    assert "wrote" in result.stderr


def test_nothing_is_saved_when_it_fails(lecture: Lecture) -> None:
    folder = lecture({"page/fails": "print('half')\nraise ValueError('no')\n"})
    (folder / "kept.txt").write_text("old")
    result = run("run", "fails", "--save", "kept.txt")
    assert result.exit_code == 1
    assert "ValueError: no" in result.stderr
    assert (folder / "kept.txt").read_text() == "old"
    assert sorted(path.name for path in folder.iterdir()) == [
        "kept.txt",
        "lecture",
    ]


def test_a_file_of_the_reader_is_not_imported(lecture: Lecture) -> None:
    folder = lecture({"page/maths": "import math\nprint(math.floor(1.5))\n"})
    (folder / "numpy.py").write_text("raise SystemExit(9)\n")
    (folder / "runpy.py").write_text("raise SystemExit(9)\n")
    for extra in ([], ["--plot", "--save", "a.png"]):
        assert run("run", "maths", *extra).exit_code in (0, 3)


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_plot_saves_the_picture(lecture: Lecture, ending: str) -> None:
    folder = lecture({"page/curve": "y = [1.0, 4.0, 9.0]\nprint(y)\n"})
    name = f"curve.{ending}"
    result = run("run", "curve", "--plot", "--save", name)
    assert (result.exit_code, result.stdout) == (0, "[1.0, 4.0, 9.0]\n")
    assert result.stderr.splitlines() == ["drawn: y", f"wrote {name}"]
    start = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}[ending]
    assert (folder / name).read_bytes().startswith(start)


def test_plot_says_that_there_is_nothing_to_draw(lecture: Lecture) -> None:
    folder = lecture({"page/number": "y = 1.0\n"})
    result = run("run", "number", "--plot", "--save", "number.png")
    assert result.exit_code == 3
    assert result.stderr.startswith("nothing to draw: page/number leaves no")
    assert not (folder / "number.png").exists()


def test_a_picture_of_no_known_kind_is_wrong_usage() -> None:
    result = run("run", "one_neuron", "--plot", "--save", "picture.txt")
    assert result.exit_code == 2
    assert "a picture ends in .png or .svg or .pdf" in result.stderr


def test_an_unknown_snippet_is_one_line_with_the_nearest() -> None:
    for command in ("show", "run", "check"):
        result = run(command, "one_neurn")
        assert result.exit_code == 2
        assert len(result.stderr.splitlines()) == 1
        assert "there is no snippet one_neurn; did you" in result.stderr
        assert "neural_networks/one_neuron" in result.stderr


def test_a_missing_package_names_the_command_that_installs_it(
    lecture: Lecture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(packages._EXTRAS, "torch_that_is_missing", "torch")
    folder = lecture({"page/needs": MISSING})
    result = run("run", "needs", "--save", "out.txt")
    assert result.exit_code == 1
    assert result.stderr == (
        "error: page/needs needs torch_that_is_missing: "
        'pip install "lecture-code[torch]"\n'
    )
    assert not (folder / "out.txt").exists()


SLOW = "import sys, time\nprint('begun', flush=True)\ntime.sleep(600)\n"
START = """
import signal
import sys
from pathlib import Path
from lecture_command import shelf
from lecture_command.command import run
signal.signal(signal.SIGINT, signal.default_int_handler)
lecture = Path(sys.argv.pop())
shelf.folder = lambda: lecture
run()
"""


@pytest.mark.skipif(
    sys.platform == "win32", reason="Ctrl-C cannot be sent to one process"
)
def test_ctrl_c_ends_the_snippet_and_leaves_no_file(lecture: Lecture) -> None:
    folder = lecture({"page/slow": SLOW})
    before = sorted(folder.rglob("*"))
    arguments = ["run", "slow", "--save", "out.txt", str(folder / "lecture")]
    with subprocess.Popen(
        [sys.executable, "-c", START, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "begun\n"
        process.send_signal(signal.SIGINT)
        _, error = process.communicate()
    assert process.returncode == 130
    assert error == "interrupted; every file is whole\n"
    assert sorted(folder.rglob("*")) == before


# ---------------------------------------------------------------- check


def results_of(result: Result) -> dict[str, Any]:
    entries = json.loads(result.stdout)["snippets"]
    return {entry["name"].partition("/")[2]: entry for entry in entries}


def test_check_tells_what_differs_and_by_how_much(lecture: Lecture) -> None:
    lecture(
        {
            "page/same": "print('x 1.00')",
            "page/near": "print('x 1.01')",
            "page/far": "print('x 1.50')",
            "page/word": "print('y 1.00')",
            "page/fails": "raise ValueError('no')",
        }
    )
    result = run("check", "--json")
    found = results_of(result)
    assert result.exit_code == 1
    assert {name: entry["result"] for name, entry in found.items()} == {
        "same": "same",
        "near": "within tolerance",
        "far": "differs",
        "word": "differs",
        "fails": "failed",
    }
    assert found["far"]["absolute"] == pytest.approx(0.5)
    assert found["word"]["absolute"] is None
    assert found["fails"]["note"] == "ValueError: no"


def test_one_that_was_never_recorded_ends_nothing(lecture: Lecture) -> None:
    folder = lecture({"page/same": "print('x 1.00')", "page/new": "print(1)"})
    (folder / "lecture/snippets/page/new.out").unlink()
    found = results_of(run("check", "--json"))
    assert found["same"]["result"] == "same"
    assert found["new"]["result"] == "failed"
    assert "never been recorded" in found["new"]["note"]
    shown = run("show", "new")
    assert shown.exit_code == 0
    assert "print(1)" in shown.stdout
    assert "never been recorded" in shown.stderr
    assert '"output": null' in run("show", "new", "--json").stdout


def test_one_that_is_no_python_is_listed_with_its_error(
    lecture: Lecture,
) -> None:
    lecture({"page/same": "print('x 1.00')", "page/bad": "print("})
    listed = run("list")
    assert listed.exit_code == 0
    assert "line 2" in listed.stdout
    assert "page/same" in listed.stdout


def test_the_table_has_what_is_not_the_same_and_counts_all(
    lecture: Lecture,
) -> None:
    lecture({"page/same": "print('x 1.00')", "page/far": "print('x 1.50')"})
    shown = run("check").stdout
    assert "page/same" not in shown
    assert re.search(r"page/far.*differs.*5.0e-01.*x 1.00 → x 1.50", shown)
    assert shown.splitlines()[-1] == "2 snippets: 1 same, 1 differs"


@pytest.mark.parametrize("printed", ["x 1.01", "x 1.00"])
def test_another_processor_s_last_digit_fails_nowhere(
    lecture: Lecture, printed: str
) -> None:
    lecture({"page/near": f"print('{printed}')"})
    assert run("check").exit_code == 0
    assert run("check", "--strict").exit_code == 0


def test_what_a_snippet_allows_with_its_reason_is_within_tolerance(
    lecture: Lecture,
) -> None:
    stated = "# Agrees within 60 %: it is an example.\nprint('x 1.50')"
    lecture({"page/states": stated, "page/far": "print('x 1.50')"})
    found = results_of(run("check", "--json"))
    assert found["states"]["result"] == "within tolerance"
    assert found["far"]["result"] == "differs"
    assert "moved by 0.5, allowed 0.01" in found["far"]["note"]


def test_only_strict_fails_for_a_missing_package(
    lecture: Lecture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(packages._EXTRAS, "torch_that_is_missing", "torch")
    lecture({"page/needs": MISSING})
    result = run("check", "--json")
    assert result.exit_code == 0
    assert results_of(result)["needs"]["note"] == (
        'needs torch_that_is_missing: pip install "lecture-code[torch]"'
    )
    assert run("check", "--strict").exit_code == 1


def test_a_missing_module_that_is_no_optional_package_is_a_failure(
    lecture: Lecture,
) -> None:
    lecture({"page/needs": MISSING})
    assert run("check").exit_code == 1


def test_data_of_the_repository_are_no_failure(lecture: Lecture) -> None:
    source = (
        "from lecture_experiments.missing_data import DataMissingError\n"
        "raise DataMissingError('run this in a checkout')\n"
    )
    lecture({"page/needs": source})
    result = run("check", "--json")
    assert result.exit_code == 0
    needs = results_of(result)["needs"]
    assert (needs["result"], needs["note"]) == (
        "not run",
        "run this in a checkout",
    )


def test_a_snippet_that_never_ends_is_ended(lecture: Lecture) -> None:
    lecture({"page/slow": SLOW})
    result = run("check", "--seconds", "1", "--json")
    assert results_of(result)["slow"]["note"] == "ran for over 1 seconds"


# ---------------------------------------------------------------- measure


def test_a_measurement_is_what_was_recorded() -> None:
    name = "activation_functions.dead_at_the_start"
    result = run("measure", "dead_at_the_start", "--json")
    measured = json.loads(result.stdout)
    assert (result.exit_code, measured["name"]) == (0, name)
    assert measured["shown"] == shelf.recorded()[name]["shown"]
    assert measured["within_bounds"]
    assert len(measured["values"]) == len(measured["seeds"]) == 10


def test_a_measurement_shows_value_spread_bounds_and_record() -> None:
    shown = run("measure", "dead_at_the_start").stdout
    assert re.search(r"value .* 3 %  \(0\.\d+\) .* 3 %", shown)
    assert re.search(r"spread over 10 seeds .* 0 % to 9 %", shown)
    assert re.search(r"bounds .* kept .* 0 to 0.099", shown)
    assert re.search(r"agreement .* (same|within tolerance)", shown)


def test_out_of_bounds_is_exit_code_1(monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    from lecture_measurements import activation_functions as page

    low = replace(page.dead_at_the_start, high=-1.0)
    monkeypatch.setattr(page, "dead_at_the_start", low)
    result = run("measure", "dead_at_the_start")
    assert result.exit_code == 1
    assert "NOT kept" in result.stdout


def test_an_unknown_measurement_suggests_the_nearest() -> None:
    result = run("measure", "dead_at_the_strat")
    assert result.exit_code == 2
    assert "did you mean activation_functions.dead_at" in result.stderr


def test_what_resembles_no_measurement_names_the_list_of_them() -> None:
    result = run("measure", "QQQQQQ")
    assert result.exit_code == 2
    assert "lecture list --measurements has them all" in result.stderr


def test_a_measurement_without_its_data_is_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from lecture_experiments.how_slides_are_matched import slide_matching

    slide_matching.judged.cache_clear()
    monkeypatch.setattr(slide_matching, "_DATA", tmp_path / "missing")
    result = run("measure", "top1_coms")
    assert result.exit_code == 1
    assert result.stderr == (
        "error: benchmarks/slide_alignment is in the repository, not in the "
        "package: run this in a checkout\n"
    )


# ---------------------------------------------------------------- terminal


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_the_exit_codes(command: str) -> None:
    assert "130 interrupted" in run(command, "--help").stdout


def test_names_complete() -> None:
    name = "backpropagation/worked_example"
    assert name in complete_snippet("backpropagation/wor")
    assert "worked_example" in complete_snippet("wor")
    assert complete_page_or_snippet("summ")[0] == "summary"
    assert "dead_at_the_start" in complete_measurement("dead_at")
    assert "softmax_of_logits" in complete_exercise("softmax_o")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_signs_that_a_terminal_lacks_do_not_end_the_command(
    lecture: Lecture, encoding: str
) -> None:
    folder = lecture({"page/eta": "print('η × 2')\n"})
    for command in (["run", "eta"], ["show", "eta"], ["check"], ["list"]):
        ended = subprocess.run(
            [sys.executable, "-c", START, *command, str(folder / "lecture")],
            capture_output=True,
            env=os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
            check=False,
        )
        assert b"Error" not in ended.stderr
        assert ended.returncode == (command == ["check"])
        assert ended.stdout


# ------------------------------------------------- files that are no text


@pytest.fixture
def spoilt(lecture: Lecture) -> Path:
    """Return a lecture with a listing and a record that are no UTF-8."""
    programs = ("page/good", "page/bad", "page/odd")
    folder = lecture(dict.fromkeys(programs, "print('x 1.00')\n"))
    page = folder / "lecture" / "snippets" / "page"
    (page / "bad.py").write_bytes(b'"""Shows."""\n# caf\xe9\n')
    (page / "odd.out").write_bytes(b"x 1.00\n\0")
    return folder


def test_a_listing_that_is_no_text_is_listed_with_why(spoilt: Path) -> None:
    del spoilt
    shows = {
        e["name"]: e["shows"] for e in json.loads(run("list", "--json").stdout)
    }
    assert shows["page/good"] == "Shows page/good."
    assert shows["page/bad"].startswith("is not UTF-8: byte 19 is 0xe9")


@pytest.mark.parametrize("arguments", [("show", "bad"), ("show", "odd")])
def test_what_is_no_text_is_told_in_one_line(
    spoilt: Path, arguments: tuple[str, str]
) -> None:
    del spoilt
    result = run(*arguments)
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert "save it as UTF-8" in line


def test_a_check_tells_of_it_and_goes_on(spoilt: Path) -> None:
    del spoilt
    result = run("check", "--json")
    found = {e["name"]: e for e in json.loads(result.stdout)["snippets"]}
    assert found["page/good"]["result"] == "same"
    assert found["page/odd"]["result"] == "failed"
    assert "odd.out:2: is no text" in found["page/odd"]["note"]
    assert found["page/bad"]["result"] == "failed"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"[]", "holds no measurements"),
        (b"{", "is no JSON"),
        (b"", "is no JSON"),
        (b"[" * 100_000, "is no JSON"),
        (b'{"a": "\xe9"}', "is not UTF-8: byte"),
    ],
)
def test_a_record_that_cannot_be_read_is_told(
    lecture: Lecture, data: bytes, said: str
) -> None:
    folder = lecture({"page/good": "print('x 1.00')\n"})
    (folder / "lecture" / "measured.json").write_bytes(data)
    result = run("measure", "number")
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert "measured.json:" in line
    assert said in line
