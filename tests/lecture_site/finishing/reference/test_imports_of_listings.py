"""Imports are found where they stand, whatever is around them."""

import pytest

from lecture_site.finishing.reference.imports import defined_in, imports_in


def found(code: str) -> list[tuple[str, str]]:
    return [
        (each.name, code[each.start : each.end]) for each in imports_in(code)
    ]


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("import tea", [("tea", "tea")]),
        ("import tea.pot as p", [("tea.pot", "tea.pot")]),
        ("import os, tea.pot", [("os", "os"), ("tea.pot", "tea.pot")]),
        ("from tea import pot", [("tea", "tea"), ("tea.pot", "pot")]),
        (
            "from tea.pot import Pot as P, Lid",
            [
                ("tea.pot", "tea.pot"),
                ("tea.pot.Pot", "Pot"),
                ("tea.pot.Lid", "Lid"),
            ],
        ),
        (
            'x = "tea"; from tea import (\n    pot,  # pot\n    cup,\n)\n',
            [("tea", "tea"), ("tea.pot", "pot"), ("tea.cup", "cup")],
        ),
        ('"""Ünïcödé."""; "é"; import tea', [("tea", "tea")]),
        (
            "def f():\n    from tea import pot\n",
            [("tea", "tea"), ("tea.pot", "pot")],
        ),
        ("from tea import *", [("tea", "tea"), ("tea.*", "*")]),
        ("from  tea  import  pot", [("tea", "tea"), ("tea.pot", "pot")]),
        ("from . import pot", []),
        ("from .tea import pot", []),
        ("from te", []),
        ("import \0", []),
        ("", []),
    ],
)
def test_names_and_where_they_stand(
    code: str, names: list[tuple[str, str]]
) -> None:
    assert found(code) == names


def test_what_code_defines_stands_at_its_left() -> None:
    code = "class A:\n    def b(self): ...\n\n\ndef c(): ...\nd = 1\n"
    assert defined_in(code) == ["A", "c"]
    assert defined_in("def (") == []
