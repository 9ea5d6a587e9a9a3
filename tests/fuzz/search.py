"""Searches for inputs that break a target, guided by what they reach."""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

import atheris

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
OURS = ["agreement", "lecture_code", "lecture_site", "slide_aligner"]
THEIRS = ["markdown_it", "pptx", "pymdownx", "markdown"]


def main() -> None:
    """Run one target for a while, from its kept inputs on."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=targets())
    parser.add_argument("--seconds", type=int, default=600)
    asked = parser.parse_args()
    # Not this folder, whose names are those of the targets.
    sys.path[:1] = map(str, (HERE.parent, HERE.parent / "slide_aligner"))
    with atheris.instrument_imports(include=OURS + THEIRS):
        target = importlib.import_module(f"fuzz.{asked.target}")
    atheris.Setup(options(asked.target, asked.seconds), target.one_input)
    atheris.Fuzz()


def targets() -> list[str]:
    """Return the names of the targets: each has inputs that are kept."""
    return sorted(folder.name for folder in (HERE / "corpus").iterdir())


def options(target: str, seconds: int) -> list[str]:
    """Return what libFuzzer is started with; new inputs go to the first."""
    new = ROOT / ".cache" / "fuzz" / target / "corpus"
    found = new.parent / "found"
    for folder in (new, found):
        folder.mkdir(parents=True, exist_ok=True)
    return [
        sys.argv[0],
        str(new),
        str(HERE / "corpus" / target),
        f"-max_total_time={seconds}",
        f"-artifact_prefix={found}/",
        "-timeout=20",  # seconds that an input may take
        "-rss_limit_mb=3000",
        "-max_len=4096",
        "-print_final_stats=1",
    ]


if __name__ == "__main__":
    main()
