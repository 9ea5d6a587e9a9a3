"""A threshold has its outcomes, and what is a share of nothing is in words."""

import pytest
from playwright.sync_api import Locator, Page, expect

from conftest import Open
from explored import named, opened, place, says

THRESHOLD = named("threshold")


def table(page: Page) -> Locator:
    return place(page, THRESHOLD).get_by_role("table")


@pytest.mark.parametrize(
    ("state", "in_table", "said"),
    [
        ("threshold=1&look=precision", "none, no alarm", "has no answer"),
        ("share=0", "none, nothing to find", "there is no ROC curve"),
        ("share=0&look=precision", "0 found", "nothing to find"),
        ("share=1", "none, nobody", "there is nobody to alarm falsely"),
        ("distance=0", "recall: 0", "a threshold takes all or none"),
        ("confidence=0&look=calibration", "recall: 0", "useless, even if"),
        ("missed=0&alarm=0&look=costs", "found", "No error costs anything"),
    ],
)
def test_what_is_undefined_is_said_in_words(
    state: str, in_table: str, said: str, open_context: Open, url: str
) -> None:
    page, errors = opened(open_context, url, THRESHOLD, state)
    expect(table(page)).to_contain_text(in_table)
    expect(says(page, THRESHOLD)).to_contain_text(said)
    seen = place(page, THRESHOLD).locator(".explorer__stage")
    for word in ("NaN", "not a number"):
        expect(seen).not_to_contain_text(word)
    assert errors == []


def test_the_ends_of_the_threshold_alarm_all_and_none(
    open_context: Open, url: str
) -> None:
    page, errors = opened(open_context, url, THRESHOLD, "")
    place(page, THRESHOLD).locator(".plot__grip").focus()
    page.keyboard.press("Home")
    expect(table(page)).to_contain_text("recall: 1")
    expect(table(page)).to_contain_text("0 missed")
    page.keyboard.press("End")
    expect(table(page)).to_contain_text("0 found")
    expect(table(page)).to_contain_text("precision: none, no alarm")
    assert errors == []


def test_confidence_moves_the_cheapest_threshold_and_not_the_curve(
    open_context: Open, url: str
) -> None:
    said = {}
    for look in ("roc", "costs"):
        for confidence in (1, 4):
            state = f"look={look}&confidence={confidence}&threshold=1"
            page, _ = opened(open_context, url, THRESHOLD, state)
            said[look, confidence] = says(page, THRESHOLD).text_content()
    assert said["roc", 1] == said["roc", 4]
    assert said["costs", 1] != said["costs", 4]


@pytest.mark.parametrize(
    ("look", "title"),
    [
        ("roc", "ROC curve"),
        ("precision", "Precision against recall"),
        ("calibration", "Reliability diagram"),
        ("costs", "Costs against the threshold"),
    ],
)
def test_one_look_is_seen_at_a_time(
    look: str, title: str, open_context: Open, url: str
) -> None:
    page, _ = opened(open_context, url, THRESHOLD, f"look={look}")
    plots = place(page, THRESHOLD).locator(".explorer__plot:visible svg.plot")
    expect(plots).to_have_count(2)
    label = plots.last.get_attribute("aria-label") or ""
    assert label.startswith(title)
