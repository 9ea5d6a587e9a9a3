"""Each page links the pages around it; of a large site not all others."""

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config.base import load_config
from selectolax.lexbor import LexborHTMLParser

HERE = Path(__file__).resolve().parents[1]
CONFIGURATION = f"""\
site_name: A house
theme:
  name: material
  custom_dir: {HERE / "overrides"}
  language: en
  font: false
  features: [navigation.prune, navigation.sections, toc.integrate]
plugins: []
nav:
  - index.md
"""


def linked(root: Path, n_pages: int) -> list[str]:
    """Return what a page links in a site of two sections of so many pages."""
    text = CONFIGURATION
    for section in ("one", "two"):
        pages = [f"{section}/{n}.md" for n in range(n_pages)]
        text += f"  - {section}:\n" + "".join(f"    - {p}\n" for p in pages)
        for name in ("index.md", *pages):
            path = root / "docs" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"# {name}\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text(text, encoding="utf-8")
    build(load_config(str(root / "mkdocs.yml")))
    page = (root / "site/one/1/index.html").read_text(encoding="utf-8")
    links = LexborHTMLParser(page).css("nav .md-nav__list a")
    return [link.attributes["href"] or "" for link in links]


@pytest.fixture(autouse=True)
def _without_a_remark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")


def test_a_page_of_a_small_site_links_all_others(tmp_path: Path) -> None:
    found = linked(tmp_path, 3)
    assert {"../0/", "../2/", *(f"../../two/{n}/" for n in range(3))} <= {
        *found
    }


def test_a_page_of_a_large_site_links_its_section_and_the_others_first(
    tmp_path: Path,
) -> None:
    found = linked(tmp_path, 60)
    assert {f"../{n}/" for n in range(60) if n != 1} <= {*found}
    assert [a for a in found if "/two/" in a] == ["../../two/0/"]
