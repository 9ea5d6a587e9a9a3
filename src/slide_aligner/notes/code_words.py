"""Of a listing, a slide shares the comments and the names, seldom the lines.

Comments and docstrings are kept whole; every name is kept once, so that a
loop does not outweigh the sentence that explains it.
"""

from __future__ import annotations

import re

_OUTPUTS = {"output", "stdout", "console-output", "result", "mermaid", "svg"}
_COMMENT = re.compile(
    r'"""(?P<double>.*?)"""'
    r"|'''(?P<single>.*?)'''"
    r"|/\*(?P<block>.*?)\*/"
    r"|(?:^|\s)(?:#(?!\||\s*-+8<)|//|--(?=\s)|%(?=\s))(?P<line>[^\n]*)",
    re.DOTALL | re.MULTILINE,
)
_NAME = re.compile(r"[^\W\d]\w\w+")
_INCLUDE = re.compile(r"^\s*(?:#\s*)?-+8<-+.*$", re.MULTILINE)
_SYNTAX = frozenset(
    """
    and assert async await break case catch class const continue def del
    elif else end except export extends false final finally float for from
    function global import int lambda len let library local new nil none not
    null pass print private public raise range return self static str struct
    super switch then this throw true try var void while with yield
    """.split()  # noqa: SIM905
)


def language_of(info: str) -> str:
    """Return the language a fence names, in lower case; empty if none.

    Examples
    --------
    >>> language_of('{.python title="x.py"}'), language_of("py hl_lines=2")
    ('python', 'py')
    """
    word = re.match(r"[\s{.]*([\w+#-]+)", info)
    return word[1].lower() if word else ""


def code_text(source: str, language: str) -> str:
    """Return the words of a listing that a slide could share.

    Parameters
    ----------
    source : str
        The listing.
    language : str
        As `language_of` gives it; what a program printed has no words.

    Returns
    -------
    str
        Comments and docstrings, then each name once.
    """
    if language in _OUTPUTS:
        return ""
    source = _INCLUDE.sub("", source)
    comments = [
        next(part for part in match.groups() if part is not None)
        for match in _COMMENT.finditer(source)
    ]
    names = dict.fromkeys(_NAME.findall(_COMMENT.sub(" ", source)))
    kept = [name for name in names if name.lower() not in _SYNTAX]
    return " ".join(" ".join([*comments, *kept]).split())
