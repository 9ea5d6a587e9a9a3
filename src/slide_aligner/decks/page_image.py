"""Draws a page into so many pixels and no more, however large it is."""

from __future__ import annotations

import math

import pypdfium2
from PIL import Image

MOST_PIXELS = 4_000_000
_LONGEST = 16_000  # WebP allows no side of more than 16,383 pixels


def picture_of_page(page: pypdfium2.PdfPage, width: int) -> Image.Image:
    """Draw an open page.

    Parameters
    ----------
    page : PdfPage
        The page.
    width : int
        Of the picture in pixels; less if it would have more than
        `MOST_PIXELS`.

    Returns
    -------
    Image
        In RGB, on white.
    """
    bitmap = page.render(scale=_scale(page.get_size(), width))
    try:
        # The pixels are PDFium's and go when it closes: hence the copy.
        picture: Image.Image = bitmap.to_pil().convert("RGB").copy()
    finally:
        bitmap.close()
    return picture


def _scale(size: tuple[float, float], width: int) -> float:
    """Return the pixels per point that keep both limits."""
    across, down = max(size[0], 1e-3), max(size[1], 1e-3)
    scale = min(width / across, math.sqrt(MOST_PIXELS / (across * down)))
    # Rounded up to whole pixels, 1600.0000001 would be one too many.
    return min(scale, _LONGEST / max(across, down)) * (1 - 1e-9)
