"""A histogram counts in bins of one width, the same for all that it shows."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import ArrayLike

from lecture_code.arrays import Array, as_count, as_floats
from lecture_code.plot._lines import series
from lecture_code.plot._pictures import MOST_KINDS, Axis, Bars, Panel, Picture
from lecture_code.plot._scales import finite, spanning
from lecture_code.plot._sentences import joined, left_out, of_values

MOST_PANELS, MOST_BINS = 12, 200
SHARE = "share of values"


def picture_of_histogram(
    values: Mapping[str, ArrayLike],
    bins: int,
    x_label: str,
    overlaid: bool,
    title: str,
) -> Picture:
    """Return a histogram; `lecture_code.plot.histogram` says of what."""
    flat = values
    if isinstance(values, Mapping):
        flat = {name: as_floats(v).ravel() for name, v in values.items()}
    given = series(flat)
    bins = as_count("bins", bins)
    _refuse_too_many(len(given), bins, overlaid)
    shown = {name: finite(v) for name, v in given.items()}
    axis = spanning(shown.values(), x_label)
    edges = np.linspace(axis.low, axis.high, bins + 1)
    each = tuple(
        Bars(name, edges, _shares(v, edges), style if overlaid else 0)
        for style, (name, v) in enumerate(shown.items())
    )
    groups = [each] if overlaid else [(one,) for one in each]
    panels = tuple(_panel(group, x_label, len(groups) > 1) for group in groups)
    notes = [
        note
        for name in given
        for note in left_out(name, given[name], shown[name])
    ]
    if len(groups) > 1:  # too narrow for a label beside each
        notes.insert(0, f"heights: {SHARE}")
    words = [f"Histogram{f' of {x_label}' if x_label else ''}."]
    words += [of_values(name, v[~np.isnan(v)]) for name, v in shown.items()]
    return Picture(
        panels,
        joined(title, words, notes),
        title,
        min(3, len(panels)),
        each if overlaid and len(each) > 1 else (),
        tuple(notes),
    )


def _refuse_too_many(n_given: int, bins: int, overlaid: bool) -> None:
    most = MOST_KINDS if overlaid else MOST_PANELS
    if n_given > most:
        raise ValueError(
            f"at most {most} histograms can be looked at together, got "
            f"{n_given}: draw some of them"
        )
    if bins > MOST_BINS:
        raise ValueError(
            f"bins must be at most {MOST_BINS}, which is as fine as a page "
            f"can show, got {bins}"
        )


def _panel(group: tuple[Bars, ...], x_label: str, is_one_of: bool) -> Panel:
    highest = max(float(bars.heights.max()) for bars in group) or 1.0
    return Panel(
        group,
        spanning([group[0].edges], x_label, margin=0.02),
        Axis(0.0, 1.05 * highest, "" if is_one_of else SHARE),
        group[0].name if is_one_of else "",
    )


def _shares(values: Array, edges: Array) -> Array:
    """Return which share of the finite values lies in each bin."""
    counts, _ = np.histogram(values[~np.isnan(values)], edges)
    return as_floats(counts / max(1, counts.sum()))
