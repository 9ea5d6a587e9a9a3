"""What a worker of Dask calls: it hands an order to a maker beside it.

A worker lives for days, and what it has loaded may be old by then. So it
loads nothing of the lecture: a process beside it does, which is started anew
when a source has changed. That one may have children too, which a worker
under a nanny may not.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from pathlib import Path

from lecture_site.cluster.order import Answers

MAKER = (sys.executable, "-m", "lecture_site.cluster.maker")
_mine = threading.local()  # each thread of a worker has a maker


def make(asked: bytes) -> tuple[str, Answers]:
    """Return who this is, and what became of an order."""
    from distributed import get_worker

    here = Path.cwd()
    if not (here / "mkdocs.yml").is_file():
        why = f"it was not started in a checkout, but in {here}"
        return get_worker().address, [{"refused": why}]
    return get_worker().address, _maker(here).ask(asked)


def _maker(here: Path) -> _Maker:
    """Return the maker of this thread, a new one if its code is old."""
    state = _state(here)
    maker: _Maker | None = getattr(_mine, "maker", None)
    if maker and (maker.state != state or maker.has_ended):
        maker.end()
        maker = None
    maker = maker or _Maker(here, state)
    _mine.maker = maker
    return maker


def _state(here: Path) -> int:
    sources = sorted((here / "src").rglob("*.py"))
    return hash(tuple((path, path.stat().st_mtime_ns) for path in sources))


class _Maker:
    """A process that answers orders.

    Parameters
    ----------
    here : Path
        The checkout.
    state : int
        Of its sources as they are now.
    """

    def __init__(self, here: Path, state: int) -> None:
        self.state = state
        # The modules of this checkout, whatever else is installed.
        path = [str(here / "src"), os.environ.get("PYTHONPATH", "")]
        self._process = subprocess.Popen(
            MAKER,
            cwd=here,
            env=os.environ
            | {"PYTHONPATH": os.pathsep.join(filter(None, path))},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    @property
    def has_ended(self) -> bool:
        return self._process.poll() is not None

    def ask(self, asked: bytes) -> Answers:
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin
        assert stdout
        pickle.dump(asked, stdin)
        stdin.flush()
        answers: Answers = pickle.load(stdout)
        return answers

    def end(self) -> None:
        self._process.kill()
        self._process.communicate()
