"""Every page that shows a program offers it as a notebook that has run."""

import hashlib
import io
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jupytext
import nbformat
import pytest
from bs4 import BeautifulSoup
from rich.console import Console

from lecture_site.build import build_site
from lecture_site.project import Project
from small_site import HERE, change, make_small_site

SITE = "https://example.org/lecture/"
PACKAGE = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "lecture-code"
version = "0.0.1"
dependencies = ["numpy>=2.3"]

[tool.hatch.build.targets.wheel]
packages = ["src/lecture_code"]
"""
PAGE = """\
# A *page* of {{ measured("share") }}

The first words.

Not the first words.

## Größe and $\\Delta$

A formula:

$$
y = x_1^2
$$

- a list

Right before: [up](#a-page-of-05).

```python title="other" hl_lines="1"
--8<-- "page/prints_three.py"
```

Of this one, [the start](index.md) { .x } says `$[a](b)$`.

=== "NumPy"

    ~~~py
    --8<-- "page/prints_dollars.py"
    ~~~

=== "PyTorch"

    In a tab.

    ```python
    --8<-- "lecture_code/doubling.py:double"
    ```

## Empty

![](figures/page/line.svg)
/// figure-caption
A line.
///

### Wrong

!!! danger "Wrong on purpose"
    It is a trap.

```python
--8<-- "page/leaves_a_name.py"
```

```python not_run="it never ends"
while True:
    pass
```

```python
--8<-- "page/measures.py"
```

<!--
```python
--8<-- "page/prints_three.py"
```
-->

??? question "Who knows?"
    Nobody.

## References

- none
"""
SNIPPETS = {
    "prints_dollars": 'print("$x$ costs $5", "Δθ")\n# $ [a](b.md)\n',
    "leaves_a_name": 'if __name__ == "__main__":\n    x = 1\n',
    "measures": "import lecture_measurements\n\nprint(1)\n",
}
CELLS = [
    "The first words.",
    "## [Größe and $\\Delta$]({site}page/#groe-and-delta)\n\n"
    "A formula:\n\n$$\ny = x_1^2\n$$\n\n"
    "Right before: [up]({site}page/#a-page-of-05).",
    '"""Print three."""\n\nprint(1 + 2)',
    "**NumPy**\n\nOf this one, [the start]({site}) says `$[a](b)$`.",
]


def write_page(project: Project) -> None:
    (project.docs / "page.md").write_text(PAGE, encoding="utf-8")
    for name, source in SNIPPETS.items():
        path = project.snippets / "page" / f"{name}.py"
        path.write_text(source, encoding="utf-8")
    (project.root / "pyproject.toml").write_text(PACKAGE, encoding="utf-8")
    (project.sources / "lecture_measurements" / "__init__.py").touch()
    settings = project.root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    look = f"name: material\n  custom_dir: {HERE / 'overrides'}\n"
    settings.write_text(text.replace("name: material\n", look))


def build(project: Project) -> list[str]:
    console = Console(file=io.StringIO())
    return list(map(str, build_site(project, console, record=True)))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """Return a site with a page that has everything."""
    root = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        patch.setenv("SITE_URL", SITE)
        patch.setenv("SOURCE_DATE_EPOCH", "1767312000")
        project = make_small_site(root)
        write_page(project)
        assert build(project) == []
        yield project


def read(project: Project) -> Any:
    return nbformat.read(project.root / "site/notebooks/page.ipynb", 4)


def test_x(built: Project) -> None:
    for cell in read(built).cells:
        print("=====", cell.cell_type, cell.id, cell.metadata)
        print(cell.source)
    raise SystemExit
