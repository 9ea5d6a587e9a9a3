import numpy as np
import pytest
import torch

from comparisons import assert_matches_torch
from lecture_code.augmentation import (
    add_noise,
    flip,
    random_crops,
    random_rotations,
    random_shifts,
    rotate,
    shift,
)

F = torch.nn.functional
SHAPES = [(1, 1, 1), (3, 5, 5), (2, 6, 6), (2, 4, 7), (1, 7, 4)]
# Name: what it does to images with a generator.
AUGMENTATIONS = {
    "shift": lambda x, rng: shift(x, 1, 0),  # noqa: ARG005
    "random_shifts": lambda x, rng: random_shifts(x, 1, rng),
    "rotate": lambda x, rng: rotate(x, 10.0),  # noqa: ARG005
    "random_rotations": lambda x, rng: random_rotations(x, 10.0, rng),
    "random_crops": lambda x, rng: random_crops(x, 3, rng),
    "add_noise": lambda x, rng: add_noise(x, 0.1, rng),
    "flip": lambda x, rng: flip(x),  # noqa: ARG005
}
every_augmentation = pytest.mark.parametrize("name", AUGMENTATIONS)


def rotated_by_torch(images, degrees, align_corners):
    """Turn by torch, whose coordinates go from -1 to 1 in either axis."""
    n, height, width = images.shape
    if align_corners:
        height, width = height - 1, width - 1
    cos, sin = np.cos(np.deg2rad(degrees)), np.sin(np.deg2rad(degrees))
    theta = np.array(
        [[cos, -sin * height / width, 0], [sin * width / height, cos, 0]]
    )
    channels = torch.tensor(images)[:, None]
    grid = F.affine_grid(
        torch.tensor(theta).expand(n, 2, 3),
        list(channels.shape),
        align_corners=align_corners,
    )
    return F.grid_sample(channels, grid, align_corners=align_corners)[:, 0]


@pytest.mark.parametrize("shape", SHAPES[1:])
@pytest.mark.parametrize("degrees", [-170.0, -10.0, 3.0, 45.0, 123.0, 1000.0])
@pytest.mark.parametrize("align_corners", [True, False])
def test_a_rotation_agrees_with_torch(shape, degrees, align_corners, rng):
    images = rng.normal(size=shape)
    theirs = rotated_by_torch(images, degrees, align_corners)
    assert_matches_torch(rotate(images, degrees), theirs)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_rotation_by_0_changes_nothing_and_by_360_next_to_nothing(
    shape, rng
):
    images = 1000 * rng.normal(size=shape)
    np.testing.assert_array_equal(rotate(images, 0.0), images)
    np.testing.assert_allclose(rotate(images, 360.0), images, atol=1e-9)


@pytest.mark.parametrize("size", [1, 5, 8])
@pytest.mark.parametrize("quarters", [-1, 1, 2, 3])
def test_quarter_turns_are_those_of_numpy(size, quarters, rng):
    images = rng.normal(size=(2, size, size))
    np.testing.assert_allclose(
        rotate(images, 90.0 * quarters),
        np.rot90(images, quarters, axes=(1, 2)),
        atol=1e-13,
    )


def test_each_image_is_turned_by_its_own_angle(rng):
    images = rng.normal(size=(3, 5, 5))
    together = rotate(images, [0.0, 20.0, -40.0])
    for k, degrees in enumerate([0.0, 20.0, -40.0]):
        alone = rotate(images[k : k + 1], degrees)
        np.testing.assert_array_equal(together[k], alone[0])


def test_a_shift_loses_what_leaves_the_picture():
    images = np.array([[[1.0, 2.0], [3.0, 4.0]]])
    np.testing.assert_array_equal(shift(images, 1, 0), [[[0, 0], [1, 2]]])
    np.testing.assert_array_equal(shift(images, -1, 0), [[[3, 4], [0, 0]]])
    np.testing.assert_array_equal(shift(images, 0, 1), [[[0, 1], [0, 3]]])
    np.testing.assert_array_equal(shift(images, 0, -1), [[[2, 0], [4, 0]]])
    np.testing.assert_array_equal(shift(images, 0, 0), images)
    for far in (2, -2, 1000, -1000):
        assert not np.any(shift(images, far, 0))
        assert not np.any(shift(images, 0, far))


@pytest.mark.parametrize(("down", "right"), [(2, -1), (-3, 2), (0, 3)])
def test_a_shift_agrees_with_torch(down, right, rng):
    images = rng.normal(size=(2, 5, 6))
    padding = (right, -right, down, -down)  # negative padding cuts off
    assert_matches_torch(
        shift(images, down, right), F.pad(torch.tensor(images), padding)
    )


def test_random_shifts_reach_every_place_and_none_beyond(rng):
    images = np.zeros((2000, 7, 7))
    images[:, 3, 3] = 1.0
    places = np.argwhere(random_shifts(images, 2, rng))[:, 1:]
    assert len(places) == len(images)
    expected = {(r, c) for r in range(1, 6) for c in range(1, 6)}
    assert set(map(tuple, places.tolist())) == expected


