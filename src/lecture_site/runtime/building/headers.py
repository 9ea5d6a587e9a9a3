"""The headers of the Python that runs in the browser."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from lecture_site.basics.sources import read_source

_SETTINGS = "_sysconfigdata__emscripten_wasm32-emscripten.py"
_NAMES = re.compile(
    r"^\s*(?:#\s*define\s+(\w+)\b.*|/\*\s*#undef\s+(\w+)\s*\*/)$", re.MULTILINE
)
# Python defines it too; Pyodide's record leaves out names with underscores.
_ALL_OF_LIBRARY = "#define _GNU_SOURCE 1"
_TIME = "typedef long time_t;"


def write_python_headers(
    headers: Path, template: Path, library: Path, folder: Path
) -> None:
    """Write CPython's headers with the settings of Pyodide's build.

    Parameters
    ----------
    headers : Path
        Those of the same version, built for any system.
    template : Path
        The ``pyconfig.h`` of that system, which names all settings.
    library : Path
        Pyodide's ``python_stdlib.zip``, which has their values.
    folder : Path
        Where they are written.
    """
    shutil.copytree(headers, folder)
    names = _NAMES.findall(read_source(template))
    known = settings_of(library)
    lines = [
        line
        for name in sorted({defined or not_set for defined, not_set in names})
        if (line := _line(name, known.get(name)))
    ]
    text = "\n".join(["#pragma once", _ALL_OF_LIBRARY, *lines, ""])
    (folder / "pyconfig.h").write_text(text, encoding="utf-8")


def settings_of(library: Path) -> dict[str, Any]:
    """Return how Pyodide's Python was configured."""
    said: dict[str, Any] = {}
    with ZipFile(library) as packed:
        exec(packed.read(_SETTINGS), said)
    settings: dict[str, Any] = said["build_time_vars"]
    return settings


def _line(name: str, value: object) -> str:
    return f"#define {name} {value}" if value not in (None, 0, "") else ""


def write_wide_time(sysroot: Path, folder: Path) -> None:
    """Write the types of Emscripten's library with 64 bits for a time.

    Pyodide's Emscripten has them and Debian's, an older one, has 32.
    """
    types = read_source(sysroot / "bits" / "alltypes.h")
    if _TIME not in types:
        raise ValueError(f"'{_TIME}' is not among Emscripten's types")
    path = folder / "bits" / "alltypes.h"
    path.parent.mkdir(parents=True)
    wide = types.replace(_TIME, "typedef long long time_t;")
    path.write_text(wide, encoding="utf-8")
