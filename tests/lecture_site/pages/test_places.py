"""Each file has a place of its own, whatever it is called."""

import pytest
from rich.console import Console

from lecture_site.basics.project import Project
from lecture_site.build import build_site
from small_site import change

ODD = """\
# An odd name

```python
--8<-- "odd name/it's (1).py"
```

Back to [the page](../page.md), and [here](#an-odd-name).
"""


@pytest.mark.parametrize("name", ["it's one & more (1)", "Überblick ∇ 2"])
def test_pages_and_listings_may_have_odd_names(
    built_site: Project, name: str
) -> None:
    page = built_site.docs / "odd part" / f"{name}.md"
    listing = built_site.snippets / "odd name" / "it's (1).py"
    for path, text in ((page, ODD), (listing, "print('odd')\n")):
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
    link = f"[the odd one](<odd part/{name}.md>)"
    change(built_site, "docs/index.md", "[the page](page.md)", link)
    entry = f'  - "odd part/{name}.md"\n  - page.md\n'
    change(built_site, "mkdocs.yml", "  - page.md\n", entry)
    assert build_site(built_site, Console(quiet=True), record=True) == []
    built = built_site.site / "odd part" / name / "index.html"
    assert "odd" in built.read_text("utf-8").partition("prints")[2]
    expanded = built_site.expanded / "odd part" / f"{name}.md"
    assert "print('odd')" in expanded.read_text("utf-8")


def test_pages_of_one_name_in_two_folders_are_both_tested(
    built_site: Project,
) -> None:
    text = (built_site.docs / "page.md").read_text("utf-8")
    other = built_site.docs / "part" / "page.md"
    other.parent.mkdir()
    other.write_text(
        text.partition("It measures")[0].replace("# Page", "# Other"),
        encoding="utf-8",
    )
    change(
        built_site,
        "mkdocs.yml",
        "  - page.md\n",
        "  - page.md\n  - part/page.md\n",
    )
    assert build_site(built_site, Console(quiet=True), record=True) == []
    for name in ("page.md", "part/page.md"):
        assert "print(1 + 2)" in (built_site.expanded / name).read_text()
