"""What is said of Python in the pages."""

import shutil
from pathlib import Path

from lecture_site.basics.project import Project
from lecture_site.runtime.runnable import live_facts, runnable_listings
from small_exercise import SOUND

HERE = Project.here()
PACKAGED = '[tool.hatch.build.targets.wheel]\npackages = ["src/lecture_code"]'


def test_the_facts_count_what_runs(tmp_path: Path) -> None:
    told = live_facts(HERE)
    assert told
    assert told["runnable"] == len(runnable_listings(HERE))
    assert told["numpy_listings"] >= told["runnable"] > 100
    assert live_facts(Project(tmp_path)) is None


def test_exercises_and_their_wrong_answers_are_counted(
    small_site: Project,
) -> None:
    shutil.copytree(HERE.runtime, small_site.runtime)
    (small_site.root / "pyproject.toml").write_text(PACKAGED, "utf-8")
    path = small_site.root / "exercises" / "page" / "one.py"
    path.parent.mkdir(parents=True)
    path.write_text(SOUND, "utf-8")
    told = live_facts(small_site)
    assert told
    assert (told["exercises"], told["wrong_answers"]) == (1, 2)
