"""What a script of the pages weighs, with all that a browser loads for it."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from lecture_site.basics.sources import read_source

_IMPORT = re.compile(r'(?:from|import)\s*"(\.[^"]+)"')


def files_of(script: Path) -> list[Path]:
    """Return a script and all the scripts that it imports, sorted."""
    found: set[Path] = set()
    waiting = [script.resolve()]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting += _imported(path)
    return sorted(found)


def gzip_bytes(*scripts: Path) -> int:
    """Return how many bytes a browser loads for scripts, each file packed."""
    files = {path for script in scripts for path in files_of(script)}
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in files)


def _imported(script: Path) -> Iterator[Path]:
    for name in _IMPORT.findall(read_source(script)):
        yield (script.parent / name).resolve()
