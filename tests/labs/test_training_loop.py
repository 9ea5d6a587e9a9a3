"""The lab on digits runs from top to bottom and says what is true."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import nbformat
import pytest

from lecture_site.labs import execute

LAB = Path(__file__).resolve().parents[2] / "docs/labs/training_loop.ipynb"


@pytest.fixture(scope="module")
def cells() -> list[Any]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MPLBACKEND", "Agg")  # as in the build
        executed = execute(str(LAB))
    return list(nbformat.reads(executed, as_version=4).cells)


@pytest.fixture(scope="module")
def printed(cells: list[Any]) -> str:
    return "".join(
        output.text
        for cell in cells
        for output in cell.get("outputs", [])
        if output.output_type == "stream"
    )


def share(label: str, printed: str) -> float:
    (found,) = re.findall(rf"^{label} ([\d.]+)%$", printed, re.MULTILINE)
    return float(found) / 100


def test_the_network_reads_digits_that_it_has_never_seen(
    printed: str,
) -> None:
    assert 0.94 < share("test accuracy", printed) < 0.99


def test_before_training_it_guesses(printed: str) -> None:
    assert share("accuracy", printed) < 0.25


def test_one_pixel_to_the_right_spoils_more_than_a_third(
    printed: str,
) -> None:
    assert share("accuracy one pixel to the right", printed) < 0.65


def test_both_losses_fall_and_the_one_put_aside_stays_above(
    printed: str,
) -> None:
    losses = dict(
        re.findall(
            r"^(training|test) loss .* -> ([\d.]+)$", printed, re.MULTILINE
        )
    )
    assert float(losses["training"]) < float(losses["test"]) < 0.3


def test_the_pictures_are_there(cells: list[Any]) -> None:
    pictures = [
        output
        for cell in cells
        for output in cell.get("outputs", [])
        if "image/png" in output.get("data", {})
    ]
    assert len(pictures) == 4


def test_every_code_cell_follows_a_sentence_on_what_to_look_for(
    cells: list[Any],
) -> None:
    for before, cell in pairwise(cells):
        if cell.cell_type == "code":
            assert "**Look for:**" in before.source
