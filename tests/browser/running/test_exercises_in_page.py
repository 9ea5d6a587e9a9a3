"""Exercises are answered in the page: marked at once, or by Python."""

import json
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from axe import findings
from conftest import Open
from delivered import COUNT_VIOLATIONS, watched
from looking import PHONE, SHIFTS, SITE, WATCH_SHIFTS, WIDE

PAGE = "exercises/"
LOADS = 240_000  # milliseconds: the first check on a busy machine


@cache
def exercises() -> list[dict[str, Any]]:
    paths = sorted((SITE / "assets/exercises").rglob("*.json"))
    return [json.loads(path.read_text("utf-8")) for path in paths]


def first(kind: str) -> dict[str, Any]:
    """Return the first exercise with an answer of a kind, or a grade."""
    return next(
        each
        for each in exercises()
        if kind in (each["grade"], each.get("answer", {}).get("kind"))
    )


def shown(page: Page, exercise: dict[str, Any]) -> Locator:
    """Return where a page shows an exercise, when it is set up."""
    section = page.locator(f"[data-exercise='{exercise['name']}']")
    section.scroll_into_view_if_needed()
    expect(section).to_have_attribute("data-state", "new")
    return section


def opened(open_context: Open, url: str, **options: Any) -> Page:
    window = open_context(**({"viewport": WIDE} | options))
    window.add_init_script(COUNT_VIOLATIONS)
    page, said = watched(window)
    page.goto(url + PAGE)
    page.said = said  # type: ignore[attr-defined]
    return page


def plain(says: str) -> str:
    return says.replace("`", "")


def test_a_choice_is_marked_at_once_and_by_the_keyboard(
    open_context: Open, url: str
) -> None:
    exercise = first("choice")
    page = opened(open_context, url)
    section = shown(page, exercise)
    options = exercise["answer"]["choices"]
    marks = section.locator(".exercise__marks")
    for place, option in enumerate(options):
        section.get_by_role("radio").nth(place).focus()
        page.keyboard.press("Space")
        word = "Right." if option["right"] else "Not yet."
        expect(marks).to_contain_text(word)
        expect(marks).to_contain_text(plain(option["says"]))
    expect(section).to_have_attribute("data-state", "done")
    assert page.said == []  # type: ignore[attr-defined]


def test_the_arrow_keys_answer_nothing(open_context: Open, url: str) -> None:
    page = opened(open_context, url)
    section = shown(page, first("choice"))
    marks = section.locator(".exercise__marks")
    section.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(section.get_by_role("radio").nth(2)).to_be_checked()
    expect(marks).to_be_empty()
    expect(section).not_to_have_attribute("data-state", "tried")
    page.keyboard.press("Enter")
    expect(marks).not_to_be_empty()


def test_a_number_is_marked_with_the_sentence_of_its_slip(
    open_context: Open, url: str
) -> None:
    exercise = first("number")
    answer = exercise["answer"]
    page = opened(open_context, url)
    section = shown(page, exercise)
    field = section.get_by_role("textbox", name="Your number")
    marks = section.locator(".exercise__marks")
    says = {"": "Give one number", "-98765": "Not this number"}
    says |= {f"{w['value']}": plain(w["says"]) for w in answer["wrong"]}
    for given, told in says.items():
        field.fill(given)
        field.press("Enter")
        expect(marks).to_contain_text(told)
    expect(section).to_have_attribute("data-state", "tried")
    field.fill(str(answer["value"]))
    section.get_by_role("button", name="Check").click()
    expect(marks).to_contain_text("Right.")
    expect(marks).to_contain_text(plain(exercise["explanation"]))


def test_a_program_is_checked_by_python_and_its_slips_are_known(
    open_context: Open, url: str
) -> None:
    name = "optimisation/step_downhill"
    exercise = next(each for each in exercises() if each["name"] == name)
    page = opened(open_context, url)
    section = shown(page, exercise)
    section.get_by_role("button", name="Try it").click()
    editor = section.get_by_role("textbox")
    marks = section.locator(".exercise__marks")
    expect(editor).to_be_focused()
    slip = exercise["wrong"][0]
    for code, told in (
        (slip["code"], plain(slip["says"])),
        ("wrong = 1 +", "SyntaxError"),
        (exercise["solution"], "Right."),
    ):
        editor.focus()
        page.keyboard.press("Control+a")
        page.keyboard.insert_text(code)
        page.keyboard.press("Control+Enter")
        expect(marks).to_contain_text(told, timeout=LOADS)
    expect(section).to_have_attribute("data-state", "done")
    tested = section.locator(".exercise__tested li")
    expect(tested).not_to_have_count(0)
    section.get_by_role("button", name="Run").click()
    expect(section.locator(".run__status")).to_contain_text(" s")
    page.keyboard.press("Escape")
    section.get_by_role("button", name="Reset").click()
    expect(editor).to_contain_text(exercise["start"].split("\n")[0])
    assert page.evaluate("window.violations") == []
    assert page.said == []  # type: ignore[attr-defined]


