"""Whatever goes wrong in a command is one line and an exit code."""

import errno
import sys

import pytest
from typer.testing import CliRunner, Result

from terminal.app import WRONG_USAGE, Frame, application, script
from terminal.errors import FileProblemError

FRAME = Frame(
    "tried",
    codes={LookupError: WRONG_USAGE},
    remedy=lambda name: f"get {name}" if name == "known" else "",
)
RAISED = {
    "file": FileProblemError("notes.md", "is a folder"),
    "own": LookupError("there is no such name"),
    "package": ModuleNotFoundError(name="known"),
    "odd": ZeroDivisionError("one\nby zero"),
    "interrupt": KeyboardInterrupt(),
    "disk": OSError(errno.ENOSPC, "No space left on device"),
}
app = application(FRAME, "Try errors.", "Exit codes: 0 all is well.")


@app.command()
def fail(kind: str) -> None:
    """Raise an error."""
    raise RAISED[kind]


@app.command()
def succeed() -> None:
    """Do nothing."""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, arguments)


@pytest.mark.parametrize(
    ("kind", "code", "said"),
    [
        ("file", 1, "error: notes.md: is a folder"),
        ("own", 2, "error: there is no such name"),
        ("disk", 1, "error: tried: No space left on device; make room"),
        ("package", 1, "error: the package known is missing; get known"),
        ("interrupt", 130, "interrupted; every file is whole"),
    ],
)
def test_an_error_that_was_foreseen_is_one_line(
    kind: str, code: int, said: str
) -> None:
    result = run("fail", kind)
    assert (result.exit_code, result.stderr) == (code, f"{said}\n")


def test_another_is_one_line_too_and_shows_where_only_on_demand() -> None:
    line = "error: tried: unexpected ZeroDivisionError: one by zero"
    remedy = "see where with: tried --traceback …"
    assert run("fail", "odd").stderr.splitlines() == [line, remedy]
    shown = run("--traceback", "fail", "odd")
    assert shown.stderr.startswith(f"{line}\nTraceback")
    assert shown.exit_code == 1


def test_wrong_usage_is_explained() -> None:
    result = run("fail")
    assert result.exit_code == WRONG_USAGE
    assert "Missing argument 'kind'" in result.stderr


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_the_help_ends_with_the_exit_codes(option: str) -> None:
    assert run(option).stdout.endswith("Exit codes: 0 all is well.\n")


def test_a_script_is_its_author_s_and_shows_where_an_error_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["tried.py", "odd"])
    with pytest.raises(SystemExit) as ended:
        script(FRAME, fail, "Fail.")
    assert ended.value.code == 1
    error = capsys.readouterr().err
    assert error.startswith("error: tried: unexpected ZeroDivisionError: one")
    assert "raise RAISED[kind]" in error
