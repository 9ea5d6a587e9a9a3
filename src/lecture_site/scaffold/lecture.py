"""Begins another lecture: the house without this lecture's content.

What is copied is what git knows of this checkout, less the pages, listings,
figures, measurements, slides and tests of this lecture. One example page
comes in their place.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from lecture_site.basics.problems import Problem, ProblemError
from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.scaffold.own_words import EXAMPLE, TASK, give_own_words
from lecture_site.scaffold.parts import TEMPLATES, bad, scaffold

# What makes the results of the example page, in this order.
RESULTS = ("record_outputs", "measure", "build_figures", "build_deck")
# In order: the first pattern that a path matches decides.
COPIED = (
    (r"docs/(how_this_site_is_checked|references|slides)\.md", True),
    (r"docs/(teach_with_this|changelog)\.md", True),
    (r"docs/assets/live\.js", False),
    (r"docs/assets/page/explorers/.*", False),
    (r"docs/assets/.*", True),
    (r"docs/.*|exercises/.*|snippets/.*|benchmarks/.*", False),
    (r"(measured|recorded|arithmetic)\.json", False),
    (r"slides/(look\.typ|fonts/.*)", True),
    (r"slides/.*|scripts/fit_slide_aligner\.py", False),
    # Python in its pages is for a lecture to choose; it weighs as much as all.
    (r"runtime/.*|scripts/build_runtime\.py", False),
    (r"tests/lecture_site/runtime/[^/]*", False),
    (r"src/lecture_golden/(export|(shared/)?__init__)\.py", True),
    (r"src/lecture_golden/py\.typed", True),
    (r"src/lecture_page/explorers/README\.md", True),
    (r"src/lecture_page/explorers/.*|src/lecture_golden/.*", False),
    (r"src/lecture_(code|experiments|measurements)/py\.typed", True),
    (r"src/lecture_measurements/(__init__|cases|measurement)\.py", True),
    (r"src/lecture_measurements/gradients/__init__\.py", True),
    (r"src/lecture_experiments/(__init__|missing_data)\.py", True),
    (r"src/lecture_figures/(shared/)?(__init__\.py|py\.typed)", True),
    (r"src/lecture_figures/drawing/.*", True),
    (r"src/lecture_(code|experiments|figures|measurements)/.*", False),
    (r"tests/lecture_site/slides/test_(deck(_gold)?|slide_facts)\.py", False),
    (r"tests/lecture_site/scaffold/.*", False),
    (r"tests/(lecture_site/.*|(labs/)?conftest\.py|scheduling\.py)", True),
    (r"tests/test_(builders|figures|pages|project)\.py", True),
    (r"tests/(agreement/.*|lecture_figures/recorded_figures\.py)", True),
    (r"tests/lecture_figures/drawing/.*", True),
    (r"tests/lecture_measurements/test_bounds\.py", True),
    (r"tests/browser/(conftest\.py|auditors/.*)", True),
    (r"tests/.*", False),
    (r"\.github/workflows/(systems|versions)\.yml", False),
    (r"(README|CHANGELOG)\.md", False),
)


def begin_lecture(project: Project, folder: Path) -> None:
    """Write another lecture into a folder that does not exist yet.

    Parameters
    ----------
    project : Project
        The checkout that is copied from.
    folder : Path
        Where the new lecture lies; its name becomes the title.

    Raises
    ------
    ProblemError
        If the folder exists, or lies in this checkout.
    """
    if folder.exists():
        raise bad(f"{folder} is there already", "name a new folder")
    if folder.resolve().is_relative_to(project.root.resolve()):
        raise bad(
            f"{folder} lies within this lecture",
            f"name a folder outside: ../{folder.name}",
        )
    title = re.sub(r"[\W_]+", " ", folder.name).strip().capitalize()
    if not title:
        raise bad(f"{folder.name} names no lecture", "use letters: ../signals")
    for name in _copied(project):
        _write(folder / name, (project.root / name).read_bytes())
    example = TEMPLATES / "lecture"
    for path in filter(Path.is_file, example.rglob("*")):
        text = read_source(path).replace("the_title", title)
        _write(folder / path.relative_to(example), text.encode())
    for kind, name in (("page", EXAMPLE), ("exercise", f"{EXAMPLE}/{TASK}")):
        for path, content in scaffold(kind, name, Project(folder)).items():
            _write(path, content)
    give_own_words(folder, title)
    for script in RESULTS:
        _run(folder, script)


def _run(folder: Path, script: str) -> None:
    """Run a script of the new lecture, with its own modules."""
    run = subprocess.run(
        [sys.executable, f"scripts/{script}.py"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder.resolve() / "src")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode:
        raise ProblemError(
            Problem(
                f"{folder}/scripts/{script}.py failed: {run.stderr.strip()}",
                "mend it there; all files are written",
            )
        )


def _copied(project: Project) -> list[str]:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "-co", "--exclude-standard"],
        cwd=project.root,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if listed.returncode:
        raise ProblemError(
            Problem(
                "git does not know which files belong to this lecture",
                "start from a clone of the repository",
            )
        )
    paths = listed.stdout.rstrip("\0").split("\0")
    return [p for p in paths if _is_copied(p) and (project.root / p).is_file()]


def _is_copied(path: str) -> bool:
    decisions = (kept for form, kept in COPIED if re.fullmatch(form, path))
    return next(decisions, True)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
