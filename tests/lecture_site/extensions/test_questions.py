"""A question says its kind, and one to be computed has a hint."""

import pytest
from markdown import Markdown
from markdown.extensions.toc import TocExtension

from lecture_site.basics.problems import ProblemError
from lecture_site.extensions.questions import KINDS
from lecture_site.finishing.page import Node, Page

HINT = '    ??? tip "Hint"\n        Count.\n\n'
COMPUTE = f'??? question compute "How many?"\n{HINT}    Three.\n\n    Or four.'


def rendered(text: str) -> Node:
    extensions = ["pymdownx.details", "lecture_site.extensions.questions"]
    html = Markdown(extensions=[TocExtension(), *extensions]).convert(text)
    page = Page.parse("page/index.html", f"<article>{html}</article>")
    return page.tree.css("article")[0]


@pytest.mark.parametrize("kind", ["recall", "explain", "predict"])
def test_a_question_says_its_kind(kind: str) -> None:
    asked = f'??? question {kind} "Why so?"\n    Because.'
    (question,) = rendered(f"## Check yourself\n\n{asked}").css("details")
    assert question.css("summary")[0].text() == f"{kind.title()} Why so?"
    assert [p.text() for p in question.css("p")] == ["Because."]


def test_a_prediction_within_the_page_comes_first() -> None:
    page = rendered(
        '??? question predict "What?"\n    It.\n\n## Check yourself\n\n'
        '??? question predict "And then?"\n    This.'
    )
    kinds = [small.text() for small in page.css("summary > small")]
    assert kinds == ["Predict first", "Predict"]


def test_an_answer_waits_behind_its_hint() -> None:
    question = rendered(COMPUTE).css("article > details")[0]
    titles = [each.text() for each in question.css("details > summary")]
    assert titles == ["Compute How many?", "Hint", "Answer"]
    (answer,) = question.css("details.answer")
    assert [p.text() for p in answer.css("p")] == ["Three.", "Or four."]
    assert not any("open" in box.attributes for box in question.css("details"))


def test_other_questions_may_have_a_hint_too() -> None:
    page = rendered(COMPUTE.replace("compute", "explain"))
    assert [p.text() for p in page.css(".answer p")] == ["Three.", "Or four."]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('??? question "Why?"\n    So.', "has no kind, or several: Why[?]"),
        ('??? question guess "Why?"\n    So.', "has no kind"),
        ('??? question recall predict "Why?"\n    So.', "or several"),
        ('??? question compute "Why?"\n    So.', "has no hint: Why[?]"),
        ('??? question compute "Why?"\n    So.\n\n' + HINT, "has no hint"),
        ('??? question compute "Why?"', "has no hint"),
    ],
)
def test_a_question_of_no_kind_ends_the_build(text: str, said: str) -> None:
    with pytest.raises(ProblemError, match=said) as told:
        rendered(text)
    assert all(kind in told.value.problem.remedy for kind in KINDS)


def test_other_boxes_stay_as_they_are() -> None:
    page = rendered('??? tip "Answers"\n    1. So.')
    assert page.css("small, .answer") == []
