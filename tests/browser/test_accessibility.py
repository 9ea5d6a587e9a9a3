"""What axe-core finds on the pages that show slides: nothing."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from cards import PHONE, WIDE
from conftest import Open

PAGES = ("slides/", "introduction/", "how_slides_are_matched/")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(
    name: str, scheme: str, url: str, open_context: Open
) -> None:
    page = open_context(viewport=WIDE, color_scheme=scheme).new_page()
    page.goto(url + name)
    for size in (WIDE, PHONE):
        page.set_viewport_size(size)
        found = Axe().run(page).response["violations"]
        assert [summary(violation) for violation in found] == []


def summary(violation: dict) -> str:
    where = [node["html"][:120] for node in violation["nodes"][:3]]
    return f"{violation['id']}: {violation['help']}: {where}"
