"""Our pages as projects of the peers, written by their own rules.

In both, every page that shows a program is a notebook whose cells are its
programs, and the labs are notebooks as they are. An error ends the build.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import nbformat
from nbformat import v4

from frame.pages import Part

Pages = Mapping[str, Sequence[Part]]
MYST_HEAD = """\
---
file_format: mystnb
kernelspec:
  name: python3
---

"""
MYST_CONF = """\
project = "The lecture"
extensions = ["myst_nb"]
root_doc = "contents"
html_theme = "sphinx_book_theme"
myst_enable_extensions = ["dollarmath", "deflist", "attrs_block"]
nb_execution_mode = "cache"
nb_execution_raise_on_error = True
nb_execution_timeout = 800
exclude_patterns = ["_build"]
"""
MKDOCS = {
    "site_name": "The lecture",
    "theme": {"name": "material", "font": False},
    "plugins": [
        "search",
        {
            "mkdocs-jupyter": {
                "include": ["*.ipynb"],
                "execute": True,
                "allow_errors": False,
            }
        },
    ],
    "markdown_extensions": ["attr_list", "def_list", "md_in_html", "tables"],
}


def write_myst(pages: Pages, docs: Path, folder: Path) -> None:
    """Write a project of Sphinx with MyST-NB.

    Parameters
    ----------
    pages : mapping of str to sequence of Part
    docs : Path
        Where the pages have their pictures and labs.
    folder : Path
        Of the project; what is there and still right is left alone.
    """
    _copy_beside(docs, folder)
    for name, parts in pages.items():
        head = MYST_HEAD if _runs(parts) else ""
        body = "\n\n".join(map(_in_myst, parts))
        _write(folder / f"{name}.md", f"{head}{body}\n")
    labs = [f"labs/{path.stem}" for path in (folder / "labs").glob("*")]
    tree = "\n".join([*pages, *sorted(labs)])
    contents = f"# Contents\n\n```{{toctree}}\n{tree}\n```\n"
    _write(folder / "contents.md", contents)
    _write(folder / "conf.py", MYST_CONF)


def write_mkdocs_jupyter(pages: Pages, docs: Path, folder: Path) -> None:
    """Write a project of MkDocs with mkdocs-jupyter; else as `write_myst`."""
    _copy_beside(docs, folder / "docs")
    for name, parts in pages.items():
        if _runs(parts):
            cells = [_cell(part, n) for n, part in enumerate(parts)]
            text = nbformat.writes(v4.new_notebook(cells=cells))
            _write(folder / "docs" / f"{name}.ipynb", text)
        else:
            text = "\n\n".join(part.text for part in parts)
            _write(folder / "docs" / f"{name}.md", text)
    # JSON is YAML.
    _write(folder / "mkdocs.yml", json.dumps(MKDOCS, indent=1))


def _copy_beside(docs: Path, folder: Path) -> None:
    for name in ("figures", "labs"):
        if (docs / name).exists():
            shutil.copytree(docs / name, folder / name, dirs_exist_ok=True)


def _runs(parts: Sequence[Part]) -> bool:
    return any(part.is_cell for part in parts)


def _in_myst(part: Part) -> str:
    if not part.is_cell:
        return part.text
    return f"````{{code-cell}} python3\n{part.text}\n````"


def _cell(part: Part, number: int) -> Any:
    named = {"id": f"part-{number}"}  # by chance, it would change each time
    if part.is_cell:
        return v4.new_code_cell(part.text, **named)
    return v4.new_markdown_cell(part.text, **named)


def _write(path: Path, text: str) -> None:
    """Write a file, unless it says so already: builders look at its time."""
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
