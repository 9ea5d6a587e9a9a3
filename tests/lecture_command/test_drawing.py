from pathlib import Path

import numpy as np
import pytest
import torch
from matplotlib import pyplot as plt

from lecture_command.drawing import MOST, arrays, draw, main
from lecture_command.drawn import NO_WINDOW, NOTHING_TO_DRAW


@pytest.fixture(autouse=True)
def _no_window() -> None:
    plt.switch_backend("agg")


def test_curves_and_matrices_of_real_numbers_are_drawn() -> None:
    found = arrays(
        {
            "x": np.arange(4.0),
            "column": np.ones((4, 1)),
            "w": np.ones((2, 3)),
            "weight": torch.ones(2, 2, requires_grad=True),
            "losses": [3, 2, 1],
            "is_right": np.array([True, False, True]),
        }
    )
    shapes = {name: array.shape for name, array in found.items()}
    assert shapes == {
        "x": (4,),
        "column": (4,),
        "w": (2, 3),
        "weight": (2, 2),
        "losses": (3,),
        "is_right": (3,),
    }


def test_all_else_is_left_out() -> None:
    assert not arrays(
        {
            "np": np,
            "number": 3.0,
            "two": np.ones(2),
            "cube": np.ones((2, 2, 2)),
            "infinite": np.array([1, np.inf, 2]),
            "words": ["a", "b", "c"],
            "ragged": [[1], [1, 2]],
            "_hidden": np.ones(5),
            "__annotations__": {},
        }
    )


def test_a_curve_is_drawn_over_x_in_its_order() -> None:
    figure = draw({"x": np.array([2, 0, 1]), "y": np.array([4, 0, 1])}, "t")
    line = figure.axes[1].lines[0]
    assert list(line.get_xdata()) == [0, 1, 2]
    assert list(line.get_ydata()) == [0, 1, 4]
    assert figure.axes[1].get_title() == "y, 3"


def test_two_columns_are_points_in_the_colours_of_their_labels() -> None:
    points, labels = np.array([[0, 1], [2, 3], [4, 6]]), np.array([0, 1, 1])
    figure = draw({"new_x": points, "new_y": labels, "w": points}, "t")
    drawn = [axis.collections for axis in figure.axes]
    assert drawn[0][0].get_offsets().tolist() == points.tolist()
    assert list(drawn[0][0].get_array()) == [0, 1, 1]
    assert drawn[2][0].get_array() is None


def test_more_arrays_than_there_is_room_for_are_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    program = tmp_path / "many.py"
    program.write_text("".join(f"a{n} = [1, 2, 3]\n" for n in range(MOST + 1)))
    assert main(str(program), "many", str(tmp_path / "many.svg")) == 0
    assert capsys.readouterr().err.splitlines()[-1] == f"left out: a{MOST}"


def test_nothing_to_draw_and_no_window_have_codes(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text("a = 1\n")
    assert main(str(program), "p", "") == NOTHING_TO_DRAW
    program.write_text("a = [1, 2, 3]\n")
    assert main(str(program), "p", "") == NO_WINDOW


def test_a_picture_in_a_file_opens_no_window(tmp_path: Path) -> None:
    program = tmp_path / "p.py"
    code = (
        "from matplotlib import get_backend\n"
        "x = [1.0, 2.0, 3.0]\nassert get_backend() == 'agg'"
    )
    program.write_text(code, encoding="utf-8")
    plt.switch_backend("template")
    assert main(str(program), "p", str(tmp_path / "p.svg")) == 0
