import json

import pytest
from bs4 import BeautifulSoup

from lecture_site.basics.project import Project
from lecture_site.extensions.figures import is_wide
from lecture_site.pages.reader import read_pages
from lecture_site.products.figures import figure_products


@pytest.mark.parametrize(("width", "wide"), [("360", False), ("417.6", True)])
def test_a_drawing_wider_than_a_phone_scrolls(width: str, wide: bool) -> None:
    assert is_wide(f'<svg viewBox="0 0 {width} 200">') == wide


def test_the_page_holds_the_drawing_itself(small_site: Project) -> None:
    (product,) = figure_products(small_site)
    svg = '<svg viewBox="0 0 400 200"><title>A line.</title></svg>'
    product.target.write(json.dumps({"alt": "A line.", "svg": svg}))
    html = read_pages(small_site).html.get("docs/page.md", "")
    assert html == ""  # the listing has no recorded output yet

    (small_site.snippets / "page" / "prints_three.out").write_text("3\n")
    page = small_site.docs / "page.md"
    page.write_text("# Page\n\n![](figures/page/line.svg)\n")
    html = read_pages(small_site).html["docs/page.md"]
    drawing = BeautifulSoup(html, "html.parser").select_one(".drawing--wide")
    assert drawing is not None
    assert drawing["tabindex"] == "0"
    assert svg in html
