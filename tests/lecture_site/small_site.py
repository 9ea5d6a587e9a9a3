"""A small site that can be broken in every way."""

import re
from pathlib import Path

from lecture_site.basics.project import Project
from lecture_site.page_scripts.bundle import packages

HERE = Path(__file__).resolve().parents[2]

FILES = {
    "docs/index.md": "# Start\n\nSee [the page](page.md).\n",
    "docs/page.md": """\
# Page

## First part

The formula $y = x^2$ comes first.

```python
--8<-- "page/prints_three.py"
```

```python
--8<-- "lecture_code/doubling.py:double"
```

It measures {{ measured("share") }}.

![](figures/page/line.svg)
/// figure-caption
A line.
///

See [above](#first-part) and [the start](index.md).
""",
    "docs/how_this_site_is_checked.md": """\
# How this site is checked

{% for entry in measurements -%}
- `{{ entry.name }}`{ #{{ entry.name }} }
{% endfor %}
""",
    "snippets/page/prints_three.py": '"""Print three."""\n\nprint(1 + 2)\n',
    "src/lecture_code/doubling.py": """\
# --8<-- [start:double]
def double(x: float) -> float:
    return 2 * x


# --8<-- [end:double]
""",
    "src/lecture_measurements/page.py": """\
from lecture_measurements.measurement import measurement


@measurement(low=0.2, high=0.8, decimals=1)
def share() -> float:
    \"\"\"Half of it.\"\"\"
    return 0.5
""",
    "src/lecture_measurements/gradients/errors.py": """\
def gradient_errors():
    return []
""",
    "src/lecture_figures/page.py": """\
import matplotlib.pyplot as plt

from lecture_figures.drawing.drawing import Drawing, figure


@figure
def line() -> Drawing:
    drawn, ax = plt.subplots()
    ax.plot([0, 1], [0, 2])
    return Drawing(drawn, "A line from 0 to 2.", {"y": [0, 2]})
""",
}
NAV = """\
nav:
  - index.md
  - page.md
  - how_this_site_is_checked.md
"""


def make_small_site(root: Path) -> Project:
    """Write a site with one page of each kind of content."""
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "mkdocs.yml").write_text(configuration(), encoding="utf-8")
    return Project(root)


def configuration() -> str:
    """Return the real configuration with the small site's navigation."""
    text = (HERE / "mkdocs.yml").read_text(encoding="utf-8")
    text = re.sub(r"nav:\n(?:  .*\n|\n)+", NAV + "\n", text, count=1)
    text = text.replace("  icon:\n    logo: lecture/logo\n", "")
    return text.replace("custom_dir: overrides", "").replace(
        "- src/lecture_site/labs/mkdocs_hooks.py",
        f"- {HERE}/src/lecture_site/labs/mkdocs_hooks.py",
    )


def change(project: Project, name: str, old: str, new: str) -> None:
    """Replace a text in a file of the small site."""
    path = project.root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def link_packages(project: Project) -> None:
    """Let a site have the packages that bundle scripts of pages."""
    folder, kept = packages(project), packages(Project(HERE))
    folder.mkdir(parents=True)
    (folder / "node_modules").symlink_to(kept / "node_modules")
