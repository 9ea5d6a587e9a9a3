"""What axe-core finds on a page: nothing, of any grade, is the aim."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from lecture_site.basics.project import Project
from lecture_site.checks.auditors import script_of_axe
from looking import SITE

_OPTIONS = {
    "resultTypes": ["violations"],
    "selectors": False,  # `summary` names an element by its HTML
    "preload": False,  # of style sheets of other sites, of which none is used
}
# The rule on the size of targets (WCAG 2.2) is off by default.
EVERYTHING = _OPTIONS | {"rules": {"target-size": {"enabled": True}}}
# What the other scheme can change: light and dark differ in colours alone.
_COLOURS = ["color-contrast", "link-in-text-block"]
COLOURS = _OPTIONS | {"runOnly": _COLOURS}
ALL_BUT_COLOURS = _OPTIONS | {
    "rules": {"target-size": {"enabled": True}}
    | {name: {"enabled": False} for name in _COLOURS}
}
# The theme shows it beside the page's landmarks, and some time longer than
# its link has the keyboard or the pointer.
HINT = ".md-tooltip2"
RUN = "([within, options]) => axe.run(within ?? document, options)"


def findings(
    page: Page,
    within: str | None = None,
    look_for: Mapping[str, Any] = EVERYTHING,
) -> list[str]:
    """Return what is found on a page, or within those parts of it alone.

    The page is looked at when the last hint at a link has gone.
    """
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(script())
    expect(page.locator(HINT)).to_have_count(0)
    told = page.evaluate(RUN, [within, look_for])
    return [summary(violation) for violation in told["violations"]]


@cache
def script() -> str:
    try:
        return script_of_axe(Project(SITE.parent))
    except FileNotFoundError:
        pytest.fail("no axe-core: `make test` installs it", pytrace=False)


def summary(violation: dict[str, Any]) -> str:
    where = [node["html"][:120] for node in violation["nodes"][:3]]
    return f"{violation['id']}: {violation['help']}: {where}"
