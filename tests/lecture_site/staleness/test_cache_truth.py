"""What changed is made again, nothing else, and nothing stale is shown."""

import os
import shutil
from pathlib import Path

import pytest

from changing_site import (
    ALL,
    CHANGES,
    Change,
    apply,
    build,
    make_changing_site,
    noted,
    shown,
)


@pytest.fixture(scope="module")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("changing") / "site"
    make_changing_site(root)
    done = build(root, "--record")
    assert done.returncode == 0, done.stdout
    assert noted(root) == sorted(ALL)
    return root


@pytest.fixture
def site(_built: Path, tmp_path: Path) -> Path:
    """Return a site that was built, for a test of its own."""
    return Path(shutil.copytree(_built, tmp_path / "site"))


def built(root: Path, *options: str) -> str:
    """Build without a problem, and return what was said."""
    done = build(root, *options)
    assert done.returncode == 0, done.stdout
    return done.stdout


def test_where_nothing_changed_nothing_is_made_again(site: Path) -> None:
    before = shown(site)
    built(site)
    assert noted(site) == []
    assert shown(site) == before


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.what)
def test_what_depends_on_a_change_is_made_again_and_nothing_else(
    change: Change, site: Path
) -> None:
    assert change.shown not in shown(site)
    apply(change, site)
    built(site, "--record")
    assert noted(site) == sorted(change.again)
    assert change.shown in shown(site)
    assert change.shown.replace("two.", "one.") not in shown(site)


def test_a_second_change_within_the_second_is_seen(site: Path) -> None:
    """Python takes byte code of the same second and length for current."""
    module = site / "src/teaching/rates.py"
    second = 1_700_000_000 * 10**9
    for word, later in [("two", 1), ("six", 2)]:
        module.write_text(f'RATE = "{word}"\n', encoding="utf-8")
        os.utime(module, ns=(second + later, second + later))
        compiled = [*module.parent.rglob("rates.*.pyc")]
        for path in compiled:
            os.utime(path, ns=(second + later - 1, second + later - 1))
        built(site, "--record")
        assert f"constant says {word}" in shown(site)
    assert compiled, "no byte code was there to be mistaken"


def test_what_is_shown_twice_is_changed_in_both_places(site: Path) -> None:
    other = site / "docs/index.md"
    with other.open("a", encoding="utf-8") as page:
        page.write('\n```python\n--8<-- "page/two_deep.py"\n```\n')
    apply(CHANGES[1], site)
    built(site, "--record")
    index = site / ".cache/draft/index.html"
    assert CHANGES[1].shown in index.read_text(encoding="utf-8")
    assert CHANGES[1].shown in shown(site)
