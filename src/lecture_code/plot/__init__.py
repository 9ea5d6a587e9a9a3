"""What a listing has computed, as a curve, a histogram, points or an image.

In the page the picture appears below the listing, in the colours of the
site. Run as a program of your own, the listing shows it with Matplotlib.
"""

import os
from collections.abc import Callable, Mapping, Sequence

from numpy.typing import ArrayLike

from lecture_code.plot._bars import picture_of_histogram
from lecture_code.plot._cells import picture_of_images
from lecture_code.plot._dots import Regions, picture_of_points
from lecture_code.plot._lines import picture_of_curves
from lecture_code.plot._pictures import Picture
from lecture_code.plot._svg import as_svg
from lecture_code.plot._window import show

on_figure: Callable[[str, str], None] | None = None
"""What is called with each picture, as SVG and in words; the page sets it.

Left at None, pictures are shown with Matplotlib.
"""


def curves(
    values: Mapping[str, ArrayLike],
    x: ArrayLike | None = None,
    *,
    x_label: str = "",
    y_label: str = "",
    log_y: bool = False,
    title: str = "",
) -> None:
    """Show how numbers go on: losses by step, functions of x.

    A number that is nan, infinite or beyond 10³⁰⁰ leaves a gap, so a training
    that diverges is seen to do so. Of more than 3000 points only the extremes
    of each short run are drawn, and the picture says so.

    Parameters
    ----------
    values : mapping of str to array_like, each of shape (n_points,)
        The numbers by their names, as ``{"train": losses}``; at most ten.
    x : array_like, shape (n_points,), optional
        Where they stand; by default they are counted from 0.
    x_label, y_label : str
        What stands on the axes, with its unit.
    log_y : bool
        Whether powers of ten are equally far apart.
    title : str

    Raises
    ------
    ValueError
        If there is nothing to draw, or shapes do not fit.
    """
    _show(picture_of_curves(values, x, x_label, y_label, log_y, title))


def histogram(
    values: Mapping[str, ArrayLike],
    *,
    bins: int = 40,
    x_label: str = "",
    overlaid: bool = False,
    title: str = "",
) -> None:
    """Show how numbers are spread: activations by layer, weights.

    All share the same bins, from the least number to the greatest. A bar is
    the share of the finite values that lies in its bin.

    Parameters
    ----------
    values : mapping of str to array_like, each of any shape
        The numbers by their names, as ``{"layer 1": h}``.
    bins : int, from 1 to 200
    x_label : str
        What the numbers are, with their unit.
    overlaid : bool
        Whether up to ten lie on top of each other; else up to twelve stand
        side by side.
    title : str

    Raises
    ------
    ValueError
        If there is nothing to draw.
    """
    _show(picture_of_histogram(values, bins, x_label, overlaid, title))


def points(
    x: ArrayLike,
    y: ArrayLike,
    labels: ArrayLike | None = None,
    *,
    regions: Regions | None = None,
    x_label: str = "",
    y_label: str = "",
    title: str = "",
) -> None:
    """Show points in the plane, by class, and what a model says between them.

    Of more than 1000 points an even share is drawn, and the picture says so.

    Parameters
    ----------
    x, y : array_like, shape (n_points,)
    labels : array_like, shape (n_points,), optional
        The class of each point, a number; at most ten classes.
    regions : function, optional
        From points, shape (n, 2), to the class of each, shape (n,) or (n, 1):
        ``lambda x: model.forward(x) > 0``. It is asked on a grid of 36 by 48.
    x_label, y_label, title : str

    Raises
    ------
    ValueError
        If there is nothing to draw, or shapes do not fit.
    """
    _show(picture_of_points(x, y, labels, regions, x_label, y_label, title))


def image(
    array: ArrayLike,
    *,
    low: float | None = None,
    high: float | None = None,
    signed: bool = False,
    titles: Sequence[str] = (),
    title: str = "",
) -> None:
    """Show an image, or several in rows of eight: digits, weights.

    The greater a value, the more ink it has. An image with more detail than a
    page can hold is averaged in squares, and the picture says so.

    Parameters
    ----------
    array : array_like, shape (n_rows, n_columns) or (n_images, ., .)
        Up to 32 images.
    low, high : float, optional
        The values without ink and with most; by default the least and the
        greatest of all images.
    signed : bool
        Whether 0 has no ink, and values below it and above have two colours.
    titles : sequence of str
        One for each image.
    title : str
        Above all of them.

    Raises
    ------
    ValueError
        If there is nothing to draw, or shapes do not fit.
    """
    _show(picture_of_images(array, low, high, signed, titles, title))


def _show(picture: Picture) -> None:
    """Hand a picture to the page, or show it; without windows do nothing."""
    if on_figure is not None:
        on_figure(as_svg(picture), picture.alt)
    elif os.environ.get("MPLBACKEND", "").lower() != "agg":
        show(picture)
