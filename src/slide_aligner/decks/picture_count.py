"""A slide with a picture is worth showing; this counts the pictures."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import c_float
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

_SMALLEST = 0.01  # of the page's area; below it are logos and bullets
_DRAWN = 30  # so many paths are a drawing and not a frame
_MOST_OBJECTS = 5_000
_DEEPEST = 4


def count_pictures(page: pypdfium2.PdfPage) -> int:
    """Count the images and vector drawings of a page.

    Parameters
    ----------
    page : PdfPage
        An open page.

    Returns
    -------
    int
        Images of more than a hundredth of the page, and one more if it is
        drawn with many paths.
    """
    width, height = page.get_size()
    n_images = n_paths = 0
    for count, (kind, found) in enumerate(_objects(page)):
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            n_paths += 1
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            n_images += _area(found) >= _SMALLEST * width * height
        if count >= _MOST_OBJECTS:
            break
    return n_images + (n_paths >= _DRAWN)


def _objects(page: pypdfium2.PdfPage) -> Iterator[tuple[int, Any]]:
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        found = pdfium.FPDFPage_GetObject(page, index)
        yield from _with_parts(found, 0)


def _with_parts(found: Any, depth: int) -> Iterator[tuple[int, Any]]:
    kind = pdfium.FPDFPageObj_GetType(found)
    yield kind, found
    if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
        for index in range(pdfium.FPDFFormObj_CountObjects(found)):
            part = pdfium.FPDFFormObj_GetObject(found, index)
            yield from _with_parts(part, depth + 1)


def _area(found: Any) -> float:
    left, bottom, right, top = c_float(), c_float(), c_float(), c_float()
    if not pdfium.FPDFPageObj_GetBounds(found, left, bottom, right, top):
        return 0.0
    return abs((right.value - left.value) * (top.value - bottom.value))
