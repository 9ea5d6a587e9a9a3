"""A Markdown extension: a question says what it asks for, and may have a hint.

``??? question compute "..."`` is a question of that kind. One that computes
begins with ``??? tip "Hint"``; what follows it is folded as the answer.
"""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from lecture_site.extensions.page_context import HEADINGS, problem_on_page

KINDS = ("recall", "predict", "compute", "explain")
AT_THE_END = "check-yourself"  # id of the section of questions
_FIRST = "Predict first"  # a guess, before the page shows what comes out


class _Ask(Treeprocessor):
    def run(self, root: Element) -> None:
        at_the_end = False
        for block in root.iter():
            at_the_end |= (
                block.tag in HEADINGS and block.get("id") == AT_THE_END
            )
            if block.tag == "details" and "question" in _classes(block):
                self._mark(block, at_the_end)

    def _mark(self, question: Element, at_the_end: bool) -> None:
        summary, *answer = question
        kinds = [kind for kind in KINDS if kind in _classes(question)]
        if len(kinds) != 1:
            raise self._problem("has no kind, or several", summary)
        has_hint = bool(answer) and "tip" in _classes(answer[0])
        if kinds == ["compute"] and not has_hint:
            raise self._problem("is to be computed and has no hint", summary)
        _label(summary, _called(kinds[0], at_the_end))
        if has_hint:
            answer[0].set("class", "tip hint")
            _fold(question, answer[1:])

    def _problem(self, what: str, summary: Element) -> Exception:
        said = "".join(summary.itertext())
        return problem_on_page(
            self.md,
            f"a question {what}: {said[:40]}",
            f"write ??? question, one of {', '.join(KINDS)}, and the "
            'question; one to be computed begins with ??? tip "Hint"',
            said[:20],
        )


def _classes(block: Element) -> list[str]:
    return block.get("class", "").split()


def _called(kind: str, at_the_end: bool) -> str:
    return _FIRST if kind == "predict" and not at_the_end else kind.title()


def _label(summary: Element, text: str) -> None:
    label = Element("small", {"class": "question__kind"})
    label.text = text
    label.tail, summary.text = f" {summary.text or ''}", None
    summary.insert(0, label)


def _fold(question: Element, answer: list[Element]) -> None:
    """Put an answer into a box of its own, which a hint may stand before."""
    folded = SubElement(question, "details", {"class": "success answer"})
    SubElement(folded, "summary").text = "Answer"
    for block in answer:
        question.remove(block)
    folded.extend(answer)


class QuestionsExtension(Extension):
    """Marks the kinds of questions, and folds answers behind their hints."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register when headings have their ids, before sections fold."""
        md.treeprocessors.register(_Ask(md), "lecture-questions", 2)


def makeExtension(**options: Any) -> QuestionsExtension:  # noqa: N802
    """Return the extension; the name is Python-Markdown's."""
    return QuestionsExtension(**options)
