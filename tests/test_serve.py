"""`make serve` shows an edit at once, proves it behind, outlives a mistake."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from lecture_site.basics.project import Project
from small_site import change, make_small_site

ROOT = Path(__file__).resolve().parents[1]
SERVE = ROOT / "scripts" / "serve.py"
# Shared, or each process would compile all of PyTorch's modules.
BYTE_CODE = {"PYTHONPYCACHEPREFIX": str(ROOT / ".cache" / "pycache")}
LONGEST = 300.0  # seconds, of a machine that is busy with all other tests


@pytest.fixture
def site(tmp_path: Path) -> Project:
    return make_small_site(tmp_path)


@pytest.fixture
def url(site: Project) -> Iterator[str]:
    command = [sys.executable, SERVE, "--port", "0"]
    with subprocess.Popen(
        command,
        cwd=site.root,
        env=os.environ | BYTE_CODE | {"PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as server:
        assert server.stdout
        yield server.stdout.readline().split()[2]
        server.send_signal(signal.SIGTERM)
        server.stdout.read()


def read(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=LONGEST) as answer:
            return str(answer.read().decode())
    except urllib.error.HTTPError as error:
        with error:
            return str(error.read().decode())


def state(url: str) -> dict[str, Any]:
    """Return what the browser is told at this moment."""
    news = f"{url}_preview/news"
    with urllib.request.urlopen(news, timeout=LONGEST) as told:
        found: dict[str, Any] = json.loads(told.readline()[len("data: ") :])
        return found


def wait_until(is_so: Callable[[], object]) -> None:
    end = time.monotonic() + LONGEST
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_an_edit_is_shown_then_proved_and_a_mistake_is_told(
    site: Project, url: str
) -> None:
    page = f"{url}page/"
    assert "being made" in read(page)
    wait_until(lambda: state(url)["proved"])
    assert "It measures" in read(page)
    assert "<samp>3</samp>" in read(page)

    change(site, "docs/page.md", "It measures", "Now it measures")
    wait_until(lambda: "Now it measures" in read(page))
    wait_until(lambda: state(url)["proved"])

    change(site, "docs/page.md", "Now it", "Broken $\\frac{x$ it")
    wait_until(lambda: state(url)["problems"])
    (problem,) = state(url)["problems"]
    assert problem["place"] == "docs/page.md:15"
    assert "correct the TeX" in problem["remedy"]
    assert "Now it measures" in read(page)

    change(site, "docs/page.md", "Broken $\\frac{x$ it", "Mended, it")
    wait_until(lambda: "Mended, it measures" in read(page))
    wait_until(lambda: state(url)["proved"])
    assert not site.site.exists()  # a draft never stands in its place


def test_changed_code_is_run_and_the_pages_that_show_it_are_new(
    site: Project, url: str
) -> None:
    page = f"{url}page/"
    wait_until(lambda: state(url)["proved"])

    change(site, "snippets/page/prints_three.py", "1 + 2", "40 + 2")
    wait_until(lambda: "<samp>42</samp>" in read(page))
    wait_until(lambda: state(url)["proved"])

    change(site, "snippets/page/prints_three.py", "40 + 2", "1 / 0")
    wait_until(lambda: state(url)["problems"])
    (problem,) = state(url)["problems"]
    assert "ZeroDivisionError" in problem["what"]
    assert "<samp>42</samp>" in read(page)


def test_a_port_that_is_taken_is_told_with_what_helps(
    site: Project, url: str
) -> None:
    port = url.rpartition(":")[2].strip("/")
    second = subprocess.run(
        [sys.executable, SERVE, "--port", port],
        cwd=site.root,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert second.returncode == 1
    assert f"port {port} of 127.0.0.1 cannot be used" in second.stderr
    assert "--port" in second.stderr
