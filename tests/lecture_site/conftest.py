import shutil
from pathlib import Path

import pytest
from filelock import FileLock
from rich.console import Console

from lecture_site.basics.project import Project
from lecture_site.build import build_site
from small_site import make_small_site


@pytest.fixture
def small_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a site that a test may break; it is the working directory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    return make_small_site(tmp_path)


@pytest.fixture(scope="session")
def _built_once(
    tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> Path:
    """Build it once a run: the first worker that needs it does."""
    folder = tmp_path_factory.getbasetemp()
    folder = folder if worker_id == "master" else folder.parent
    root = folder / "built_once"
    with (
        FileLock(folder / "built_once.lock"),
        pytest.MonkeyPatch.context() as p,
    ):
        if not (root / "site").exists():
            root.mkdir(exist_ok=True)
            p.chdir(root)
            site = make_small_site(root)
            assert build_site(site, Console(quiet=True), record=True) == []
    return root


@pytest.fixture
def built_site(small_site: Project, _built_once: Path) -> Project:
    """Return the small site after it was built and recorded."""
    shutil.copytree(_built_once, small_site.root, dirs_exist_ok=True)
    return small_site


@pytest.fixture
def bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a project on a machine whose programs are in its ``bin``."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    return Project(tmp_path)
