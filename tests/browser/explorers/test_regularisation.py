"""What a penalty does to a fit is seen in its weights and said in words."""

import pytest
from playwright.sync_api import expect

from conftest import Open
from explored import named, opened, place, says

FIT = named("regularisation")


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("", "this overfits"),
        ("degree=1", "this underfits"),
        ("penalty=l1&lambda=10", "15 are exactly 0"),
        ("penalty=l2&lambda=10", "none is exactly 0"),
        ("penalty=dropout", "no units to drop"),
        ("model=network&penalty=l1&lambda=1", "jump over it"),
        ("model=network&penalty=dropout&p=0.5", "50 % of the units"),
        (
            "model=network&samples=10&noise=0.5&seed=22&epochs=2000",
            "learned too long",
        ),
        ("samples=1", "Of 15 weights 15 are exactly 0"),
    ],
)
def test_what_the_fit_suffers_from_is_said(
    state: str, said: str, open_context: Open, url: str
) -> None:
    page, errors = opened(open_context, url, FIT, state)
    expect(says(page, FIT)).to_contain_text(said)
    assert errors == []


def test_zeros_of_l1_are_dots_and_all_else_is_a_bar(
    open_context: Open, url: str
) -> None:
    page, _ = opened(open_context, url, FIT, "penalty=l1&lambda=0.1")
    weights = place(page, FIT).locator(".plot[aria-label^='Weights']")
    expect(weights.locator(".plot__bar")).to_have_count(6)
    expect(weights.locator(".plot__dot")).to_have_count(9)


@pytest.mark.parametrize(
    ("state", "along"),
    [
        ("", "degree"),
        ("penalty=l2", "λ"),
        ("model=network&penalty=l2", "epochs"),
    ],
)
def test_errors_are_drawn_along_what_can_be_tuned(
    state: str, along: str, open_context: Open, url: str
) -> None:
    page, _ = opened(open_context, url, FIT, state)
    errors = place(page, FIT).locator(".plot[aria-label^='Errors']:visible")
    expect(errors).to_have_count(1)
    expect(errors.locator(".plot__axes")).to_contain_text(along)


@pytest.mark.parametrize(
    ("state", "label", "first", "last"),
    [
        ("", "Degree", "degree 1 ", "degree 15 "),
        ("penalty=l2", "λ", "λ = 10⁻⁶ ", "λ = 10 "),
        ("model=network", "Epochs", "after 0 epochs", "after 2000 epochs"),
    ],
)
def test_what_is_tuned_is_dragged_along_its_errors(
    state: str, label: str, first: str, last: str, open_context: Open, url: str
) -> None:
    page, errors = opened(open_context, url, FIT, state)
    grip = place(page, FIT).get_by_role("slider", name=f"{label}, along")
    expect(grip).to_have_count(1)  # of plots that are not seen there is none
    for key, said in (("Home", first), ("End", last)):
        grip.press(key)
        expect(says(page, FIT)).to_contain_text(said)
    plot = place(page, FIT).locator(".plot[aria-label^='Errors']:visible")
    plot.click(position={"x": 180, "y": 100})
    expect(says(page, FIT)).not_to_contain_text(last)
    assert errors == []
