"""A digit moved by a pixel is the same digit: so make more of what we have.

Images are arrays of shape (n_samples, height, width), and each is changed at
random on its own. What comes in from outside a picture is 0, the background.
"""

import numpy as np
from numpy.typing import ArrayLike

from lecture_code.arrays import Array, as_count, as_floats, at_least_zero


def as_images(images: ArrayLike) -> Array:
    """Return images as float64, or raise ValueError with the remedy."""
    images = as_floats(images)
    if images.ndim != 3:
        raise ValueError(
            "images have shape (n_samples, height, width), got "
            f"{images.shape}: use x.reshape(-1, 8, 8) for rows of 64 pixels"
        )
    if images.size == 0:
        raise ValueError(f"there are no images, the shape is {images.shape}")
    return images


def _per_image(name: str, values: ArrayLike, n_samples: int) -> Array:
    """Return one number for each image, shape (n_samples, 1, 1)."""
    values = as_floats(values)
    if values.shape not in ((), (n_samples,)):
        raise ValueError(
            f"{name} has shape {values.shape}: give one number, or one for "
            f"each of the {n_samples} images"
        )
    return np.broadcast_to(values, n_samples)[:, None, None]


# --8<-- [start:sample]
def sample(images: Array, rows: Array, columns: Array) -> Array:
    """Read images between their pixels: bilinear, and 0 outside.

    Parameters
    ----------
    images : ndarray, shape (n_samples, height, width)
    rows, columns : ndarray, broadcast to (n_samples, height, width)
        Where to read each pixel of the output, in pixels from the centre of
        the first one.

    Returns
    -------
    ndarray, shape (n_samples, height, width)
    """
    images = as_images(images)
    rows, columns = as_floats(rows), as_floats(columns)
    n, height, width = images.shape
    framed = np.pad(images, ((0, 0), (1, 1), (1, 1)))  # the 0 outside
    rows = np.clip(rows, -1, height) + 1
    columns = np.clip(columns, -1, width) + 1
    top = np.minimum(rows.astype(int), height)
    left = np.minimum(columns.astype(int), width)
    down, right = rows - top, columns - left  # shares of the next pixel
    i = np.arange(n)[:, None, None]
    above = framed[i, top, left] * (1 - right)
    above += framed[i, top, left + 1] * right
    below = framed[i, top + 1, left] * (1 - right)
    below += framed[i, top + 1, left + 1] * right
    return np.asarray(above * (1 - down) + below * down)


# --8<-- [end:sample]


# --8<-- [start:shift]
def shift(images: Array, down: ArrayLike, right: ArrayLike) -> Array:
    """Move images by whole pixels; what leaves the picture is lost.

    Parameters
    ----------
    images : ndarray, shape (n_samples, height, width)
    down, right : int or ndarray of int, shape (n_samples,)
        How far, in pixels; a negative number moves up or left.
    """
    images = as_images(images)
    n, height, width = images.shape
    down, right = _per_image("down", down, n), _per_image("right", right, n)
    if np.any(down % 1 != 0) or np.any(right % 1 != 0):
        raise ValueError("a shift is in whole pixels: use np.round")
    rows = np.arange(height)[:, None] - down
    return sample(images, rows, np.arange(width) - right)


def random_shifts(
    images: Array, largest: int, rng: np.random.Generator
) -> Array:
    """Move each image by up to `largest` pixels, down or up and sideways."""
    largest = as_count("largest", largest, least=0)
    n = len(as_images(images))
    down, right = rng.integers(-largest, largest + 1, size=(2, n))
    return shift(images, down, right)


# --8<-- [end:shift]


# --8<-- [start:rotate]
def rotate(images: Array, degrees: ArrayLike) -> Array:
    """Turn images about their centre, anticlockwise.

    The same as torch's `affine_grid` and `grid_sample`, bilinear with zeros
    outside. In units of pixels `align_corners` makes no difference.

    Parameters
    ----------
    images : ndarray, shape (n_samples, height, width)
    degrees : float or ndarray, shape (n_samples,)
    """
    images = as_images(images)
    n, height, width = images.shape
    angle = np.deg2rad(_per_image("degrees", degrees, n))
    middle_row, middle_column = (height - 1) / 2, (width - 1) / 2
    y = np.arange(height)[:, None] - middle_row  # downwards
    x = np.arange(width) - middle_column
    rows = np.sin(angle) * x + np.cos(angle) * y + middle_row
    columns = np.cos(angle) * x - np.sin(angle) * y + middle_column
    return sample(images, rows, columns)


def random_rotations(
    images: Array, largest: float, rng: np.random.Generator
) -> Array:
    """Turn each image by up to `largest` degrees, either way."""
    at_least_zero(largest=largest)
    n = len(as_images(images))
    return rotate(images, rng.uniform(-float(largest), largest, size=n))


# --8<-- [end:rotate]


# --8<-- [start:random_crops]
def random_crops(images: Array, size: int, rng: np.random.Generator) -> Array:
    """Cut a square of `size` pixels out of each image, and centre it.

    What was around it becomes 0, so the shape of the images stays.
    """
    images = as_images(images)
    n, height, width = images.shape
    size = as_count("size", size)
    if size > min(height, width):
        raise ValueError(f"a crop of {size} exceeds {height} x {width} pixels")
    top, left = (height - size) // 2, (width - size) // 2
    down = top - rng.integers(height - size + 1, size=n)
    right = left - rng.integers(width - size + 1, size=n)
    window = (..., slice(top, top + size), slice(left, left + size))
    cropped = np.zeros_like(images)
    cropped[window] = shift(images, down, right)[window]
    return cropped


# --8<-- [end:random_crops]


# --8<-- [start:add_noise]
def add_noise(images: Array, std: float, rng: np.random.Generator) -> Array:
    """Add normal noise to each pixel, then clip to the range 0 to 1.

    Parameters
    ----------
    images : ndarray, shape (n_samples, height, width), from 0 to 1
    std : float
        Standard deviation of the noise before clipping, at least 0.
    """
    images = as_images(images)
    at_least_zero(std=std)
    if not (images.min() >= 0 and images.max() <= 1):
        raise ValueError(
            f"pixels must be in 0..1, got {images.min()}..{images.max()}: "
            "divide by the largest value they can have"
        )
    return np.clip(images + rng.normal(scale=std, size=images.shape), 0, 1)


# --8<-- [end:add_noise]


# --8<-- [start:flip]
def flip(images: Array) -> Array:
    """Swap left and right, which is wrong for digits: a flipped 2 is no 2."""
    return as_images(images)[:, :, ::-1].copy()


# --8<-- [end:flip]
