"""Turns the Markdown of a page into Markdown that a notebook understands.

Formulas and code stay as they are. Links become absolute, or plain text
where nobody knows the address of the site; what only this site understands
goes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin

CODE_AND_FORMULAS = re.compile(
    r"(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)"
    r"|\\\$"
    r"|\$\$.*?\$\$"
    r"|\$(?!\s)(?:\\.|[^$\\])+?(?<!\s)\$",
    re.DOTALL,
)
_LINK = re.compile(
    r"(?P<image>!?)\[(?P<text>(?:[^\[\]]|\[[^\[\]]*\])*)\]"
    r'\((?P<target>[^\s()]*)(?:\s+"[^"]*")?\)'
)
_ATTRIBUTES = re.compile(r"\s?\{:?\s*[.#][^{}]*\}")
_PLACE = re.compile("\x02(\\d+)\x03")


@dataclass(frozen=True)
class Address:
    """Where a page is read.

    Parameters
    ----------
    site : str
        The address of the site with a slash at the end; empty if unknown.
    page : str
        The page as a path from the root, such as ``docs/summary.md``.
    """

    site: str
    page: str

    def of(self, target: str) -> str:
        """Return a link's absolute target; empty if it is unknown."""
        if re.match(r"[a-z]+:", target):
            return target
        if not self.site:
            return ""
        source = urljoin(self.page.removeprefix("docs/"), target)
        path, hash_sign, anchor = source.partition("#")
        path = re.sub(r"(^|(?<=/))index\.md$", "", path)
        path = re.sub(r"\.(md|ipynb)$", "/", path)
        return urljoin(self.site, f"{path}{hash_sign}{anchor}")


NOWHERE = Address("", "")  # for headings, which are links themselves


def prose(text: str, address: Address) -> str:
    """Return a paragraph or a heading as plain Markdown."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[0])
        return f"\x02{len(kept) - 1}\x03"

    def link(match: re.Match[str]) -> str:
        target = address.of(match["target"])
        if match["image"]:
            return ""
        return f"[{match['text']}]({target})" if target else match["text"]

    text = _LINK.sub(link, CODE_AND_FORMULAS.sub(keep, text))
    text = _ATTRIBUTES.sub("", text)
    return _PLACE.sub(lambda match: kept[int(match[1])], text).strip()


def code_block(source: str) -> str:
    """Return Python as a fenced block."""
    ticks = "`" * (4 if "```" in source else 3)
    code = source.strip("\n")
    return f"{ticks}python\n{code}\n{ticks}"