def test_hints_come_one_by_one(open_context: Open, url: str) -> None:
    exercise = next(each for each in exercises() if len(each["hints"]) > 1)
    section = shown(opened(open_context, url), exercise)
    hints = section.locator("details.tip > summary")
    expect(hints.nth(1)).to_be_hidden()
    hints.nth(0).click()
    expect(hints.nth(1)).to_be_visible()


def test_a_solution_is_asked_for_twice_before_a_try_and_once_after(
    open_context: Open, url: str
) -> None:
    page = opened(open_context, url)
    section = shown(page, first("number"))
    solution = section.locator("details.exercise__solution")
    solution.locator("summary").click()
    expect(solution).not_to_have_attribute("open", "")
    expect(solution).to_contain_text("press again")
    solution.locator("summary").click()
    expect(solution).to_have_attribute("open", "")
    other = shown(page, first("choice"))
    other.get_by_role("radio").first.check()
    expect(other.locator(".exercise__marks")).not_to_be_empty()
    other.locator(".exercise__solution > summary").click()
    expect(other.locator(".exercise__solution")).to_have_attribute("open", "")


def test_what_is_done_is_counted_saved_and_forgotten(
    open_context: Open, url: str
) -> None:
    exercise = first("choice")
    page = opened(open_context, url)
    expect(page.locator(".progress")).to_be_empty()
    section = shown(page, exercise)
    right = [o["right"] for o in exercise["answer"]["choices"]].index(True)
    section.get_by_role("radio").nth(right).check()
    counted = f"1 of {len(exercises())} exercises done"
    expect(page.locator(".progress")).to_contain_text(counted)
    page.goto(url)
    page.locator("[data-progress]").scroll_into_view_if_needed()
    expect(page.locator("[data-progress]")).to_contain_text(counted)
    page.goto(url + PAGE)
    with page.expect_download() as saved:
        page.get_by_role("button", name="Save as JSON").click()
    kept = json.loads(saved.value.path().read_text("utf-8"))
    assert kept == {exercise["name"]: "done"}
    page.get_by_role("button", name="Forget").click()
    expect(page.locator(".progress")).to_contain_text(counted)
    page.get_by_role("button", name="Forget all answers and marks?").click()
    expect(page.locator(".progress")).to_be_empty()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [PHONE, WIDE], ids=["phone", "wide"])
def test_axe_finds_nothing_in_an_exercise_that_is_answered(
    scheme: str, size: dict[str, int], open_context: Open, url: str
) -> None:
    page = opened(open_context, url, viewport=size, color_scheme=scheme)
    choice = shown(page, first("choice"))
    choice.get_by_role("radio").first.check()
    expect(choice.locator(".exercise__marks")).not_to_be_empty()
    section = shown(page, first("write"))
    section.get_by_role("button", name="Try it").click()
    expect(section.get_by_role("textbox")).to_be_focused()
    assert findings(page) == []


# Wider, the contents beside the page move as its reader goes on.
TABLET = {"width": 1000, "height": 800}


@pytest.mark.parametrize("size", [PHONE, TABLET], ids=["phone", "tablet"])
def test_nothing_moves_when_an_exercise_is_set_up(
    size: dict[str, int], open_context: Open, url: str
) -> None:
    window = open_context(viewport=size)
    window.add_init_script(WATCH_SHIFTS)
    page = window.new_page()
    page.goto(url + PAGE)
    for kind in ("choice", "number", "write"):
        shown(page, first(kind))
    assert page.evaluate(SHIFTS) == []


def test_without_a_script_everything_is_there_to_read(
    open_context: Open, url: str
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(url + PAGE)
    exercise = next(each for each in exercises() if len(each["hints"]) > 1)
    section = page.locator(f"[data-exercise='{exercise['name']}']")
    expect(section.locator("details.tip > summary").nth(1)).to_be_visible()
    solution = section.locator(".exercise__solution")
    solution.locator("summary").click()
    expect(solution).to_have_attribute("open", "")
