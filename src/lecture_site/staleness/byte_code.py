"""Byte code that Python would take for that of a module, and that is older.

Python compares the whole second of a module's time and its length. A digit
that is changed twice within a second leaves both as they were, and what is
run then is the first of them.
"""

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import cache_from_source
from pathlib import Path


def forget_older_byte_code(sources: Iterable[Path]) -> None:
    """Delete byte code that was written before its module was.

    Parameters
    ----------
    sources : iterable of Path
        Modules, and other files, which have none.
    """
    for source in sources:
        if source.suffix == ".py":
            kept = Path(cache_from_source(str(source)))
            if _is_older(kept, source):
                kept.unlink(missing_ok=True)


def _is_older(kept: Path, source: Path) -> bool:
    try:
        return kept.stat().st_mtime_ns <= source.stat().st_mtime_ns
    except FileNotFoundError:
        return False
