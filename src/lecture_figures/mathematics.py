"""Figures of the page on mathematics: a picture for each of its ideas."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from lecture_experiments.mathematics.draws import normal_draws, share_within
from lecture_experiments.mathematics.valley import (
    curvatures_and_directions,
    height,
)
from lecture_figures.drawing.drawing import Drawing, figure
from lecture_figures.drawing.themed_svg import (
    BLUE,
    GREEN,
    INK,
    MUTED,
    ORANGE,
    PURPLE,
    RED,
)

POINT = 0.5
ZOOMS = (2.0, 0.1)
NUDGE = 0.1
INPUT, WEIGHT = 3.0, 0.2


def draw_near_the_point(ax: Axes, reach: float) -> float:
    """Draw tanh and its tangent; return how far apart they come."""
    x = np.linspace(POINT - reach, POINT + reach, 101)
    slope = 1 - np.tanh(POINT) ** 2
    tangent = np.tanh(POINT) + slope * (x - POINT)
    ax.plot(x, np.tanh(x), color=BLUE)
    ax.plot(x, tangent, color=ORANGE, ls="--")
    ax.plot(POINT, np.tanh(POINT), "o", color=INK, markersize=5)
    ax.set(xlabel="$x$", title=f"±{reach:g} around {POINT:g}")
    return float(np.max(np.abs(np.tanh(x) - tangent)) / np.ptp(tangent))


@figure
def curve_and_tangent() -> Drawing:
    """Draw tanh with its tangent, from afar and from near."""
    drawn, axes = plt.subplots(1, 2, figsize=(5.4, 2.5))
    gaps = [
        draw_near_the_point(ax, reach)
        for ax, reach in zip(axes, ZOOMS, strict=True)
    ]
    axes[0].text(0.1, 1.5, "tangent", color=ORANGE, size=9, ha="right")
    axes[0].text(-0.6, -1.0, "tanh", color=BLUE, size=9)
    return Drawing(
        drawn,
        alt=(
            "The curve of tanh and its tangent at one point. Seen from afar "
            f"they part; seen from near they are one line, {gaps[1]:.1%} of "
            "the height apart at most."
        ),
        data={"gaps": gaps},
    )


def chain(w: float) -> dict[str, float]:
    """Return the weight, the sum, its tanh and the loss."""
    h = np.tanh(w * INPUT)
    return {"w": w, "a": w * INPUT, "h": float(h), "L": float((h - 1) ** 2)}


def draw_move(ax: Axes, row: int, ends: tuple[float, float]) -> None:
    """Draw how far a quantity moves, on a number line of its own."""
    colour = (BLUE, GREEN, PURPLE, RED)[row]
    ax.plot([0, 1], [-row, -row], color=MUTED, lw=1)
    ax.plot(ends, [-row, -row], color=colour, lw=5)
    ax.plot(ends[1], -row, "o", color=colour, markersize=8)
    moved = f"moves by {ends[1] - ends[0]:+.2f}".replace("-", "−")
    ax.text(1.05, -row, moved, color=colour, va="center", size=9)


@figure
def nudge_on_its_way() -> Drawing:
    """Draw how a nudge of a weight grows and shrinks up to the loss."""
    before, after = chain(WEIGHT), chain(WEIGHT + NUDGE)
    names = {"w": "$w$", "a": "$a = 3w$"}
    names |= {"h": r"$h = \tanh a$", "L": "$L = (h - 1)^2$"}
    drawn, ax = plt.subplots(figsize=(5.4, 2.3))
    for row, name in enumerate(names):
        draw_move(ax, row, (before[name], after[name]))
    ax.set_yticks([-row for row in range(4)], names.values())
    ax.set(xlim=(0, 1.45), ylim=(-3.5, 0.5), xticks=[0, 0.25, 0.5, 0.75, 1])
    ax.spines[["bottom", "left"]].set_visible(False)
    ax.tick_params(axis="y", length=0)
    ax.grid(visible=False)
    moves = {name: after[name] - before[name] for name in names}
    shown = ", ".join(f"{name} by {move:.2f}" for name, move in moves.items())
    return Drawing(
        drawn,
        alt=f"Four number lines. A nudge of the weight is passed on: {shown}.",
        data={"moves": moves},
    )


def draw_matrix(ax: Axes, left: float, shape: tuple[int, int]) -> None:
    """Draw an array as boxes, its middle at height 0."""
    rows, columns = shape
    for row in range(rows):
        for column in range(columns):
            corner = (left + column, rows / 2 - row - 1)
            box = Rectangle(corner, 1, 1, fill=False, edgecolor=MUTED)
            ax.add_patch(box)


def shade(
    ax: Axes, corner: tuple[float, float], size: tuple[int, int], colour: str
) -> None:
    """Shade some of the boxes."""
    ax.add_patch(Rectangle(corner, *size, color=colour, alpha=0.35, lw=0))


@figure
def shapes_meet() -> Drawing:
    """Draw a matrix product as boxes: a row meets a column."""
    shapes = {"$X$": (4, 3), r"$W^\top$": (3, 2), "$Z$": (4, 2)}
    lefts = (0.0, 4.5, 8.0)
    drawn, ax = plt.subplots(figsize=(5.0, 2.7))
    for left, (name, shape) in zip(lefts, shapes.items(), strict=True):
        draw_matrix(ax, left, shape)
        middle = left + shape[1] / 2
        ax.text(middle, 2.35, name, ha="center", size=11)
        label = f"{shape[0]} × {shape[1]}"
        ax.text(middle, -2.7, label, ha="center", size=9, color=MUTED)
    shade(ax, (0, -1), (3, 1), BLUE)
    shade(ax, (4.5, -1.5), (1, 3), ORANGE)
    shade(ax, (8, -1), (1, 1), GREEN)
    ax.text(7.25, 0, "=", ha="center", va="center", size=13)
    ax.set(xlim=(-0.1, 10.1), ylim=(-3, 3), aspect="equal")
    ax.axis("off")
    return Drawing(
        drawn,
        alt=(
            "A matrix of 4 by 3 boxes times one of 3 by 2 is one of 4 by 2. "
            "The third row of the first and the first column of the second "
            "are shaded; they meet in one box of the result."
        ),
        data={"shapes": list(shapes.values())},
    )


@figure
def normal_spread() -> Drawing:
    """Draw a histogram of draws, with their mean and deviation."""
    draws = normal_draws(0)
    edges = np.linspace(-4, 4, 33)
    counts, _ = np.histogram(draws, edges)
    mean, deviation = float(draws.mean()), float(draws.std())
    drawn, ax = plt.subplots(figsize=(5.0, 2.4))
    ax.axvspan(mean - deviation, mean + deviation, color=ORANGE, alpha=0.18)
    ax.stairs(counts, edges, fill=True, color=BLUE, alpha=0.6)
    ax.axvline(mean, color=INK, lw=1.5)
    ax.text(1.15, 850, "one deviation\neither side", color=ORANGE, size=9)
    ax.text(-0.12, 1080, "mean", ha="right", color=INK, size=9)
    ax.set(xlabel="value of a draw", ylabel="draws", ylim=(0, 1200))
    share = share_within(draws, 1)
    return Drawing(
        drawn,
        alt=(
            "A histogram of ten thousand draws, a bell around its mean; "
            f"{share:.0%} of them lie within one standard deviation."
        ),
        data={"counts": counts, "mean": mean, "deviation": deviation},
    )


@figure
def exp_and_log() -> Drawing:
    """Draw exp and log, and what a probability costs."""
    drawn, (left, right) = plt.subplots(1, 2, figsize=(5.4, 2.6))
    x, p = np.linspace(-3, 1.4, 90), np.linspace(0.02, 1, 99)
    left.plot(x, np.exp(x), color=BLUE)
    left.plot(np.exp(x), x, color=ORANGE)
    left.plot([-3, 4], [-3, 4], color=MUTED, lw=1, ls=":")
    left.text(-1.9, 1.0, r"$e^x$", color=BLUE)
    left.text(2.3, 0.1, r"$\log x$", color=ORANGE)
    left.set(xlim=(-3, 4), ylim=(-3, 4), aspect="equal", xlabel="$x$")
    right.plot(p, -np.log(p), color=RED)
    marked = np.array([0.1, 0.5, 1.0])
    costs = -np.log(marked)
    right.plot(marked, costs, "o", color=RED, clip_on=False)
    for share, cost in zip(marked[:2], costs[:2], strict=True):
        right.text(share + 0.05, cost + 0.08, f"{cost:.2f}", size=9)
    right.set(xlim=(0, 1), ylim=(0, 4), title=r"$-\log p$")
    right.set_xlabel("probability $p$ of what happened")
    return Drawing(
        drawn,
        alt=(
            "Left, exp and log, mirrored in the diagonal. Right, minus the "
            "logarithm of a probability: 0 at 1, "
            f"{costs[1]:.2f} at one half, {costs[0]:.2f} at one tenth, and "
            "without bound towards 0."
        ),
        data={"costs": costs},
    )


def draw_contours(ax: Axes) -> None:
    """Draw the valley from above, with its two directions."""
    across = np.linspace(-2, 2, 61)
    points = np.stack(np.meshgrid(across, across), axis=-1)
    levels = [0.25, 1, 2.25, 4]
    ax.contour(across, across, height(points), levels, colors=MUTED)
    _, directions = curvatures_and_directions()
    for v, colour in zip(directions, (BLUE, RED), strict=True):
        ax.annotate(
            "",
            xy=(1.5 * v[0], 1.5 * v[1]),
            xytext=(0, 0),
            arrowprops={"arrowstyle": "-|>", "color": colour, "lw": 2},
        )
    ax.set(xlabel="$w_1$", ylabel="$w_2$", aspect="equal", title="from above")
    ax.set(xlim=(-2, 2), ylim=(-2, 2), xticks=[-2, 0, 2], yticks=[-2, 0, 2])
    ax.grid(visible=False)


@figure
def valley_and_its_cuts() -> Drawing:
    """Draw a valley from above, and cut along its two eigenvectors."""
    drawn, (left, right) = plt.subplots(1, 2, figsize=(5.4, 2.7))
    draw_contours(left)
    t = np.linspace(-1.5, 1.5, 61)
    values, directions = curvatures_and_directions()
    for value, v, colour in zip(values, directions, (BLUE, RED), strict=True):
        right.plot(t, height(t[:, None] * v), color=colour)
        top = float(height(1.5 * v))
        label = rf"$\lambda = {value:.0f}$"
        right.text(1.53, top, label, color=colour, va="center", size=9)
    right.set(xlabel="distance along the arrow", title="cut along an arrow")
    right.set(xlim=(-1.5, 2.2), xticks=[-1, 0, 1])
    return Drawing(
        drawn,
        alt=(
            "Left, the contours of a valley, long ellipses at an angle, and "
            "two arrows at a right angle, along the valley and across it. "
            "Right, the heights along both: parabolas of curvature "
            f"{values[0]:.0f} and {values[1]:.0f}."
        ),
        data={"curvatures": values, "directions": directions},
    )
