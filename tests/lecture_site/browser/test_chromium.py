"""A browser is found, installed or complained of: in one clear message."""

import os
from pathlib import Path

import pytest

from fake_browsers import NEW, OLD, executable, own, started
from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.browser import chromium
from lecture_site.browser.chromium import (
    OLDEST,
    Chromium,
    find_chromium,
    no_browser,
    remember,
)
from lecture_site.facts import facts
from lecture_site.pages.macros import NOTHING_VERIFIED
from lecture_site.pages.reader import read_pages

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="the browsers of these tests are shell scripts"
)


def note_installed(project: Project, script: str, version: str) -> str:
    path = executable(project.cache / "browser" / "chromium", script)
    remember(Chromium(path, "Chromium", version), project)
    return path


def test_where_there_is_none_it_is_said_how_to_get_one(
    bare_machine: Project,
) -> None:
    assert find_chromium(bare_machine) is None
    assert "there is no Chromium or Chrome" in no_browser().what
    assert "`make browser`" in no_browser().remedy


def test_the_machine_s_own_is_found_with_its_name_and_version(
    bare_machine: Project,
) -> None:
    path = own(
        bare_machine, "google-chrome", "echo Google Chrome 156.0.80.1 beta"
    )
    assert find_chromium(bare_machine) == Chromium(
        path, "Google Chrome", "156.0.80.1"
    )


def test_what_is_grumbled_beside_the_version_does_no_harm(
    bare_machine: Project,
) -> None:
    own(bare_machine, "chromium", f"echo 'line 9: a warning' >&2; {NEW}")
    found = find_chromium(bare_machine)
    assert found is not None
    assert found.version == f"{OLDEST}.0.1"


def test_one_that_is_too_old_is_not_used(bare_machine: Project) -> None:
    path = own(bare_machine, "chromium", OLD)
    assert find_chromium(bare_machine) is None
    assert f"{path} has version 90.0" in no_browser().what
    assert str(OLDEST) in no_browser().what
    assert "`make browser`" in no_browser().remedy


def test_a_newer_one_beside_it_is_used(bare_machine: Project) -> None:
    own(bare_machine, "chromium", OLD)
    path = own(bare_machine, "google-chrome", NEW)
    found = find_chromium(bare_machine)
    assert found is not None
    assert found.path == path


BROKEN = {
    "a script that fails": (
        "echo needs the snap >&2; exit 1",
        "needs the snap",
    ),
    "a version and a failure": (f"{NEW}; echo no display >&2; exit 1", "no d"),
    "a library that is missing": (
        "echo 'libnss3.so: cannot open shared object file' >&2; exit 127",
        "libnss3.so: cannot open",
    ),
    "another program": ("echo Hello", "Hello"),
    "silence": ("", "nothing"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_one_that_tells_no_version_is_not_used(
    bare_machine: Project, kind: str
) -> None:
    script, said = BROKEN[kind]
    path = own(bare_machine, "chromium", script)
    assert find_chromium(bare_machine) is None
    assert no_browser().what.startswith(f"{path} tells no version")
    assert said in no_browser().what
    assert "`make browser`" in no_browser().remedy


def test_a_file_that_is_no_program_is_not_used(bare_machine: Project) -> None:
    path = Path(own(bare_machine, "chromium", ""))
    path.write_bytes(b"\x7fELF, but only half of it")
    assert find_chromium(bare_machine) is None
    assert str(path) in no_browser().what
    assert "Exec format error" in no_browser().what


def test_one_that_does_not_start_is_named_with_what_it_said(
    bare_machine: Project,
) -> None:
    script = (
        f'case "$*" in --version) {NEW};; *) echo no room >&2; exit 3; esac'
    )
    path = own(bare_machine, "chromium", script)
    found = find_chromium(bare_machine)
    assert found is not None
    with pytest.raises(ProblemError) as caught:
        started(found)
    message = str(caught.value)
    assert f"the browser {path} does not start; it said:" in message
    assert "    no room\n    Remedy: " in message
    assert "`make browser`" in message
    assert len(message.splitlines()) == 3


def test_one_that_does_not_exist_is_named_too() -> None:
    with pytest.raises(ProblemError, match="/nowhere does not start"):
        started(Chromium("/nowhere", "Chromium", "156.0"))


def test_one_that_was_installed_goes_first(bare_machine: Project) -> None:
    own(bare_machine, "chromium", NEW)
    path = note_installed(bare_machine, NEW, "153.0.1")
    assert find_chromium(bare_machine) == Chromium(path, "Chromium", "153.0.1")


def test_it_may_be_moved_with_the_project(bare_machine: Project) -> None:
    note_installed(bare_machine, NEW, "153.0.1")
    old = bare_machine.root
    moved = Project(old.rename(old.with_name(f"{old.name}_moved")))
    found = find_chromium(moved)
    assert found is not None
    assert found.path == str(moved.cache / "browser" / "chromium")


def test_one_that_was_installed_long_ago_is_not_used(
    bare_machine: Project,
) -> None:
    note_installed(bare_machine, OLD, "90.0")
    assert find_chromium(bare_machine) is None


def test_the_facts_of_a_build_name_the_browser(
    small_site: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading = read_pages(small_site)
    note_installed(small_site, NEW, "153.0.1")
    told = facts(reading, [], small_site)
    assert told["browser"] == {"name": "Chromium", "version": "153.0.1"}
    assert told.keys() == NOTHING_VERIFIED.keys()

    monkeypatch.setattr(chromium, "NAMES", ())
    (small_site.cache / "browser" / "chromium.json").unlink()
    assert facts(reading, [], small_site)["browser"] is None
