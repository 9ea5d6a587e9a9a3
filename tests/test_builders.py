"""The pages depend on no single builder and on no single theme."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from lecture_site.finishing.built_site import BuiltSite

ROOT = Path(__file__).resolve().parents[1]
SITE = ROOT / "site"
THEME = re.compile(r"^theme:\n(?:(?: .*)?\n)+", re.MULTILINE)
# What is shown around the words of a page, told of the finished site, or read
# by no one.
AROUND = "script, style, .headerlink, .code-of-page, .checked, .api__uses"


def built(builder: str, target: Path, *options: str) -> Path:
    """Build the site with another program into a folder."""
    ran = subprocess.run(
        [sys.executable, "-m", builder, "build", *options, "-d", str(target)],
        cwd=ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stdout[-2000:]
    return target


def texts(site: Path, content: str) -> dict[str, str]:
    """Return the words of each page's content, without their spacing."""
    found = {}
    for page in BuiltSite.read(site).to_read:
        if page.leads_on:  # a build's step, no page of it
            continue
        main = page.tree.css_first(content)
        assert main, page.name
        for around in main.css(AROUND):
            around.decompose()
        found[page.name] = "".join(main.text().split())
    return found


@pytest.fixture(scope="module")
def shown() -> dict[str, str]:
    if not (SITE / "index.html").is_file():
        pytest.fail("no site to compare: run `make site` first", pytrace=False)
    return texts(SITE, "article")


def test_properdocs_builds_the_same_pages(
    shown: dict[str, str], tmp_path: Path
) -> None:
    other = texts(built("properdocs", tmp_path / "site"), "article")
    assert other.keys() == shown.keys()
    assert [page for page in shown if other[page] != shown[page]] == []


def test_a_plain_theme_shows_the_same_words(
    shown: dict[str, str], tmp_path: Path
) -> None:
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    plain = tmp_path / "plain_theme.yml"
    plain.write_text(
        THEME.sub("theme:\n  name: mkdocs\n\n", text)
        .replace("hooks:\n  - ", f"hooks:\n  - {ROOT}/")
        .replace("nav:\n", f"docs_dir: {ROOT}/docs\nnav:\n", 1),
        encoding="utf-8",
    )
    site = built("mkdocs", tmp_path / "site", "-f", str(plain))
    other = texts(site, "[role=main]")
    assert other.keys() == shown.keys()
    assert [page for page in other if other[page] not in shown[page]] == []
