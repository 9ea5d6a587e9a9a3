"""Images as squares: the more a pixel has, the more ink."""

import math
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import ArrayLike

from lecture_code.arrays import Array, IntArray, as_floats, as_number
from lecture_code.plot._pictures import LEVELS, Axis, Cells, Panel, Picture
from lecture_code.plot._scales import finite, short
from lecture_code.plot._sentences import are, counted, joined

MOST_IMAGES, IN_A_ROW = 32, 8
MOST_RUNS = 4000  # of equal pixels in a row, in all images: 32 kB


def picture_of_images(
    array: ArrayLike,
    low: float | None,
    high: float | None,
    signed: bool,
    titles: Sequence[str],
    title: str,
) -> Picture:
    """Return images as a picture; `lecture_code.plot.image` says of what."""
    given = _images(array)
    names = _names(titles, len(given))
    images = finite(given)
    ends = _ends(images, low, high, signed)
    small, factor = _smaller(images, ends, signed)
    panels = tuple(map(_panel, small, _levels(small, ends, signed), names))
    reach = (-ends[1], ends[1]) if signed else ends
    notes = tuple(_notes(images, reach, factor))
    size = f"{given.shape[1]} × {given.shape[2]} pixels"
    coloured = ", negative and positive in two colours" if signed else ""
    what = f"{counted(len(given), 'image')} of {size}{coloured}"
    return Picture(
        panels,
        joined(title, [f"{what}, {_range(images)}."], notes),
        title,
        min(IN_A_ROW, len(panels)),
        notes=tuple(notes),
    )


def _images(array: ArrayLike) -> Array:
    images = as_floats(array)
    if images.ndim == 2:
        images = images[None]
    if images.ndim != 3 or images.size == 0:
        raise ValueError(
            "an image has shape (n_rows, n_columns), several (n_images, "
            f"n_rows, n_columns), none of them 0; got {images.shape}: use "
            ".reshape(), and one channel of a coloured image"
        )
    if len(images) > MOST_IMAGES:
        raise ValueError(
            f"at most {MOST_IMAGES} images can be looked at together, got "
            f"{len(images)}: give images[:{MOST_IMAGES}]"
        )
    return images


def _names(titles: Sequence[str], n_images: int) -> list[str]:
    names = [titles] if isinstance(titles, str) else [*map(str, titles)]
    if names and len(names) != n_images:
        raise ValueError(
            f"there are {n_images} images and {len(names)} titles: give one "
            "for each, or none"
        )
    return names or [""] * n_images


def _ends(
    images: Array, low: float | None, high: float | None, signed: bool
) -> tuple[float, float]:
    """Return the values that are paper and ink."""
    shown = images[~np.isnan(images)]
    shown = shown if shown.size else np.zeros(1)
    if signed:
        shown = np.array([0.0, np.abs(shown).max()])
    start = float(shown.min()) if low is None else as_number("low", low)
    end = float(shown.max()) if high is None else as_number("high", high)
    if signed and low is not None:
        raise ValueError("a signed image begins at 0: give high alone")
    is_given = low is not None or high is not None
    if is_given and not (np.isfinite(end - start) and end > start):
        raise ValueError(
            f"low must be below high, both finite, got {start} and {end}"
        )
    return start, end


def _levels(
    images: Array, ends: tuple[float, float], signed: bool
) -> IntArray:
    """Return how much ink each pixel has; nan has none."""
    low, high = ends
    strength = (images - low) / (high - low if high > low else 1.0)
    strength = np.clip(strength, -1.0 if signed else 0.0, 1.0)
    return np.nan_to_num(np.round(LEVELS * strength)).astype(np.int64)


def _smaller(
    images: Array, ends: tuple[float, float], signed: bool
) -> tuple[Array, int]:
    """Average squares of pixels until a page can hold them all."""
    factor = max(1, math.isqrt(images.size // (16 * MOST_RUNS)))
    small = _averaged(images, factor)
    while n_runs(_levels(small, ends, signed)) > MOST_RUNS:
        factor += 1
        small = _averaged(images, factor)
    return small, factor


def n_runs(levels: IntArray) -> int:
    """Return of how many strokes images are made."""
    return levels[..., 0].size + int(
        np.sum(levels[..., 1:] != levels[..., :-1])
    )


def _averaged(images: Array, factor: int) -> Array:
    """Return the mean of each square; at an edge, of what there is."""
    for axis, shape in ((1, (-1, 1)), (2, (-1,))):
        starts = np.arange(0, images.shape[axis], factor)
        sizes = np.diff([*starts, images.shape[axis]]).reshape(shape)
        images = np.add.reduceat(images, starts, axis=axis) / sizes
    return images


def _panel(values: Array, levels: IntArray, title: str) -> Panel:
    n_rows, n_columns = levels.shape
    cells = Cells(levels, values, (0.0, n_columns, 0.0, n_rows))
    axes = Axis(0.0, n_columns), Axis(0.0, n_rows)
    return Panel((cells,), *axes, title, is_image=True)


def _range(images: Array) -> str:
    shown = images[~np.isnan(images)]
    if shown.size == 0:
        return "without a finite value"
    return f"with values from {short(shown.min())} to {short(shown.max())}"


def _notes(
    images: Array, ends: tuple[float, float], factor: int
) -> Iterator[str]:
    n_wild = int(np.isnan(images).sum())
    if n_wild:
        hidden = counted(n_wild, "pixel")
        yield f"{hidden} {are(n_wild)} not finite: left empty"
    if factor > 1:
        yield f"each square is the mean of {factor} × {factor} pixels"
    n_beyond = int(np.sum((images < ends[0]) | (images > ends[1])))
    if n_beyond:
        hidden = counted(n_beyond, "pixel")
        yield f"{hidden} {are(n_beyond)} beyond the range: drawn at its end"
