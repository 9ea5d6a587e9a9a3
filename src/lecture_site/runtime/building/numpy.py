"""NumPy, compiled for WebAssembly as a module of Pyodide's Python."""

from __future__ import annotations

import os
import subprocess
import sysconfig
from pathlib import Path

_COMPILER = Path(__file__).with_name("compiler.py")
# WebAssembly has neither of these: BLAS, vector code, threads.
OPTIONS = (
    "-Dbuildtype=release",
    "-Dallow-noblas=true",
    "-Dblas=none",
    "-Dlapack=none",
    "-Ddisable-optimization=true",
    "-Ddisable-svml=true",
    "-Ddisable-highway=true",
    "-Ddisable-intel-sort=true",
    "-Ddisable-threading=true",
)
_CROSS = """\
[binaries]
c = ['{python}', '{compiler}', 'emcc']
cpp = ['{python}', '{compiler}', 'em++']
ar = 'emar'
ranlib = 'emranlib'
cython = '{tools}/cython'
python = '{python}'

[host_machine]
system = 'emscripten'
cpu_family = 'wasm32'
cpu = 'wasm32'
endian = 'little'

[properties]
needs_exe_wrapper = true
longdouble_format = 'IEEE_QUAD_LE'
"""


def compile_numpy(root: Path, sources: Path, headers: list[Path]) -> Path:
    """Compile NumPy.

    Parameters
    ----------
    root : Path
        Of the build; the environment with Cython and Ninja is its ``tools``.
    sources : Path
        The unpacked source distribution.
    headers : list of Path
        The folders that come before all others.

    Returns
    -------
    Path
        The folder that holds the package ``numpy``.
    """
    tools = root / "tools" / "bin"
    python = tools / "python"
    cross = root / "cross.ini"
    text = _CROSS.format(python=python, compiler=_COMPILER, tools=tools)
    cross.write_text(text, encoding="utf-8")
    building, installed = sources / "building", root / "installed"
    meson = [python, sources / "vendored-meson" / "meson" / "meson.py"]
    where = ["--cross-file", cross, "--prefix", installed]
    environment = _environment(root, tools, headers)

    def run(*command: object) -> None:
        words = [str(word) for word in command]
        subprocess.run(words, env=environment, cwd=root, check=True)

    run(*meson, "setup", building, sources, *where, *OPTIONS)
    run(tools / "ninja", "-C", building)
    run(*meson, "install", "-C", building, "--no-rebuild", "--quiet")
    (package,) = installed.glob("lib/python*/site-packages")
    return package


def _environment(
    root: Path, tools: Path, headers: list[Path]
) -> dict[str, str]:
    return os.environ | {
        "PATH": os.pathsep.join([str(tools), os.environ["PATH"]]),
        "NATIVE_HEADERS": sysconfig.get_path("include"),
        "HEADERS": os.pathsep.join(map(str, headers)),
        "BUILD_ROOT": str(root),
        "SOURCE_DATE_EPOCH": "1580601600",
        "PYTHONHASHSEED": "0",
    }
