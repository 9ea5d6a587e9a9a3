"""The environment of those we are compared with, made once.

It sees all packages of the lecture's own, so that both sides compute with
the same NumPy and the same torch, and adds what only the peers need.
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from pathlib import Path

from frame.checkout import ROOT, delete
from frame.log import say
from frame.results import HERE

FOLDER = ROOT / ".cache" / "peers"
WANTED = HERE / "requirements.txt"


def peers_program(name: str) -> Path:
    """Return a program of the peers, ``sphinx-build`` or ``python``."""
    stamp = FOLDER / "requirements.txt"
    if not stamp.exists() or stamp.read_text() != WANTED.read_text():
        say("installing the peers into .cache/peers (once)")
        delete(FOLDER)
        _install()
        stamp.write_text(WANTED.read_text())
    return FOLDER / "bin" / name


def _install() -> None:
    subprocess.run([sys.executable, "-m", "venv", FOLDER], check=True)
    python = FOLDER / "bin" / "python"
    subprocess.run(
        [
            *(Path(sys.prefix) / "bin" / "uv", "pip", "install", "--quiet"),
            *("--python", python, "--requirement", WANTED),
            *("--constraint", ROOT / "constraints.txt"),
        ],
        check=True,
    )
    ours = sysconfig.get_path("purelib")
    (site,) = FOLDER.glob("lib/*/site-packages")
    (site / "lecture.pth").write_text(f"{ours}\n", encoding="utf-8")
