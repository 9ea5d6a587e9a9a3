"""Locally, Matplotlib shows the very numbers that the page shows."""

import os
import subprocess
import sys

import matplotlib.pyplot as plt
import numpy as np
import pytest

from lecture_code import plot
from pictures_shown import picture_of

RING = np.array([[0.0, 1.0], [1.0, 0.0], [0.0, -1.0], [-1.0, 0.0]])


@pytest.fixture
def figures(monkeypatch):
    """Keep what would be in a window, as one that is open."""
    shown = []
    monkeypatch.delenv("MPLBACKEND")
    monkeypatch.setattr(plt, "show", lambda: shown.append(plt.gcf()))
    return shown


def axes_of(figures):
    (figure,) = figures
    return figure.axes


def test_curves_have_the_same_numbers(figures):
    given = {"a": [1.0, 10.0, np.nan, 5.0], "b": [4.0, 2.0, 1.0, 1.0]}
    plot.curves(given, log_y=True, x_label="epoch", y_label="loss", title="T")
    (ax,) = axes_of(figures)
    line, alone, other = ax.lines
    np.testing.assert_array_equal(line.get_ydata(), given["a"])
    np.testing.assert_array_equal(alone.get_xydata(), [[3.0, 5.0]])
    np.testing.assert_array_equal(other.get_ydata(), given["b"])
    assert line.get_linestyle() != other.get_linestyle()
    assert (ax.get_xlabel(), ax.get_ylabel()) == ("epoch", "loss")
    assert ax.get_yscale() == "log"
    assert figures[0].get_suptitle() == "T"
    assert [t.get_text() for t in ax.get_legend().get_texts()] == ["a", "b"]
    assert "not finite" in figures[0].get_supxlabel()


def test_a_curve_lies_in_a_window_as_it_lies_in_the_page(figures):
    y = [0.0, 3.0, 1.0, 2.0, 4.0]
    plot.curves({"w": y})
    (ax,) = axes_of(figures)
    (points,) = picture_of(plot.curves, {"w": y}).runs("--figure-blue")
    ends = np.column_stack([ax.get_xlim(), ax.get_ylim()])
    theirs = (ax.lines[0].get_xydata() - ends[0]) / np.diff(ends, axis=0)
    for ours, there in zip(points.T, theirs.T, strict=True):
        slope, _ = np.polyfit(there, ours, 1)
        fitted = np.polyval(np.polyfit(there, ours, 1), there)
        np.testing.assert_allclose(ours, fitted, atol=0.3)
        assert abs(slope) > 100


def test_histograms_have_the_same_bars(figures):
    plot.histogram({"a": [0.0, 0.0, 1.0, 4.0], "b": [2.0]}, bins=4)
    first, second = axes_of(figures)
    values, edges, _ = first.patches[0].get_data()
    np.testing.assert_allclose(values, [0.5, 0.25, 0, 0.25])
    np.testing.assert_allclose(edges, [0, 1, 2, 3, 4])
    np.testing.assert_allclose(second.patches[0].get_data()[0], [0, 0, 1, 0])
    assert (first.get_title(), second.get_title()) == ("a", "b")


def test_points_and_regions_are_the_same(figures):
    plot.points(*RING.T, [0, 1, 0, 1], regions=lambda x: x[:, 1] > 0)
    (ax,) = axes_of(figures)
    np.testing.assert_array_equal(ax.lines[0].get_xydata(), RING[::2])
    np.testing.assert_array_equal(ax.lines[1].get_xydata(), RING[1::2])
    assert ax.lines[0].get_marker() != ax.lines[1].get_marker()
    cells = ax.images[0].get_array()
    assert cells.shape == (36, 48)
    assert cells[:18].min() == 1  # above 0
    assert cells[18:].max() == 0


def test_images_have_the_same_ink_and_no_empty_axes(figures):
    plot.image(np.arange(9 * 4).reshape(9, 2, 2), titles=[*"abcdefghi"])
    axes = axes_of(figures)
    assert [ax.get_title() for ax in axes] == [*"abcdefghi"]
    np.testing.assert_array_equal(
        axes[-1].images[0].get_array(), [[15, 15], [16, 16]]
    )


def test_signed_images_have_0_in_the_middle(figures):
    plot.image([[-4.0, 2.0]], signed=True)
    (image,) = axes_of(figures)[0].images
    np.testing.assert_array_equal(image.get_array(), [[-16, 8]])
    assert image.get_clim() == (-16, 16)


def test_no_figure_stays_open(figures):
    plot.curves({"w": [1.0]})
    assert len(figures) == 1
    assert plt.get_fignums() == []


def test_where_no_window_can_open_nothing_is_said(monkeypatch):
    monkeypatch.delenv("MPLBACKEND")
    monkeypatch.setenv("DISPLAY", ":99")  # else Matplotlib never warns
    plot.curves({"w": [1.0]})  # warnings are errors
    assert plt.get_fignums() == []


def test_what_cannot_be_drawn_is_refused_everywhere():
    with pytest.raises(ValueError, match="is empty"):
        plot.curves({"w": []})


def test_without_matplotlib_the_remedy_is_named(monkeypatch):
    monkeypatch.delenv("MPLBACKEND")
    for name in [*sys.modules]:
        if name.partition(".")[0] == "matplotlib":
            monkeypatch.setitem(sys.modules, name, None)
    says = r"^No module named 'matplotlib.*pip install \"\.\[plot\]\""
    with pytest.raises(ModuleNotFoundError, match=says) as caught:
        plot.curves({"w": [1.0]})
    assert caught.value.name.startswith("matplotlib")


@pytest.mark.parametrize("backend", ["Agg", "agg"])
def test_a_listing_without_windows_does_not_load_matplotlib(backend):
    code = (
        "import sys; from lecture_code import plot; plot.curves({'w': [1]});"
        "print('matplotlib' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env=os.environ | {"MPLBACKEND": backend},
        capture_output=True,
        text=True,
        check=True,
    )
    assert (ran.stdout, ran.stderr) == ("False\n", "")
