"""Whether a figure that was drawn again looks like the recorded one."""

from __future__ import annotations

from typing import Any

from agreement import data, drawings, texts
from agreement.difference import SAME, Difference, differs, worst
from agreement.shown_change import change


def _words(recorded: str, drawn: str, wider: float) -> Difference:
    if wider:
        return texts.compare(recorded, drawn)
    return SAME if recorded == drawn else differs(change(recorded, drawn))


def compare(recorded: dict[str, Any], drawn: dict[str, Any]) -> Difference:
    """Compare words, data and lines of a figure.

    Parameters
    ----------
    recorded, drawn : dict
        What ``draw`` returns: alternative text, data, SVG, and by how much
        more lines may move, and why.
    """
    for key in ("wider", "because"):
        if recorded.get(key) != drawn[key]:
            was = change(recorded.get(key), drawn[key])
            return differs(f"{key}: {was}")
    share = data.SHARE * (1 + drawn["wider"] / drawings.SEEN)
    return worst(
        [
            _words(recorded["alt"], drawn["alt"], drawn["wider"]),
            drawings.compare(recorded["svg"], drawn["svg"], drawn["wider"]),
            data.compare(recorded["data"], drawn["data"], share),
        ]
    )
