"""An edit makes again what depends on it, and the pages that show that."""

import pytest

from lecture_site.basics.project import Project
from lecture_site.preview.depending import Depending

MEASURING = """\
from lecture_code.doubling import double
from lecture_measurements.measurement import measurement


@measurement(low=0.2, high=0.8, decimals=1)
def share() -> float:
    \"\"\"Half of it.\"\"\"
    return double(0.25)
"""


@pytest.mark.parametrize(
    ("edited", "results", "pages"),
    [
        (
            "snippets/page/prints_three.py",
            ["listing snippets/page/prints_three.py"],
            ["page.md"],
        ),
        (
            "src/lecture_code/doubling.py",
            ["measurement page.share", "section doubling:double"],
            ["page.md"],
        ),
        ("src/lecture_figures/page.py", ["figure page/line"], ["page.md"]),
        (
            "src/lecture_measurements/page.py",
            ["measurement page.share"],
            ["page.md"],
        ),
        ("src/lecture_code/unused.py", [], []),
    ],
)
def test_an_edit_leads_to_results_and_pages(
    small_site: Project, edited: str, results: list[str], pages: list[str]
) -> None:
    module = small_site.measurement_modules / "page.py"
    module.write_text(MEASURING, encoding="utf-8")
    path = small_site.root / edited
    path.touch()
    found = Depending(small_site, {path})
    assert sorted(product.name for product in found.products) == results
    assert [page.name for page in found.pages] == pages


def test_a_new_listing_leads_to_its_output(small_site: Project) -> None:
    path = small_site.snippets / "page" / "prints_four.py"
    path.write_text("print(4)\n", encoding="utf-8")
    (product,) = Depending(small_site, {path}).products
    assert product.name == "listing snippets/page/prints_four.py"


def test_a_deleted_listing_leads_to_the_pages_that_still_show_it(
    small_site: Project,
) -> None:
    path = small_site.snippets / "page" / "prints_three.py"
    path.unlink()
    found = Depending(small_site, {path})
    assert found.products == []
    assert [page.name for page in found.pages] == ["page.md"]
