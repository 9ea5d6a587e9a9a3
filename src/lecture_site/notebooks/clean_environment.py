"""Opens notebooks of the built site as a stranger does.

They come from a server, into a virtual environment that has nothing but a
kernel and pip. Their first cell has to install the rest, and every program
has to print what is recorded.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import nbclient
import nbformat
from nbclient.exceptions import CellExecutionError
from rich.console import Console

from agreement.texts import compare
from lecture_site.basics.problems import Problem
from lecture_site.basics.progress import stage
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.notebooks.build import FOLDER
from lecture_site.processes import arithmetic
from terminal.local_server import serving

KERNEL = "bare"
_SITE = re.compile(r'^SITE = "[^"]*"', re.MULTILINE)


def check_notebooks(
    pages: Iterable[str], project: Project, console: Console
) -> list[Problem]:
    """Run the notebooks and scripts of some pages in a bare environment.

    Parameters
    ----------
    pages : iterable of str
        Names of pages; all share the environment, in this order.
    project : Project
        The checkout, with its site built.
    console : Console
        Where progress is shown.
    """
    published = project.site
    if not (published / FOLDER).is_dir():
        return [Problem("site/notebooks does not exist", "run 'make site'")]
    folder = project.cache / "bare"
    shutil.rmtree(folder, ignore_errors=True)
    with stage("an environment with nothing but a kernel", console):
        python = _environment(folder, project)
    problems = []
    with serving(published) as site:
        for page in pages:
            with stage(f"the notebook of {page}", console):
                found = _problems(page, f"{site}{FOLDER}/", python, project)
            if not found:
                console.print(
                    f"{page}: prints what is recorded", style="green"
                )
            problems += found
    return problems


def _environment(folder: Path, project: Project) -> Path:
    """Make the environment; return its Python."""
    venv.create(folder / "venv", with_pip=True)
    scripts = "Scripts" if os.name == "nt" else "bin"
    python = folder / "venv" / scripts / "python"
    install = [sys.executable, "-m", "uv", "pip", "install", "--quiet"]
    kernel = ["--constraint", "constraints.txt", "ipykernel"]
    subprocess.run(
        [*install, "--python", str(python), *kernel],
        cwd=project.root,
        check=True,
    )
    command = [str(python), "-m", "ipykernel_launcher"]
    spec = {
        "argv": [*command, "-f", "{connection_file}"],
        "language": "python",
    }
    place = folder / "kernels" / KERNEL
    place.mkdir(parents=True)
    text = json.dumps(spec | {"display_name": "Nothing installed"})
    (place / "kernel.json").write_text(text, encoding="utf-8")
    return python


def _problems(
    page: str, address: str, python: Path, project: Project
) -> list[Problem]:
    place = project.cache / "bare" / page
    place.mkdir()
    try:
        notebook = nbformat.reads(_download(f"{page}.ipynb", address), 4)
        expected = _recorded(notebook, project)
        _execute(notebook, place, project)
        script = place / f"{page}.py"
        script.write_text(_download(script.name, address), encoding="utf-8")
        printed = {**_printed(notebook), script.name: _run(script, python)}
    except (CellExecutionError, OSError, subprocess.CalledProcessError) as e:
        reason = getattr(e, "stderr", None) or str(e)
        what = f"the notebook does not run elsewhere: {reason.strip()}"
        return [Problem(what, "see the message", f"docs/{page}.md")]
    expected[script.name] = "".join(expected.values())
    return [
        Problem(
            f"{name} prints {printed[name]!r} in a bare environment, "
            f"recorded is {recorded!r}",
            "find what the environment of the build has more",
            f"docs/{page}.md",
        )
        for name, recorded in expected.items()
        if not compare(recorded, printed[name]).agrees
    ]


def _download(name: str, address: str) -> str:
    """Fetch a file, and let it look for the wheel where it came from."""
    with urlopen(address + name) as answer:  # of this machine
        text: str = answer.read().decode()
    if name.endswith(".ipynb"):
        notebook: Any = nbformat.reads(text, 4)
        for cell in notebook.cells:
            cell.source = _SITE.sub(f'SITE = "{address}"', cell.source)
            cell.outputs = []
        return str(nbformat.writes(notebook))
    return _SITE.sub(f'SITE = "{address}"', text)


def _recorded(notebook: Any, project: Project) -> dict[str, str]:
    listings = [c.metadata.get("listing") for c in notebook.cells]
    return {
        name: read_source((project.root / name).with_suffix(".out"))
        for name in listings
        if name
    }


def _printed(notebook: Any) -> dict[str, str]:
    return {
        cell.metadata["listing"]: "".join(o.text for o in cell.outputs)
        for cell in notebook.cells
        if "listing" in cell.metadata
    }


def _execute(notebook: Any, place: Path, project: Project) -> None:
    os.environ["JUPYTER_PATH"] = str(project.cache / "bare")
    client = nbclient.NotebookClient(
        notebook,
        kernel_name=KERNEL,
        resources={"metadata": {"path": place}},
        extra_arguments=["--log-level=40"],
    )
    client.execute(env=_stranger())


def _run(script: Path, python: Path) -> str:
    return subprocess.run(
        [python, script.name],
        cwd=script.parent,
        env=_stranger(),
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def _stranger() -> dict[str, str]:
    """Return an environment that knows nothing of the checkout.

    Only the arithmetic is that of the build.
    """
    own = ("PYTHONPATH", "VIRTUAL_ENV")
    kept = {k: v for k, v in os.environ.items() if k not in own}
    local = {"NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"}
    local["MPLBACKEND"] = "Agg"  # nobody looks at windows
    return kept | local | arithmetic.settings(arithmetic.chosen())
