"""Stands before Emscripten's compiler while NumPy is built.

Meson asks the Python that runs it for headers and knows no side modules, so
what it says is corrected here: other headers, and how a module is linked
that Pyodide loads. The environment says where things are.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

MODULE = ".cpython-"  # what follows the name of a module in that of its file


def corrected(arguments: list[str]) -> list[str]:
    """Return the arguments that Emscripten is given.

    Parameters
    ----------
    arguments : list of str
        Those that Meson gives: the compiler's name, then its arguments.
    """
    compiler, *rest = arguments
    native = f"-I{os.environ['NATIVE_HEADERS']}"
    kept = [each for each in rest if each != native]
    headers = os.environ["HEADERS"].split(os.pathsep)
    root = os.environ["BUILD_ROOT"]
    always = [f"-I{folder}" for folder in headers]
    # No path of this machine gets into what is compiled.
    always.append(f"-ffile-prefix-map={root}/=")
    if "-shared" in kept:
        return [compiler, *_as_module(kept)]
    return [compiler, *always, *kept]


def _as_module(arguments: list[str]) -> list[str]:
    target = Path(arguments[arguments.index("-o") + 1]).name
    start = f"_PyInit_{target.partition(MODULE)[0]}"
    dropped = ("-shared", "-Wl,", "-fPIC")
    kept = [each for each in arguments if not each.startswith(dropped)]
    how = ("-sSIDE_MODULE=2", "-sWASM_BIGINT", "-O2")
    return [*kept, *how, f"-sEXPORTED_FUNCTIONS={start}"]


if __name__ == "__main__":
    sys.exit(subprocess.run(corrected(sys.argv[1:]), check=False).returncode)
