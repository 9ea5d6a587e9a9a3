"""A program waits for a page, however slow the processor is."""

from conftest import Open
from lecture_site.browser.arriving import arrive

SLOW = ("Emulation.setCPUThrottlingRate", {"rate": 20})


def test_the_scripts_of_a_page_have_run_when_it_is_looked_at(
    url: str, open_context: Open
) -> None:
    page = open_context().new_page()
    page.context.new_cdp_session(page).send(*SLOW)
    arrive(page, f"{url}introduction/")
    assert page.evaluate("typeof document$") == "object"
