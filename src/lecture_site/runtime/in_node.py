"""The worker of the pages, run in Node with the very code of a browser."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from lecture_site.basics.node import NODE
from lecture_site.basics.project import Project
from lecture_site.runtime.kept import loaded_files

_HARNESS = Path(__file__).with_name("in_node.mjs")
WORKER = Path("docs") / "assets" / "page" / "worker.js"

Message = dict[str, Any]


def replies(
    project: Project, wheel: Path, requests: Sequence[Message]
) -> list[Message]:
    """Ask the worker, and return all that it says.

    Parameters
    ----------
    project : Project
        The checkout, with a kept runtime.
    wheel : Path
        The lecture's own.
    requests : sequence of dict
        What a page would send, after the start.
    """
    files = [*loaded_files(project), wheel]
    start = {
        "type": "start",
        "base": f"{project.runtime.resolve().as_uri()}/",
        "files": [{"name": f.name, "bytes": f.stat().st_size} for f in files],
        "wheel": wheel.resolve().as_uri(),
    }
    worker = (project.root / WORKER).resolve().as_uri()
    asked = {"worker": worker, "start": start, "requests": list(requests)}
    ran = subprocess.run(
        [NODE, str(_HARNESS)],
        input=json.dumps(asked),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if ran.returncode:
        raise RuntimeError(f"Node ended with an error:\n{ran.stderr}")
    return [json.loads(line) for line in ran.stdout.splitlines()]


def about(id_: int, said: Iterable[Message]) -> list[Message]:
    """Return the replies to one request."""
    return [reply for reply in said if reply.get("id") == id_]


def printed(said: Iterable[Message]) -> str:
    """Return what was printed, in one text."""
    return "".join(r["text"] for r in said if r["type"] == "output")
