"""Descent that can be touched says what became of it, and noise repeats."""

import pytest
from playwright.sync_api import expect

from conftest import Open
from explored import named, opened, place, says

DESCENT = named("gradient_descent")


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("lr=0.07&steps=100", "diverges"),
        ("lr=3&steps=300", "is no number any more"),
        ("way=momentum&lr=0.07&steps=100", "millionth|The loss goes"),
        ("surface=saddle&y=0&lr=0.1&steps=100", "rests on the saddle"),
        (
            "surface=two_minima&x=1.8&y=1.5&lr=0.1&steps=60",
            "the higher minimum",
        ),
        ("batch=one&steps=100", "goes on jumping"),
        ("way=adam&turn=0&lr=0.25&steps=300", "millionth of the loss"),
    ],
)
def test_what_becomes_of_a_walk_is_said(
    state: str, said: str, open_context: Open, url: str
) -> None:
    page, errors = opened(open_context, url, DESCENT, state)
    told = says(page, DESCENT).text_content() or ""
    assert any(part in told for part in said.split("|"))
    assert errors == []


def test_what_diverges_is_red_and_leaves_the_map(
    open_context: Open, url: str
) -> None:
    page, _ = opened(open_context, url, DESCENT, "lr=0.07&steps=100")
    red = place(page, DESCENT).locator(".plot__line--path.plot__line--red")
    expect(red).to_have_count(1)
    assert "NaN" not in (red.get_attribute("d") or "")


def test_another_draw_is_another_path_and_the_same_draw_the_same(
    open_context: Open, url: str
) -> None:
    def path(seed: int) -> str:
        state = f"batch=one&steps=50&seed={seed}"
        page, _ = opened(open_context, url, DESCENT, state)
        line = place(page, DESCENT).locator(".plot__line--path")
        expect(line).to_have_count(1)
        return line.get_attribute("d") or ""

    assert path(3) == path(3)
    assert path(3) != path(4)
