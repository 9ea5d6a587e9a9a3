from pathlib import Path

import pytest

from lecture_site.project import Project
from small_site import make_small_site


@pytest.fixture
def small_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a site that a test may break; it is the working directory."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    return make_small_site(tmp_path)
