"""A style sheet as rules that can be dropped one by one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import tinycss2

Nodes = list[Any]
_HOLD_RULES = {"media", "supports", "layer", "container"}
_LICENCE = "(c)"


@dataclass
class Rule:
    """A rule of a style sheet.

    Parameters
    ----------
    head : list of str
        The selectors, or the one beginning of an at-rule.
    selectors : list of list
        The selectors as tokens; none for an at-rule.
    declarations : list of str
        What it sets, or all of its text.
    rules : list of Rule or None
        The rules in it, if it holds rules.
    """

    head: list[str]
    selectors: list[Nodes]
    declarations: list[str]
    rules: list[Rule] | None = None

    def __str__(self) -> str:
        """Return the rule as it is written in a style sheet."""
        if self.rules is None and not self.declarations:
            return "".join(self.head)
        inside = self.declarations if self.rules is None else []
        body = ";".join(inside) or "".join(map(str, self.rules or []))
        return f"{','.join(self.head)}{{{body}}}"


def read_rules(css: str | Nodes) -> list[Rule]:
    """Read the rules of a style sheet, without comments but licences."""
    nodes = tinycss2.parse_stylesheet(css, skip_whitespace=True)
    return [_rule(node) for node in nodes if not _is_remark(node)]


def all_declarations(rules: Iterable[Rule]) -> Iterator[str]:
    """Yield what is set in rules and in the rules that they hold."""
    for rule in rules:
        yield from rule.declarations
        yield from all_declarations(rule.rules or [])


def split(nodes: Nodes, sign: str) -> list[Nodes]:
    """Split tokens at a sign that stands in no brackets."""
    parts: list[Nodes] = [[]]
    for node in nodes:
        if node.type == "literal" and node.value == sign:
            parts.append([])
        elif node.type != "comment":
            parts[-1].append(node)
    return parts


def _is_remark(node: Any) -> bool:
    return node.type == "comment" and _LICENCE not in node.value


def _rule(node: Any) -> Rule:
    if node.type == "qualified-rule":
        selectors = split(node.prelude, ",")
        heads = [_text(selector) for selector in selectors]
        return Rule(heads, selectors, _declarations(node.content))
    if node.type != "at-rule" or node.content is None:
        return Rule([node.serialize()], [], [])
    head = f"@{node.at_keyword}{tinycss2.serialize(node.prelude)}"
    if node.lower_at_keyword in _HOLD_RULES:
        return Rule([head.strip()], [], [], read_rules(node.content))
    return Rule([head.strip()], [], [tinycss2.serialize(node.content)])


def _declarations(nodes: Nodes) -> list[str]:
    return list(filter(None, map(_text, split(nodes, ";"))))


def _text(nodes: Nodes) -> str:
    return str(tinycss2.serialize(nodes)).strip()
