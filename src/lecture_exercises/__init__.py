"""Exercises that check themselves: read, shown, tried, marked.

An exercise is a file ``exercises/PAGE/NAME.py``: a docstring with the title
and the task, then sections that comments open.

=================  ==========================================================
``# %% grade:``    ``predict``, ``complete`` or ``write``
``# %% section:``  the anchor on the page, as ``#the-step-size``
``# %% hint``      comments; as often as wanted
``# %% wrong``     comments, the sentence that teaches, then the wrong answer;
                   two or more
=================  ==========================================================

``write`` has ``start``, ``solution``, ``visible tests`` and ``hidden tests``;
every answer is a whole program.
``complete`` has the same, but the start holds ``...`` once, and each answer
is the expression that takes its place.
``predict`` has a ``listing`` and either ``answer: within 0.01``, comments
that explain and an expression, or ``right: OPTION``, comments that explain
and an expression that must be true; every wrong answer is then an expression
of another value, or ``wrong: OPTION`` with an expression that must be false.

What a page gets is the JSON of `Exercise.as_json`:

- in all: ``name`` (PAGE/NAME), ``page``, ``section``, ``title``, ``grade``,
  ``task`` and ``hints`` (Markdown with TeX; the page shows them rendered);
- in ``complete`` and ``write``: ``start``, ``solution``, ``visible``,
  ``hidden`` (programs) and ``wrong``, a list of ``says`` and ``code``;
- in ``predict``: ``listing``, ``explanation``, and ``answer``. Its ``kind``
  is ``number``, with ``value``, ``within`` and ``wrong``, a list of ``says``
  and ``value``; or ``choice``, with ``choices``, a list of ``text``,
  ``right`` and ``says``, in the order in which they are shown. So a
  prediction can be marked without running Python.

What is said to a reader (``says``, ``explanation``, texts of choices) is
plain text with code in backticks.

`check` marks an answer. It holds against accidents and cheap tricks, and no
further: whoever wants the solution can read it in the same file.
"""

from lecture_exercises.checking import check
from lecture_exercises.collection import counts, read_exercises
from lecture_exercises.exercise import Exercise
from lecture_exercises.marks import Checked
from lecture_exercises.proving import problems_of
from lecture_exercises.reading import read_exercise

__all__ = [
    "Checked",
    "Exercise",
    "check",
    "counts",
    "problems_of",
    "read_exercise",
    "read_exercises",
]
