"""A lecture of a few listings, for tests that need odd ones."""

import json
from collections.abc import Mapping
from pathlib import Path

ENTRY = {"description": "A number.", "shown": "1.00", "value": 1}


def write_lecture(folder: Path, programs: Mapping[str, str]) -> Path:
    """Write listings; each records that it prints `x 1.00`."""
    for name, source in programs.items():
        path = folder / "snippets" / f"{name}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'"""Shows {name}."""\n{source}', encoding="utf-8")
        path.with_suffix(".out").write_text("x 1.00\n", encoding="utf-8")
    record = json.dumps({"page.number": ENTRY})
    (folder / "measured.json").write_text(record, encoding="utf-8")
    return folder
