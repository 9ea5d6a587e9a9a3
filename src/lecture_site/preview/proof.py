"""The proof behind the pages: the whole build, in a process of its own.

It can be given up at any time, when something is edited again; and a process
that has loaded everything stands by, so the next one begins at once.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from lecture_site.basics.project import Project
from lecture_site.processes.family import end_family

Said = Mapping[str, Any]


class Proof:
    """A process that waits until it is told to prove.

    Parameters
    ----------
    project : Project
        The checkout.
    told : function
        Is called with the proof and each thing that it says, in a thread of
        its own.
    """

    def __init__(
        self, project: Project, told: Callable[[Proof, Said], object]
    ) -> None:
        self._told = told
        # Its byte code is kept out of the folders that are watched, and kept
        # even where images say to keep none: loading would take five seconds.
        elsewhere = {"PYTHONPYCACHEPREFIX": str(project.cache / "pycache")}
        kept = {"PYTHONDONTWRITEBYTECODE": ""}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "lecture_site.preview.proving"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=project.root,
            env=elsewhere | os.environ | kept,
            encoding="utf-8",
        )
        threading.Thread(target=self._listen, daemon=True).start()

    def begin(self, edited: Iterable[Path]) -> None:
        """Let it prove first what files lead to, and then everything."""
        assert self._process.stdin
        self._process.stdin.write(f"{json.dumps(list(map(str, edited)))}\n")
        self._process.stdin.flush()

    def give_up(self) -> None:
        """End it, and whatever it has started."""
        end_family(self._process.pid)
        with self._process:
            pass

    def _listen(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self._told(self, json.loads(line))


class Proofs:
    """The proof that runs, and the one that stands by.

    Parameters
    ----------
    start : function
        Starts a process that waits to prove.
    """

    def __init__(self, start: Callable[[], Proof]) -> None:
        self._start = start
        self._standing_by = start()
        self.running: Proof | None = None

    def begin(self, edited: Iterable[Path]) -> None:
        """Give up what runs, and begin anew."""
        self.give_up()
        self.running, self._standing_by = self._standing_by, self._start()
        self.running.begin(edited)

    def give_up(self) -> None:
        """Give up what runs; it would prove what is no longer there."""
        if self.running:
            self.running.give_up()
        self.running = None

    def end(self) -> None:
        """End all processes."""
        self.give_up()
        self._standing_by.give_up()
