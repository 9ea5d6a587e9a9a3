import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from changing_site import import_paths, make_changing_site, noted, started
from lecture_site.staleness import installed


@pytest.fixture(scope="session")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("changing") / "site"
    make_changing_site(root)
    building = started(root)
    said, _ = building.communicate()
    assert building.returncode == 0, said
    noted(root)
    return root


@pytest.fixture
def site(
    _built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """Return a site that was built; it is the working directory."""
    root = Path(shutil.copytree(_built, tmp_path / "site"))
    monkeypatch.chdir(root)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    for path in import_paths(root):
        monkeypatch.syspath_prepend(path)
    forget_what_is_installed()
    yield root
    forget_what_is_installed()


def forget_what_is_installed() -> None:
    """Ask again which packages there are, as a new process does."""
    installed._packages_of_modules.cache_clear()
    installed._version.cache_clear()
    installed._versions.cache_clear()
