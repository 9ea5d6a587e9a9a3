"""What is written beside the pages, with and without an address."""

import json
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from rich.console import Console

from lecture_site.basics.problems import ProblemError
from lecture_site.basics.project import Project
from lecture_site.build import build_site
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.page import Page
from lecture_site.finishing.sharing.feed import (
    ATOM,
    atom,
    versions,
    write_feed,
)
from lecture_site.finishing.sharing.redirects import write_redirects
from lecture_site.finishing.sharing.robots import write_robots
from small_site import HERE, make_small_site

SITE_URL = "https://example.org/lecture/"
COMMIT = "2026-11-25T07:00:00Z"
CHANGELOG = """\
# Changelog

## Unreleased

- New: `a < b`.

## 0.1.0 (2026-01-31)

- First.
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Tea\nextra:\n  short_name: Tea\n"
    )
    (tmp_path / "site/labs/new").mkdir(parents=True)
    (tmp_path / "site/labs/new/index.html").write_text("new")
    return Project(tmp_path)


def redirect(project: Project, line: str) -> None:
    (project.docs / "redirects.toml").write_text(f"# Moved\n{line}\n")
    site = BuiltSite.read(project.root / "site")
    write_redirects(project, site)
    site.write()


def test_an_old_address_leads_to_the_new_page(project: Project) -> None:
    redirect(project, '"labs/old" = "labs/new"')
    text = (project.root / "site/labs/old/index.html").read_text()
    assert 'content="0; url=../new/index.html"' in text
    assert '<a href="../new/index.html">' in text


def test_the_canonical_address_of_an_old_page_is_the_new_one(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", SITE_URL)
    redirect(project, '"labs/old" = "labs/new"')
    text = (project.root / "site/labs/old/index.html").read_text()
    assert f'<link rel="canonical" href="{SITE_URL}labs/new/">' in text


def test_old_pages_of_a_site_without_folders_lead_on_too(
    project: Project,
) -> None:
    (project.root / "site/labs/flat.html").write_text("flat")
    redirect(project, '"old" = "labs/flat"')
    text = (project.root / "site/old.html").read_text()
    assert "url=labs/flat.html" in text


@pytest.mark.parametrize(
    "line", ['"labs/old" = "labs/gone"', '"labs/new" = "labs/new"']
)
def test_a_redirect_to_nowhere_or_from_a_page_ends_the_build(
    line: str, project: Project
) -> None:
    with pytest.raises(ProblemError, match=r"docs/redirects\.toml:2: "):
        redirect(project, line)


def test_robots_are_let_in_and_told_the_sitemap(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_robots(project, project.root / "site")
    robots = project.root / "site/robots.txt"
    assert robots.read_text() == "User-agent: *\nAllow: /\n"
    monkeypatch.setenv("SITE_URL", SITE_URL)
    write_robots(project, project.root / "site")
    assert f"\nSitemap: {SITE_URL}sitemap.xml\n" in robots.read_text()


def entries(feed: bytes) -> list[dict[str, str | None]]:
    found = ET.fromstring(feed).iter(f"{{{ATOM}}}entry")
    return [
        {e.tag.partition("}")[2]: e.text for e in entry} for entry in found
    ]


def test_a_version_is_dated_by_its_heading_or_by_the_commit() -> None:
    new, first = entries(atom("Tea", versions(CHANGELOG, COMMIT), COMMIT))
    assert new["title"] == "Unreleased"
    assert new["updated"] == COMMIT
    assert new["content"] == (
        "<ul>\n<li>New: <code>a &lt; b</code>.</li>\n</ul>"
    )
    assert first["updated"] == "2026-01-31T00:00:00Z"


@pytest.mark.parametrize("site_url", ["", SITE_URL])
def test_a_feed_has_what_atom_demands(
    site_url: str, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SITE_URL", site_url)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    (project.root / "CHANGELOG.md").write_text(CHANGELOG)
    write_feed(project, project.root / "site")
    root = ET.parse(project.root / "site/feed.xml").getroot()
    assert root.tag == f"{{{ATOM}}}feed"
    for element in (root, *root.iter(f"{{{ATOM}}}entry")):
        for name in ("id", "title", "updated", "link"):
            assert element.find(f"{{{ATOM}}}{name}") is not None
        (name,) = element.findall(f"{{{ATOM}}}id")
        assert str(name.text).startswith(site_url or "urn:uuid:")
    ids = [e.text for e in root.iter(f"{{{ATOM}}}id")]
    assert len(set(ids)) == 3


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Build a small site with the real templates for a real address."""
    project = make_small_site(tmp_path_factory.mktemp("published"))
    configuration = project.root / "mkdocs.yml"
    text = configuration.read_text("utf-8").replace(
        "  name: material\n",
        f"  name: material\n  custom_dir: {HERE / 'overrides'}\n",
    )
    configuration.write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", SITE_URL)
        patch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        patch.chdir(project.root)
        assert build_site(project, Console(quiet=True), record=True) == []
        yield project.root / "site"


def page_of(site: Path, name: str) -> Page:
    return BuiltSite.read(site).by_name[name]


def test_a_published_page_names_its_address_and_its_card(
    published: Path,
) -> None:
    page = page_of(published, "page/index.html")
    address = f"{SITE_URL}page/"
    assert page.tree.css_first("link[rel=canonical]").attrs["href"] == address
    assert page.meta("og:url") == address
    assert page.meta("og:image") == f"{SITE_URL}assets/social/page.png"
    assert page.meta("twitter:card") == "summary_large_image"


def test_search_engines_are_told_how_to_search(published: Path) -> None:
    page = page_of(published, "index.html")
    (script,) = page.tree.css("script[type='application/ld+json']")
    action = json.loads(script.text())["isPartOf"]["potentialAction"]
    assert action["target"] == f"{SITE_URL}?q={{words}}"


def test_the_sitemap_lists_all_pages_with_the_day_of_the_commit(
    published: Path,
) -> None:
    sitemap = ET.parse(published / "sitemap.xml").getroot()
    found = [[e.text for e in entry] for entry in sitemap]
    names = ("", "how_this_site_is_checked/", "page/")
    assert sorted(found) == [[f"{SITE_URL}{n}", "2023-11-14"] for n in names]


def test_the_page_that_is_not_there_works_at_any_depth(
    published: Path,
) -> None:
    text = (published / "404.html").read_text("utf-8")
    assert 'href="/lecture/page/"' in text
    assert 'src="/lecture/assets/search.js"' in text
    assert 'href="../' not in text
