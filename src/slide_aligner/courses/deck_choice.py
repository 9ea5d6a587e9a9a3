"""Which deck belongs to which notes: the names say so, or the content."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from slide_aligner.courses.file_name_matching import match_names
from slide_aligner.courses.manifest import Lecture
from slide_aligner.documents import Deck, Notes

Relatedness = Callable[[Sequence[Notes], Deck], float]


def find_lectures(
    notes: Mapping[Path, Notes],
    decks: Mapping[Path, Deck],
    relatedness: Relatedness,
    *,
    among: Sequence[Path],
) -> list[Lecture]:
    """Match notes with decks and put together what has the same deck.

    Parameters
    ----------
    notes : mapping of Path to Notes
        In reading order.
    decks : mapping of Path to Deck
        One deck takes all notes; of several, names and content choose.
    relatedness : callable
        How much notes and a deck are about the same, from 0 to 1.
    among : sequence of Path
        All files of decks, also those that could not be read: their notes
        must not go with another deck.

    Returns
    -------
    list of Lecture
        Each of the notes in one of them.
    """
    if len(among) == 1:
        matches = dict.fromkeys(notes, among[0])
    else:
        matches = match_names(list(notes), among)
        rest = {p: each for p, each in notes.items() if p not in matches}
        matches |= match_contents(rest, decks, matches, relatedness)
    groups: dict[Path | None, list[Path]] = {}
    for path in notes:
        groups.setdefault(matches.get(path), []).append(path)
    return [Lecture(tuple(paths), deck) for deck, paths in groups.items()]


def match_contents(
    notes: Mapping[Path, Notes],
    decks: Mapping[Path, Deck],
    taken: Mapping[Path, Path],
    relatedness: Relatedness,
) -> dict[Path, Path]:
    """Match what the names left open: one deck each, as related as can be.

    Parameters
    ----------
    notes : mapping of Path to Notes
        Those without a deck.
    decks : mapping of Path to Deck
        All decks.
    taken : mapping of Path to Path
        What is matched already; decks that nobody has come first.
    relatedness : callable
        How much notes and a deck are about the same, from 0 to 1.

    Returns
    -------
    dict of Path to Path
        For each of the notes a deck, unless none is related at all.
    """
    if not (notes and decks):
        return {}
    from scipy.optimize import linear_sum_assignment

    table = {
        path: {deck: relatedness([each], decks[deck]) for deck in decks}
        for path, each in notes.items()
    }
    free = [deck for deck in decks if deck not in taken.values()]
    rows = list(notes)
    scores = [[table[path][deck] for deck in free] for path in rows]
    chosen: dict[Path, Path] = {}
    if free:
        pairs = linear_sum_assignment(scores, maximize=True)
        chosen = {rows[i]: free[j] for i, j in zip(*pairs, strict=True)}
    best = {path: max(decks, key=table[path].__getitem__) for path in rows}
    final = {p: _better(table[p], chosen.get(p), best[p]) for p in rows}
    return {p: deck for p, deck in final.items() if table[p][deck] > 0}


def _better(
    related: Mapping[Path, float], chosen: Path | None, best: Path
) -> Path:
    """Leave a deck that nobody else wants for one that fits far better."""
    if chosen is None or related[chosen] < related[best] / 2:
        return best
    return chosen
