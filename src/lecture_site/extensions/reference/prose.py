"""The words of a docstring as Markdown.

Docstrings are written in reStructuredText: formulas as roles and directives,
code between two backquotes, names between single ones.
"""

from __future__ import annotations

import re
from collections.abc import Callable

Leads = Callable[[str], str]  # from a name to an address; "" without one

_BLOCK = re.compile(r"^\.\. math::(?P<tex>.*(?:\n(?:[ \t]+.*)?)*)", re.M)
_PIECES = re.compile(
    r":math:`(?P<tex>[^`]+)`"
    r"|``(?P<code>[^`]+)``"
    r"|`(?P<name>[^`]+)`"
    r"|arXiv:(?P<arxiv>\d{4}\.\d{4,5})"
    r"|doi:(?P<doi>10\.\S+[^\s.,;)])"
    r"|(?P<url>https?://\S+[^\s.,;)])"
)
_SIGNS = re.compile(r"[\\*_\[\]{}<>&$#|~^+`-]")


def as_markdown(text: str, leads: Leads) -> str:
    """Return the words of a docstring as Markdown.

    Parameters
    ----------
    text : str
        In reStructuredText.
    leads : callable
        From a name in it to where that is described.
    """
    parts: list[str] = []
    end = 0
    for block in _BLOCK.finditer(text):
        parts.append(_inline(text[end : block.start()], leads))
        tex = " ".join(block["tex"].split())
        parts.append(f"\n\n\\[\n{tex}\n\\]\n\n")
        end = block.end()
    parts.append(_inline(text[end:], leads))
    return "".join(parts).strip()


def _inline(text: str, leads: Leads) -> str:
    parts: list[str] = []
    end = 0
    for piece in _PIECES.finditer(text):
        parts += [plain(text[end : piece.start()]), _piece(piece, leads)]
        end = piece.end()
    return "".join([*parts, plain(text[end:])])


def _piece(piece: re.Match[str], leads: Leads) -> str:
    words = " ".join(piece[0].split())
    if piece["tex"]:
        return f"\\({' '.join(piece['tex'].split())}\\)"
    if piece["code"]:
        return f"`{' '.join(piece['code'].split())}`"
    if piece["arxiv"]:
        return f"[{words}](https://arxiv.org/abs/{piece['arxiv']})"
    if piece["doi"]:
        return f"[{plain(words)}](https://doi.org/{piece['doi']})"
    if piece["url"]:
        return f"<{words}>"
    address = leads(piece["name"])
    return f"[{words}]({address})" if address else words


def plain(text: str) -> str:
    """Return words of which no sign means anything to Markdown."""
    return _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", text)
