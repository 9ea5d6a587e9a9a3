"""Installs a browser into ``.cache`` where the machine has none that will do.

Nothing of it needs root. On Linux (x86-64) it comes from npm, with libraries
and fonts that a bare machine lacks; elsewhere Playwright brings it.
"""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
import tarfile
from dataclasses import replace
from io import BytesIO
from os import environ
from pathlib import Path

import brotli
import matplotlib
from rich.console import Console

from lecture_site.basics.node import install_locked
from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.browser.chromium import (
    OLDEST,
    Chromium,
    folder_of_browser,
    needed_chromium,
    remember,
)

SOURCES = Path(__file__).parent / "package"
PACKED = Path("node_modules") / "@sparticuz" / "chromium" / "bin"
SHELLS = {"chrome-headless-shell", "chrome-headless-shell.exe"}
BY_HAND = (
    f"install Chromium or Chrome, {OLDEST} or newer, as the system has it, "
    "such as by `apt-get install chromium`"
)


def ensure_browser(project: Project, console: Console) -> Chromium:
    """Return a browser that starts; install one if none is found."""
    try:
        found = needed_chromium(project)
        with found.started():
            return found
    except ProblemError as error:
        why = f"{error.problem.what}\nso a browser is installed into .cache"
        console.print(why, markup=False, soft_wrap=True)
    return install(project)


def install(project: Project) -> Chromium:
    """Install a browser and start it once; an error says if it does not."""
    path = _fetched(folder_of_browser(project))
    found = Chromium(str(path), "Chromium", "")
    try:
        with found.started() as browser:
            found = replace(found, version=browser.version)
    except ProblemError as error:
        raise ProblemError(replace(error.problem, remedy=BY_HAND)) from None
    remember(found, project)
    return found


def _fetched(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    on_npm = (platform.system(), platform.machine()) == ("Linux", "x86_64")
    try:
        return _from_npm(folder) if on_npm else _from_playwright(folder)
    except subprocess.CalledProcessError:
        what = "a browser could not be installed; see the message above"
        remedy = f"try again with a network, or {BY_HAND}"
        raise ProblemError(Problem(what, remedy)) from None


def _from_npm(folder: Path) -> Path:
    install_locked(SOURCES, folder)
    packed = folder / PACKED
    _unpack(packed / "al2023.tar.br", folder / "lib")
    _bring_fonts(folder / "fonts")
    binary = folder / "chromium.elf"
    binary.write_bytes(_decompressed(packed / "chromium.br"))
    for name in ("chromium", "fonts.conf"):
        shutil.copy(SOURCES / name, folder)
    shutil.rmtree(folder / "node_modules")
    for program in (binary, folder / "chromium"):
        program.chmod(0o755)
    return folder / "chromium"


def _unpack(packed: Path, folder: Path) -> None:
    """Write the files of an archive side by side into one folder."""
    folder.mkdir()
    with tarfile.open(fileobj=BytesIO(_decompressed(packed))) as archive:
        for member in archive:
            content = archive.extractfile(member)
            if content is not None:
                (folder / Path(member.name).name).write_bytes(content.read())


def _decompressed(packed: Path) -> bytes:
    return bytes(brotli.decompress(packed.read_bytes()))


def _bring_fonts(folder: Path) -> None:
    """Bring Matplotlib's: the package has one font, without signs for code."""
    folder.mkdir()
    for font in Path(matplotlib.get_data_path()).glob("fonts/ttf/DejaVu*"):
        shutil.copy(font, folder)


def _from_playwright(folder: Path) -> Path:
    subprocess.run(
        [
            sys.executable,
            *["-m", "playwright", "install", "--only-shell", "chromium"],
        ],
        env=environ | {"PLAYWRIGHT_BROWSERS_PATH": str(folder)},
        check=True,
    )
    return next(
        path
        for path in folder.rglob("*")
        if path.name in SHELLS and path.is_file()
    )
