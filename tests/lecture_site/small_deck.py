"""A deck of one slide that a test may break."""

import json
import shutil
from pathlib import Path

from lecture_site.basics.project import Project

ROOT = Path(__file__).resolve().parents[2]
LECTURE = """\
#import "look.typ": *
#show: look

#slide("outline", "The only slide")[
{}
]
"""
FIGURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" style="">'
    '<title id="t">A line.</title>'
    '<path d="M 0 0 L 100 50" '
    'style="stroke: var(--figure-blue,#0b62a8)" /></svg>'
)


def make_small_deck(root: Path, body: str) -> Project:
    """Return a project whose deck has one slide with this body."""
    project = Project(root)
    (project.docs / "assets").mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "docs/assets/lecture.css", project.docs / "assets")
    (project.docs / "figures/page").mkdir(parents=True, exist_ok=True)
    figure = project.docs / "figures/page/line.svg"
    figure.write_text(FIGURE, encoding="utf-8")
    project.slides.mkdir(exist_ok=True)
    if not (root / "mkdocs.yml").exists():
        text = "site_name: Tea\nextra:\n  short_name: Tea\n"
        (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    shutil.copytree(
        ROOT / "slides/fonts", project.slides / "fonts", dirs_exist_ok=True
    )
    shutil.copy(ROOT / "slides/look.typ", project.slides)
    write_slide(project, body)
    record = {"page.share": {"shown": "12 %"}}
    project.measured.write_text(json.dumps(record), encoding="utf-8")
    return project


def write_slide(project: Project, body: str) -> None:
    """Give the only slide another body."""
    (project.slides / "lecture.typ").write_text(
        LECTURE.format(body), encoding="utf-8"
    )