def test_random_rotations_stay_within_the_largest(rng):
    line = np.zeros((500, 21, 21))
    line[:, 10, 10:] = 1.0  # to the right of the centre
    end = random_rotations(line, 10.0, rng)[:, :, 20]
    highest = np.abs(np.argmax(end, axis=1) - 10)[end.max(axis=1) > 0.1]
    assert 1 <= highest.max() <= 2  # 10 tan(10°) is 1.8
    turned = random_rotations(line, 0.0, rng)
    np.testing.assert_array_equal(turned, line)


@pytest.mark.parametrize("shape", [(300, 5, 5), (300, 4, 7)])
@pytest.mark.parametrize("size", [1, 3, 4])
def test_a_crop_is_a_window_of_the_image_in_its_centre(shape, size, rng):
    images = np.arange(1.0, 1.0 + np.prod(shape)).reshape(shape)
    cropped = random_crops(images, size, rng)
    top, left = (shape[1] - size) // 2, (shape[2] - size) // 2
    centre = cropped[:, top : top + size, left : left + size]
    windows = np.lib.stride_tricks.sliding_window_view(
        images, (size, size), axis=(1, 2)
    )
    found = np.all(windows == centre[:, None, None], axis=(3, 4))
    assert np.all(found.sum(axis=(1, 2)) == 1)  # each is one window
    assert np.all(found.any(axis=0))  # and all windows occur
    assert np.count_nonzero(cropped) == shape[0] * size * size


def test_a_crop_of_the_whole_image_is_the_image(rng):
    images = rng.normal(size=(3, 5, 5))
    np.testing.assert_array_equal(random_crops(images, 5, rng), images)


def test_noise_has_its_standard_deviation_and_stays_in_range(rng):
    grey = np.full((100, 20, 20), 0.5)
    noisy = add_noise(grey, 0.05, rng)
    assert np.std(noisy - grey) == pytest.approx(0.05, rel=0.02)
    assert abs(np.mean(noisy - grey)) < 4 * 0.05 / np.sqrt(grey.size)
    loud = add_noise(grey, 1000.0, rng)
    assert (loud.min(), loud.max()) == (0.0, 1.0)
    np.testing.assert_array_equal(add_noise(grey, 0.0, rng), grey)


def test_a_flip_agrees_with_torch_and_undoes_itself(rng):
    images = rng.normal(size=(2, 3, 4))
    assert_matches_torch(flip(images), torch.tensor(images).flip(2))
    np.testing.assert_array_equal(flip(flip(images)), images)


@every_augmentation
def test_images_keep_their_shape_and_are_not_changed_in_place(name, rng):
    images = rng.uniform(size=(1, 4, 5))
    before = images.copy()
    augmented = AUGMENTATIONS[name](images, rng)
    assert augmented.shape == images.shape
    assert augmented.dtype == np.float64
    assert not np.shares_memory(augmented, images)
    np.testing.assert_array_equal(images, before)


@every_augmentation
def test_the_same_seed_gives_the_same_images(name, rng):
    images = rng.uniform(size=(6, 4, 5))
    first, second = (
        AUGMENTATIONS[name](images, np.random.default_rng(7)) for _ in "ab"
    )
    np.testing.assert_array_equal(first, second)


@every_augmentation
def test_no_images_and_flattened_images_are_refused(name, rng):
    with pytest.raises(ValueError, match="there are no images"):
        AUGMENTATIONS[name](np.zeros((0, 8, 8)), rng)
    with pytest.raises(ValueError, match=r"use x.reshape\(-1, 8, 8\)"):
        AUGMENTATIONS[name](np.zeros((2, 64)), rng)


def test_settings_out_of_range_are_refused(rng):
    images = np.zeros((2, 4, 4))
    with pytest.raises(ValueError, match="largest must be at least 0"):
        random_shifts(images, -1, rng)
    with pytest.raises(ValueError, match="largest must be at least 0"):
        random_rotations(images, -1.0, rng)
    with pytest.raises(ValueError, match="size must be at least 1"):
        random_crops(images, 0, rng)
    with pytest.raises(ValueError, match="a crop of 5 exceeds 4 x 4"):
        random_crops(images, 5, rng)
    with pytest.raises(ValueError, match="std must be at least 0"):
        add_noise(images, -0.1, rng)
    with pytest.raises(ValueError, match="divide by the largest"):
        add_noise(images + 16, 0.1, rng)
    with pytest.raises(ValueError, match="whole pixels"):
        shift(images, 0.5, 0)
    with pytest.raises(ValueError, match="one for each of the 2 images"):
        rotate(images, [1.0, 2.0, 3.0])


def test_random_rotations_go_either_way(rng):
    line = np.zeros((500, 21, 21))
    line[:, 10, 10:] = 1.0  # to the right of the centre
    turned = random_rotations(line, 10.0, rng)[:, :, 20]
    upwards = turned[:, :10].sum(axis=1) > turned[:, 11:].sum(axis=1)
    assert 200 < upwards.sum() < 300
