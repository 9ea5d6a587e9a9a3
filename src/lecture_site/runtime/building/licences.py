"""The licences of what the runtime consists of."""

from __future__ import annotations

import shutil
from pathlib import Path

# Pyodide is under the Mozilla licence; its package of npm names Apache's.
# zlib, bzip2 and libffi are linked into it.
_OF_DEBIAN = {
    "pyodide.txt": Path("/usr/share/common-licenses/MPL-2.0"),
    "pyodide_package.txt": Path("/usr/share/common-licenses/Apache-2.0"),
    "emscripten.txt": Path("/usr/share/doc/emscripten/copyright"),
    "musl.txt": Path("/usr/share/emscripten/system/lib/libc/musl/COPYRIGHT"),
    "python.txt": Path("/usr/share/doc/libpython3.11-minimal/copyright"),
    "zlib.txt": Path("/usr/share/doc/zlib1g/copyright"),
    "bzip2.txt": Path("/usr/share/doc/libbz2-1.0/copyright"),
    "libffi.txt": Path("/usr/share/doc/libffi8/copyright"),
}


def write_licences(sources: Path, folder: Path) -> None:
    """Write the licence of each part of the runtime.

    Parameters
    ----------
    sources : Path
        NumPy's unpacked sources.
    folder : Path
        Where they are written, in place of what is there.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    parts = _OF_DEBIAN | {"numpy.txt": sources / "LICENSE.txt"}
    for name, path in parts.items():
        shutil.copyfile(path, folder / name)
