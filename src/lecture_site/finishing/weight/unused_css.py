"""Style sheets without the rules that no page of the site can need.

A theme dresses everything that any site may have. Of its rules those are left
whose every class, identifier, element and attribute occurs; what is not
understood is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from lecture_site.basics.project import Project
from lecture_site.basics.sources import read_source
from lecture_site.finishing.built_site import BuiltSite
from lecture_site.finishing.security.content_security_policy import (
    inline_scripts,
)
from lecture_site.finishing.weight.css_rules import (
    Nodes,
    Rule,
    all_declarations,
    read_rules,
    split,
)
from lecture_site.finishing.weight.used_names import UsedWords

_ANY_OF = {"is", "where", "has", "-webkit-any", "-moz-any"}
_KEYFRAMES = re.compile(r"@(?:-\w+-)?keyframes\s+([\w-]+)")
_READ = re.compile(r"var\(\s*(--[\w-]+)")
_WORD = re.compile(r"[\w-]+")
# Scripts that come later and bring their styles: of the others they use
# variables. The words of an editor or of Python would keep half the theme.
_WITH_STYLES = ("assets/page/", "assets/runtime/")
_ONLY_WORDS = "search/"  # of the lecture, and of all its lectures


def cut_styles(_: Project, site: BuiltSite) -> None:
    """Drop from all style sheets what no page and no script can need."""
    read, scripts = set[str](), list[str]()
    for path in site.folder.rglob("*.js"):
        name = path.relative_to(site.folder).as_posix()
        if name.startswith(_ONLY_WORDS):
            continue
        if name.startswith(_WITH_STYLES):
            read |= set(_READ.findall(read_source(path)))
        else:
            scripts.append(read_source(path))
    scripts += chain.from_iterable(map(inline_scripts, site.pages))
    used = UsedWords.read(site.pages, scripts, site.theme)
    sheets = {
        path: list(reachable(read_rules(read_source(path)), used))
        for path in sorted(site.folder.rglob("*.css"))
    }
    drop_unread([*sheets.values()], used.words | used.script_words | read)
    for path, rules in sheets.items():
        text = "".join(map(str, rules))
        path.write_text(text, encoding="utf-8", newline="\n")


def reachable(rules: list[Rule], used: UsedWords) -> Iterator[Rule]:
    """Yield the rules of which at least one selector can match."""
    for rule in rules:
        if rule.rules is not None:
            rule.rules = list(reachable(rule.rules, used))
            if rule.rules:
                yield rule
        elif not rule.selectors:
            yield rule
        else:
            rule.head = [
                head
                for head, tokens in zip(rule.head, rule.selectors, strict=True)
                if can_match(tokens, used)
            ]
            if rule.head:
                yield rule


def can_match(selector: Nodes, used: UsedWords) -> bool:
    """Tell whether an element of the site can fit a selector."""
    before = ""
    for token in selector:
        if not _can_be(token, before, used):
            return False
        before = token.value if token.type == "literal" else ""
    return True


def _can_be(token: Any, before: str, used: UsedWords) -> bool:
    if token.type == "hash":
        return used.has_value("id", token.value)
    if token.type == "[] block":
        return _has_attribute(token.content, used)
    if token.type == "ident" and before == ".":
        return used.has_value("class", token.value)
    if token.type == "ident" and before != ":":
        return used.has_tag(token.value)
    if token.type == "function" and token.lower_name in _ANY_OF:
        choices = split(token.arguments, ",")
        return any(can_match(choice, used) for choice in choices)
    if token.type == "function" and token.lower_name == "nth-child":
        return not _is_beyond(token.arguments, used.most_counted)
    return True


def _is_beyond(position: Nodes, most: float) -> bool:
    """Tell whether a position is one number, and larger than this."""
    numbers = [t.int_value for t in position if t.type == "number"]
    return len(numbers) == len(position) == 1 and numbers[0] > most


def _has_attribute(tokens: Nodes, used: UsedWords) -> bool:
    name, *rest = [t for t in tokens if t.type != "whitespace"]
    if not used.has_attribute(name.value):
        return False
    match rest:
        case [sign, value] if sign.value == "=":
            return used.has_value(name.value, value.value)
    return True


def drop_unread(sheets: list[list[Rule]], named: set[str]) -> None:
    """Drop the variables and animations that nothing names.

    A variable that is dropped may have been the last to name another, so
    this goes on until nothing more is dropped.
    """
    before = -1
    written = "\n".join(all_declarations(chain(*sheets)))
    while len(written) != before:
        before = len(written)
        read = named | set(_READ.findall(written))
        words = named | set(_WORD.findall(written))
        for rules in sheets:
            _keep_read(rules, read, words)
        written = "\n".join(all_declarations(chain(*sheets)))


def _keep_read(rules: list[Rule], read: set[str], words: set[str]) -> None:
    for rule in rules:
        if rule.rules is not None:
            _keep_read(rule.rules, read, words)
        else:
            rule.declarations = [
                text for text in rule.declarations if _is_read(text, read)
            ]
    rules[:] = [rule for rule in rules if _is_needed(rule, words)]


def _is_read(declaration: str, read: set[str]) -> bool:
    name = declaration.partition(":")[0].strip()
    return not name.startswith("--") or name in read


def _is_needed(rule: Rule, words: set[str]) -> bool:
    animation = _KEYFRAMES.match(rule.head[0])
    if animation:
        return animation[1] in words
    return bool(rule.declarations or rule.rules or not rule.selectors)
