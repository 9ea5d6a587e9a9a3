"""What a page calls, in texts that it can read."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable
from dataclasses import asdict

from lecture_live.failing import hint_about
from lecture_live.running import run
from lecture_live.solving import raise_for_singular

if sys.platform == "emscripten":
    raise_for_singular()


def run_as_json(
    code: str,
    name: str,
    recorded: str | None,
    write: Callable[[str], None],
    show: Callable[[str, str], None],
) -> str:
    """Run a program; return what became of it, as JSON."""
    return json.dumps(run(code, name, recorded, write, show).as_json())


def check_as_json(exercise: str, code: str) -> str:
    """Mark an answer; return the marks, as JSON.

    Parameters
    ----------
    exercise : str
        The exercise as JSON, as the page was given it.
    code : str
        The answer.
    """
    # Read when it is needed, as a lecture may have no exercises.
    exercises = importlib.import_module("lecture_exercises")
    checked = exercises.check(json.loads(exercise), code, hint_about)
    return json.dumps(asdict(checked))
