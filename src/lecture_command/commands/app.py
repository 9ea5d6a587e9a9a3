"""Lists, shows, runs and checks the listings of the lecture."""

from __future__ import annotations

from lecture_command.commands.check import check
from lecture_command.commands.exercise import exercise
from lecture_command.commands.list import list_
from lecture_command.commands.measure import measure
from lecture_command.commands.run import run
from lecture_command.commands.show import show
from lecture_command.names import UnknownNameError
from lecture_command.packages import remedy
from lecture_command.shelf import NotShippedError
from lecture_experiments.missing_data import DataMissingError
from terminal.app import SOME_FAILED, WRONG_USAGE, Frame, application

_HELP = """\
List, show, run and check the listings of the lecture, on your machine.

\b
    lecture list WORD
    lecture show SNIPPET
    lecture run SNIPPET --plot
    lecture check
    lecture exercise start EXERCISE

Names complete in the shell: lecture --install-completion.
"""
_EXIT_CODES = """\
Exit codes: 0 all is well; 1 something failed, differs, or is out of its
bounds; 2 wrong usage or an unknown name; 130 interrupted. `run` ends as the
snippet does.
"""
_CODES: dict[type[Exception], int] = {
    UnknownNameError: WRONG_USAGE,
    NotShippedError: SOME_FAILED,
    DataMissingError: SOME_FAILED,
}

app = application(Frame("lecture", _CODES, remedy), _HELP, _EXIT_CODES)
app.command("list", epilog=_EXIT_CODES)(list_)
for _command in (show, run, check, measure):
    app.command(epilog=_EXIT_CODES)(_command)
exercise.info.epilog = _EXIT_CODES
app.add_typer(exercise, name="exercise")
