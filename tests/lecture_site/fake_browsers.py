"""Browsers that are shell scripts, on a machine that has no others."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from lecture_site.basics.project import Project
from lecture_site.browser.chromium import OLDEST, Chromium

NEW = f"echo Chromium {OLDEST}.0.1"
OLD = "echo Chromium 90.0"


def executable(path: Path, script: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def own(project: Project, name: str, script: str) -> str:
    return executable(project.root / "bin" / name, script)


def started(found: Chromium) -> None:
    """Start a browser in a thread, since other tests may have one open."""

    def start() -> None:
        with found.started():
            pass

    apart(start)


def apart(work: Callable[[], Any]) -> Any:
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(work).result()
