"""What axe-core finds on a page: nothing, of any grade, is the aim."""

from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Page

from cards import SITE
from lecture_site.basics.project import Project
from lecture_site.checks.auditors import script_of_axe

# The rule on the size of targets (WCAG 2.2) is off by default.
OPTIONS = {
    "resultTypes": ["violations"],
    "rules": {"target-size": {"enabled": True}},
}
# What the other scheme can change: light and dark differ in colours alone.
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
RUN = "([within, options]) => axe.run(within ?? document, options)"


def findings(
    page: Page, within: str | None = None, *, colours: bool = False
) -> list[str]:
    """Return what is found on a page, or within those parts of it alone.

    With ``colours``, only what depends on them is looked at.
    """
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(script())
    options = OPTIONS | (COLOURS if colours else {})
    told = page.evaluate(RUN, [within, options])
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
