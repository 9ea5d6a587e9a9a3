"""``results.json``: all rows, the last of each name, in the order of benches.

It is written whenever a bench knows more, so that one which is interrupted
keeps what it has.
"""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from frame.rows import Row

HERE = Path(__file__).resolve().parents[1]
RESULTS = HERE / "results.json"


def read(path: Path) -> list[Row]:
    """Return the rows that are kept; none if nothing was measured."""
    if not path.exists():
        return []
    found: list[Row] = json.loads(path.read_text(encoding="utf-8"))
    return found


def keep(bench: str, row: Row, path: Path) -> None:
    """Keep a row in place of the last one of its name.

    Parameters
    ----------
    bench : str
        The module that measured it; rows stand in the order of these.
    row : dict
        What it measured. It may yield a row again that has become better.
    path : Path
        Where the rows are kept.
    """
    rows = {kept["name"]: kept for kept in read(path)}
    rows[row["name"]] = row | {"bench": bench, "measured_on": this_machine()}
    write(sorted(rows.values(), key=lambda row: str(row["bench"])), path)


def write(value: object, path: Path) -> None:
    """Write JSON, or leave the last file as it is; never half of one."""
    new = path.with_suffix(".new")
    text = json.dumps(value, indent=1, ensure_ascii=False)
    new.write_text(f"{text}\n", encoding="utf-8")
    new.replace(path)


def this_machine() -> dict[str, object]:
    """Return what a time depends on, and the day."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "system": platform.system(),
        "python": platform.python_version(),
        "date": date.today().isoformat(),
    }


def _processor() -> str:
    """Return the name of the processor, as the system says it."""
    try:
        told = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor() or platform.machine()
    return _model(told.splitlines()) or platform.machine()


def _model(lines: Iterable[str]) -> str:
    for line in lines:
        key, _, value = line.partition(":")
        if key.strip() == "model name":
            return value.strip()
    return ""
