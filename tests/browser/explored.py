"""The explorers that the tests drive, and how."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from conftest import Open
from delivered import COUNT_VIOLATIONS, watched
from lecture_site.basics.project import Project
from lecture_site.explorers.products import pages_of
from looking import SETTLED


@dataclass(frozen=True)
class Explored:
    """An explorer, and what a test may do with it.

    Parameters
    ----------
    name, page : str
        Its name, and the address of its page.
    control : str
        Label of a control that arrow keys change; empty for the first slider.
    dragged : str
        Label of what is dragged in a plot; its value changes. Empty if there
        is nothing to drag.
    """

    name: str
    page: str
    control: str
    dragged: str = ""


# What is touched; of an explorer that is not named, its first slider.
TOUCHED = {
    "activations": ("Layers k", "Input z"),
    "batch_norm": ("Batch m", "Sample 1"),
    "computational_graph": ("Step", ""),
    "initialisation": ("Layers", "Scale s"),
    "small_network": ("Units", "Place of a new point"),
    "regularisation": ("Samples", "Degree"),
    "threshold": ("Threshold", "Threshold"),
    "gradient_descent": ("Steps", "Start"),
    "universal_approximation": ("Bumps N", "Pencil"),
}
PROJECT = Project(Path(__file__).resolve().parents[2])
EXPLORED = [
    Explored(name, f"{page}/", *TOUCHED.get(name, ("", "")))
    for name, page in sorted(pages_of(PROJECT).items())
]


def named(name: str) -> Explored:
    """Return an explorer by its name."""
    (found,) = (each for each in EXPLORED if each.name == name)
    return found


each_explorer = pytest.mark.parametrize(
    "each", EXPLORED, ids=lambda each: each.name
)

VALUES = """async ([path, states]) => {
  const { model } = await import(path);
  return states.map((state) => model.golden(state));
}"""
# Each stands for a value in an address.
NONSENSE = (
    *("NaN", "Infinity", "-Infinity", "1e999", "-1e999", "0x10", "1_000"),
    *("<script>alert(1)</script>", "", "%00", "\u202e", "' OR 1=1", "[]"),
    *("__proto__", "constructor", "undefined", "null", "9" * 400, "%E0%A4%A"),
    "x" * 5000,
)


def place(page: Page, each: Explored) -> Locator:
    return page.locator(f"#explore-{each.name}")


def opened(
    open_context: Open,
    url: str,
    each: Explored,
    state: str | None = None,
    **options: object,
) -> tuple[Page, list[str]]:
    """Open an explorer by its question, or by a state in the address."""
    window = open_context(**options)
    window.add_init_script(COUNT_VIOLATIONS)
    page, said = watched(window)
    fragment = "" if state is None else f"#explore-{each.name}?{state}"
    page.goto(f"{url}{each.page}{fragment}")
    if state is None:
        place(page, each).scroll_into_view_if_needed()
        place(page, each).get_by_role("button", name="Skip").click()
    expect(place(page, each).locator(".explorer__stage")).to_be_visible()
    settled(page, each)
    return page, said


def view(page: Page, each: Explored) -> Locator:
    return place(page, each).locator(".explorer__view")


def settled(page: Page, each: Explored) -> None:
    """Wait until what is shown is of the state that is set.

    What changes is drawn in the next frame, which may ask for work that
    takes longer; its answer is drawn in a frame too.
    """
    page.evaluate(SETTLED)
    expect(view(page, each)).not_to_have_attribute("aria-busy", "true")
    page.evaluate(SETTLED)


def control_of(page: Page, each: Explored) -> Locator:
    """Return what arrow keys change."""
    if each.control:
        return place(page, each).get_by_label(each.control, exact=True)
    return place(page, each).get_by_role("slider").first


def typed(page: Page, each: Explored, label: str) -> Locator:
    return place(page, each).get_by_label(f"{label}, as a number")


def says(page: Page, each: Explored) -> Locator:
    return place(page, each).locator(".explorer__says")


def link_to(page: Page, each: Explored) -> Locator:
    """Return the link that reproduces the state."""
    return place(page, each).get_by_role("link", name="Link to this state")


def wrong_in(page: Page, each: Explored) -> Locator:
    """Return the sentences on what is wrong, as far as they are seen."""
    return place(page, each).locator(".explorer__wrong:visible")


def module(url: str, name: str) -> str:
    return f"{url}assets/page/explorers/{name}.js"


def fields(page: Page, url: str, name: str) -> dict[str, dict[str, Any]]:
    """Return the fields of an explorer as its module has them."""
    found = page.evaluate(
        "(path) => import(path).then((m) => JSON.stringify(m.fields))",
        module(url, name),
    )
    return dict(json.loads(found))
