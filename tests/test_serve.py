"""`make serve` builds again on a change and outlives a mistake."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from lecture_site.basics.project import Project
from small_site import change, make_small_site

ROOT = Path(__file__).resolve().parents[1]
SERVE = ROOT / "scripts" / "serve.py"
# Shared, or each server would compile all of PyTorch's modules.
BYTE_CODE = {"PYTHONPYCACHEPREFIX": str(ROOT / ".cache" / "pycache")}


@pytest.fixture
def site(tmp_path: Path) -> Project:
    return make_small_site(tmp_path)


@pytest.fixture
def url(site: Project) -> Iterator[str]:
    port = free_port()
    command = [sys.executable, SERVE, "--port", str(port)]
    with subprocess.Popen(
        command,
        cwd=site.root,
        env=os.environ | BYTE_CODE,
        stdout=subprocess.DEVNULL,
    ) as server:
        yield f"http://127.0.0.1:{port}/page/"
        server.terminate()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(text: str, url: str, seconds: float = 120) -> str:
    end = time.monotonic() + seconds
    page = ""
    while time.monotonic() < end:
        page = read(url)
        if text in page:
            return page
        time.sleep(0.2)
    raise AssertionError(f"{text!r} did not appear on {page[:500]}")


def read(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=20) as answer:
            return str(answer.read().decode())
    except urllib.error.URLError:
        return ""


def test_serving_rebuilds_on_a_change_and_outlives_a_mistake(
    site: Project, url: str
) -> None:
    wait_for("It measures", url)

    change(site, "docs/page.md", "It measures", "Now it measures")
    wait_for("Now it measures", url)

    change(site, "docs/page.md", "Now it", "Broken $\\frac{x$ it")
    time.sleep(6)
    assert "Now it measures" in read(url)

    change(site, "docs/page.md", "Broken $\\frac{x$ it", "Mended, it")
    wait_for("Mended, it measures", url)
    assert not site.site.exists()  # a draft never stands in its place


def test_a_changed_listing_is_run_again(site: Project, url: str) -> None:
    wait_for("<samp>3</samp>", url)
    change(site, "snippets/page/prints_three.py", "1 + 2", "40 + 2")
    wait_for("<samp>42</samp>", url)
