"""What stands in a plot can be read: nothing over it, and no end cut off."""

import re

import pytest
from playwright.sync_api import expect

from conftest import Open
from explored import Explored, each_explorer, named, opened, place, settled
from looking import PHONE

# Boxes of the words along an axis that goes up, and of what stands beside.
OVERLAPS = """(stage) => [...stage.querySelectorAll(".plot__axes")]
  .filter((axes) => axes.getBoundingClientRect().width)
  .flatMap((axes) => {
    const texts = [...axes.querySelectorAll("text")]
      .filter((text) => text.textContent);
    const [title] = texts.filter((text) =>
      text.getAttribute("transform")?.includes("rotate"));
    if (!title) return [];
    const a = title.getBoundingClientRect();
    return texts.filter((text) => text !== title).filter((text) => {
      const b = text.getBoundingClientRect();
      return b.left < a.right && a.left < b.right &&
        b.top < a.bottom && a.top < b.bottom;
    }).map((text) => title.textContent + " / " + text.textContent);
  })"""

# Words of plots that are cut off, or that other words of them stand over.
UNREADABLE = """(view) => [...view.querySelectorAll("svg.plot")]
  .filter((plot) => plot.checkVisibility())
  .flatMap((plot) => {
    const inside = plot.querySelector("svg");
    const all = plot.getBoundingClientRect();
    const left = all.left + Number(inside?.getAttribute("x"));
    const axes = { left, right: left + Number(inside?.getAttribute("width")) };
    const texts = [...plot.querySelectorAll("text")]
      .filter((text) => text.textContent && text.checkVisibility())
      .map((text) => [text.textContent, text.getBoundingClientRect(),
        text.ownerSVGElement === inside ? axes : all]);
    const cut = texts.filter(([_, a, b]) => a.left < b.left - 1 ||
      a.right > b.right + 1).map(([words]) => `${words} is cut`);
    const over = texts.flatMap(([words, a], i) => texts.slice(i + 1)
      .filter(([_, b]) => b.left < a.right && a.left < b.right &&
        b.top + 3 < a.bottom && a.top + 3 < b.bottom)
      .map(([others]) => `${words} / ${others}`));
    return [...cut, ...over];
  })"""


@each_explorer
def test_words_of_an_axis_keep_clear_of_its_numbers(
    each: Explored, open_context: Open, url: str
) -> None:
    page, _ = opened(open_context, url, each, viewport=PHONE)
    assert place(page, each).evaluate(OVERLAPS) == []


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("initialisation", "scale=40&depth=20&activation=relu"),
        ("initialisation", "scale=0.1&depth=20"),
        ("threshold", "look=precision&share=0&threshold=0"),
        ("threshold", "look=precision&threshold=1"),
        ("threshold", "look=roc&share=0"),
        ("threshold", "look=calibration&confidence=5"),
        ("threshold", "look=costs&missed=20&alarm=20"),
        ("universal_approximation", "n=1&sharpness=2"),
        ("batch_norm", "m=1"),
        ("regularisation", "penalty=none&degree=15"),
    ],
)
def test_words_in_a_plot_can_be_read_on_a_phone(
    name: str, state: str, open_context: Open, url: str
) -> None:
    each = named(name)
    page, _ = opened(open_context, url, each, state, viewport=PHONE)
    seen = place(page, each).locator(".explorer__view")
    expect(seen.locator("svg.plot:visible").first).to_contain_text(
        re.compile(".")
    )
    settled(page, each)
    assert seen.evaluate(UNREADABLE) == []
