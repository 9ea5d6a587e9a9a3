"""What a person calls something, and what is meant."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches

from lecture_command.shelf import Snippet, snippets

_LISTS = {
    "snippet": "lecture list",
    "measurement": "lecture list --measurements",
    "exercise": "lecture exercise list",
}


class UnknownNameError(Exception):
    """Raised for a name that nothing has, or more than one thing."""


def snippet(name: str) -> Snippet:
    """Return the listing of a name.

    Parameters
    ----------
    name : str
        `PAGE/NAME`, or `NAME`, or the path of its file.

    Raises
    ------
    UnknownNameError
        If there is none; the message has the nearest names.
    """
    known = {each.name: each for each in snippets()}
    short = _without_folder_and_ending(name)
    pages = {each.page for each in known.values()}
    if short in pages:
        raise UnknownNameError(
            f"{short} is a page; see its snippets: lecture list {short}"
        )
    return known[full_name(short, list(known), "/", "snippet")]


def snippets_of(names: Sequence[str]) -> list[Snippet]:
    """Return the listings of names, of which some are pages; all for none."""
    everything = snippets()
    if not names:
        return everything
    chosen: list[Snippet] = []
    for name in names:
        short = _without_folder_and_ending(name)
        of_page = [each for each in everything if each.page == short]
        chosen += of_page or [snippet(name)]
    return list(dict.fromkeys(chosen))


def _without_folder_and_ending(name: str) -> str:
    path = name.replace("\\", "/").rstrip("/").removesuffix(".py")
    return path.rpartition("snippets/")[2]


def full_name(
    name: str, known: Sequence[str], separator: str, kind: str
) -> str:
    """Return the full name that is meant.

    Parameters
    ----------
    name : str
        A full name, or its last part if only one has it.
    known : sequence of str
        All full names.
    separator : str
        What stands between the parts of a full name.
    kind : str
        What they are names of, for the message.

    Returns
    -------
    str
        One of `known`.

    Raises
    ------
    UnknownNameError
        If there is none, or more than one.
    """
    if name in known:
        return name
    ending = [full for full in known if full.endswith(separator + name)]
    if len(ending) == 1:
        return ending[0]
    if ending:
        raise UnknownNameError(
            f"{name} may be {' or '.join(ending)}: say which"
        )
    near = " or ".join(_nearest(name, known, separator))
    remedy = (
        f"did you mean {near}?" if near else f"{_LISTS[kind]} has them all"
    )
    raise UnknownNameError(f"there is no {kind} {name}; {remedy}")


def _nearest(name: str, known: Sequence[str], separator: str) -> list[str]:
    """Return what resembles a name, in full or without its first part."""
    full_of = {full.rpartition(separator)[2]: full for full in known}
    full_of |= {full: full for full in known}
    near = [full_of[n] for n in get_close_matches(name, full_of, n=6)]
    holding = [full for full in known if name and name in full]
    return list(dict.fromkeys([*near, *holding]))[:3]
