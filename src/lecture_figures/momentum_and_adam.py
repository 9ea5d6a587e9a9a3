"""Figures of the page on momentum and Adam: paths and steps in a valley."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes

from lecture_experiments.momentum_and_adam.valleys import (
    Making,
    Valley,
    adam,
    best_of_adam,
    descent,
    momentum,
    path,
    steps_of,
)
from lecture_figures.drawing.drawing import Drawing, figure
from lecture_figures.drawing.themed_svg import (
    BLUE,
    GREEN,
    INK,
    MUTED,
    ORANGE,
    PURPLE,
)

SHOWN = Valley(30, degrees=30)
N_SHOWN = 25
START = np.array([-1.5, -1.6])
CONDITIONS = (10, 30, 100, 300, 1000)
WAYS: dict[str, tuple[Making, str]] = {
    "gradient descent": (descent(SHOWN), BLUE),
    "momentum": (momentum(SHOWN), ORANGE),
    "Adam": (adam(0.25), PURPLE),
}


def draw_valley(ax: Axes) -> None:
    """Draw contours of the loss: long ellipses."""
    across = np.linspace(-2.4, 2.4, 97)
    points = np.stack(np.meshgrid(across, across), axis=-1)
    levels = SHOWN.loss(START) * 0.25 ** np.arange(4)[::-1]
    ax.contour(
        across,
        across,
        SHOWN.loss(points),
        levels,
        colors=MUTED,
        linewidths=0.8,
    )
    ax.plot(0, 0, "+", color=INK, markersize=9)
    ax.set(xlim=(-2.4, 2.4), ylim=(-2.4, 2.4), aspect="equal")
    ax.set(xticks=[], yticks=[])
    ax.grid(visible=False)


@figure
def paths_in_a_valley() -> Drawing:
    """Draw the first steps of three optimisers from one start."""
    drawn, axes = plt.subplots(1, 3, figsize=(5.6, 2.2))
    left = {}
    for ax, (name, (make, colour)) in zip(axes, WAYS.items(), strict=True):
        draw_valley(ax)
        points = path(SHOWN, START, make, N_SHOWN)
        ax.plot(*points.T, "o-", color=colour, markersize=2.5, linewidth=1)
        ax.set_title(name, color=colour, size=10)
        losses = SHOWN.loss(points)
        left[name] = float(losses[-1] / losses[0])
    shown = ", ".join(f"{share:.0e} by {name}" for name, share in left.items())
    return Drawing(
        drawn,
        alt=(
            f"Paths of {N_SHOWN} steps on the contours of a long valley that "
            f"runs between the axes. Left of the loss: {shown}. Descent "
            "zigzags across the valley; the other two swing, and get along."
        ),
        data={"left": left},
    )


def steps_by_condition() -> dict[str, list[float]]:
    """Return the steps of each optimiser in ever longer valleys."""
    return {
        "gradient descent": [steps_of(descent, k, 0) for k in CONDITIONS],
        "momentum": [steps_of(momentum, k, 0) for k in CONDITIONS],
        "Adam, along an axis": [
            best_of_adam(Valley(k), 0)[0] for k in CONDITIONS
        ],
        "Adam, between the axes": [
            best_of_adam(Valley(k, degrees=45), 0)[0] for k in CONDITIONS
        ],
    }


@figure
def steps_against_condition() -> Drawing:
    """Draw how many steps each optimiser needs in ever longer valleys."""
    steps = steps_by_condition()
    drawn, ax = plt.subplots(figsize=(5.4, 3.2))
    colours = (BLUE, ORANGE, GREEN, PURPLE)
    for (name, needed), colour in zip(steps.items(), colours, strict=True):
        ax.loglog(CONDITIONS, needed, "o-", color=colour, markersize=4)
        ax.text(1150, needed[-1], name, color=colour, size=9, va="center")
    ax.set(xlabel="condition number of the valley", ylabel="steps needed")
    ax.set(xlim=(8, 20_000), ylim=(10, 5000))
    ax.minorticks_off()
    ax.set_xticks([10, 100, 1000], ["10", "100", "1000"])
    ax.set_yticks([10, 100, 1000], ["10", "100", "1000"])
    ends = ", ".join(
        f"{name} {needed[-1]:.0f}" for name, needed in steps.items()
    )
    return Drawing(
        drawn,
        alt=(
            "Steps until a millionth of the loss is left, over condition "
            f"numbers from 10 to 1000, on logarithmic axes. At 1000: {ends}."
        ),
        data={"steps": steps},
    )
