"""Whatever anyone types gets a graph or a sentence, and never silence."""

import random
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect

from conftest import Open, windows
from explored import (
    VALUES,
    module,
    named,
    opened,
    place,
    says,
    settled,
    wrong_in,
)
from lecture_golden import computational_graph as golden
from lecture_site.explorers.golden import differences

GRAPH = named("computational_graph")
N_FUZZED, N_VALID = 6000, 1000
PIECES = [
    *("x", "y", "abc", "_", "max", "exp", "log", "tanh", "constructor"),
    *("0", "1", "2.5", ".5", "1e9", "1e999", "3.", "e", "NaN", "Infinity"),
    *("+", "-", "*", "/", "(", ")", ",", " ", "**", "//", "^", "=", "%"),
    *("\u2212", "×", "·", "\t", "\n", "\0", "'", '"', "<b>", "\U0001f600"),
    *("\ud800", "\u202e", "é", "ß", "\\", "`", "${", "[", "]", "{", "}"),
]
ASK = """async ([path, texts]) => {
  const { model } = await import(path);
  return texts.map((text) => {
    try {
      const said = model.wrong(text);
      if (!said) model.golden({ expression: text, at: { x: 1, y: -2 } });
      return said;
    } catch (error) { return `threw ${error}`; }
  });
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, url: str) -> Iterator[Page]:
    with windows(browser) as open_window:
        page = open_window().new_page()
        page.goto(f"{url}404.html")
        yield page


def ask(page: Page, url: str, texts: list[str]) -> list[str]:
    """Return what is said of each text; nothing of a valid one."""
    path = module(url, GRAPH.name)
    found: list[str] = page.evaluate(ASK, [path, texts])
    return found


def nonsense(chance: random.Random) -> str:
    pieces = chance.choices(PIECES, k=chance.randint(0, 40))
    return "".join(pieces).encode("utf-8", "replace").decode()


def mutated(chance: random.Random, text: str) -> str:
    """Return an expression with a few letters lost, doubled or exchanged."""
    letters = list(text)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(letters) + 1)
        part = chance.choice([[], [chance.choice("x1+-*/(),.e ")]])
        letters[at : at + chance.randint(0, 2)] = part
    return "".join(letters)


def expressions(n: int) -> list[str]:
    """Return random expressions that are valid and short enough."""
    rng = np.random.default_rng(1)
    made = (golden.random_expression(rng, 3) for _ in range(3 * n))
    return [text for text in made if len(text) <= golden.MOST_LETTERS][:n]


def test_whatever_is_typed_is_answered(page: Page, url: str) -> None:
    chance = random.Random(0)
    texts = [nonsense(chance) for _ in range(N_FUZZED // 2)]
    texts += [mutated(chance, text) for text in expressions(N_FUZZED // 2)]
    texts += ["(" * 120, "-" * 119 + "x", "max(" * 30, "x" * 10**6]
    told = ask(page, url, texts)
    for text, said in zip(texts, told, strict=True):
        assert not said.startswith("threw"), (text, said)
        assert not said or said.endswith("."), (text, said)
        assert len(said) < 160, (text, said)
    n_refused = sum(map(bool, told))
    assert N_FUZZED / 2 < n_refused < len(texts) - 300


def test_valid_expressions_are_read_as_python_reads_them(
    page: Page, url: str
) -> None:
    texts = expressions(N_VALID)
    assert len(texts) == N_VALID
    assert set(ask(page, url, texts)) == {""}
    at = dict.fromkeys(golden.NAMES, 0.75)
    states: list[Any] = [{"expression": text, "at": at} for text in texts]
    states = [s for s in states if golden.is_steady(s["expression"], at)]
    assert len(states) > N_VALID / 2
    found = page.evaluate(VALUES, [module(url, GRAPH.name), states])
    for values, state in zip(found, states, strict=True):
        for _, off in differences(values, golden.values(state)):
            assert off <= golden.TOLERANCE, state


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Type an expression"),
        ("(x + y", "A bracket is not closed"),
        ("x + y)", "closed that none has opened"),
        ("x +", "missing at the end"),
        ("x + * y", "missing before “*”"),
        ("2 x", "missing before “x”: write *"),
        ("x ^ 2", "“^” has no meaning here"),
        ("sin(x)", "“sin” is no function here"),
        ("exp x", "Put what exp is taken of in brackets"),
        ("max(x)", "max has two inputs"),
        ("x" * 121, "longer than 120 letters"),
    ],
)
def test_each_mistake_has_its_sentence(
    text: str, said: str, page: Page, url: str
) -> None:
    assert said in ask(page, url, [text])[0]


def test_the_worked_example_is_walked_gate_by_gate(
    open_context: Open, url: str
) -> None:
    page, said = opened(open_context, url, GRAPH)
    expect(says(page, GRAPH)).to_have_text("The inputs are given.")
    on = page.get_by_role("button", name="On →")
    expect(page.get_by_role("button", name="← Back")).to_be_disabled()
    told = []
    for _ in range(5):
        before = says(page, GRAPH).text_content() or ""
        on.press("Enter")
        expect(says(page, GRAPH)).not_to_have_text(before)
        told.append(says(page, GRAPH).text_content() or "")
    assert "The sum of −2 and 5 is 3" in told[0]
    assert "The product of 3 and −4 is −12" in told[1]
    assert "its gradient is 1" in told[2]
    assert "−4 to the sum and 3 to z" in told[3]
    assert "−4 to x and −4 to y. Every input has its gradient." in told[4]
    expect(on).to_be_disabled()
    expect(on).to_be_focused()
    on.press("Enter")
    settled(page, GRAPH)
    assert says(page, GRAPH).text_content() == told[4]
    texts = page.locator(".graph .plot__text--orange").all_text_contents()
    assert texts == ["−4", "−4", "−4", "3", "1"]
    assert said == []


def test_an_input_is_edited_where_it_stands(
    open_context: Open, url: str
) -> None:
    page, _ = opened(open_context, url, GRAPH, "step=5")
    page.get_by_label("Value of y").fill("2")
    on_z = page.locator(".graph .plot__text--orange").nth(3)
    expect(on_z).to_have_text("0")
    page.get_by_label("Value of y").fill("−0,5")
    expect(on_z).to_have_text("−2.5")
    page.get_by_label("Value of y").fill("2")
    page.get_by_label("Value of y").fill("two")
    wrong = wrong_in(page, GRAPH)
    expect(wrong).to_contain_text("The value of y is to be a number")
    page.wait_for_function(
        "() => decodeURIComponent(location.hash).includes('y=2')"
    )


def test_a_mistake_stands_beside_the_field_and_the_graph_stays(
    open_context: Open, url: str
) -> None:
    page, _ = opened(open_context, url, GRAPH)
    field = place(page, GRAPH).get_by_label("f =")
    field.fill("log(x - ")
    wrong = wrong_in(page, GRAPH)
    expect(wrong).to_have_text("Something is missing at the end.")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".graph__node")).to_have_count(5)
    field.fill("log(x - x)")
    expect(wrong).to_have_count(0)
    expect(page.locator(".graph__node")).to_have_count(3)
    place(page, GRAPH).get_by_label("Step").press("End")
    expect(says(page, GRAPH)).to_contain_text("Backward")


def test_what_is_not_a_number_is_said_with_its_cause(
    open_context: Open, url: str
) -> None:
    state = "f=log(x)*y&at=x=-1,y=0&step=1"
    page, said = opened(open_context, url, GRAPH, state)
    cause = "Note that log of −1 is not a number"
    expect(says(page, GRAPH)).to_contain_text(cause)
    assert said == []
