"""Figures of the introduction: the loop, and what it does to two moons."""

from functools import lru_cache

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import (
    BoxStyle,
    FancyArrowPatch,
    FancyBboxPatch,
    PathPatch,
)
from matplotlib.path import Path as Outline
from matplotlib.ticker import PercentFormatter

from lecture_code.arrays import Array
from lecture_code.training import predicted_classes
from lecture_experiments.introduction import training_by_hand as by_hand
from lecture_experiments.introduction.reading_digits import (
    digit_reader,
    logits_of,
    one_pixel_right,
)
from lecture_experiments.introduction.training_by_hand import Weights, problem
from lecture_figures.drawing.drawing import Drawing, figure
from lecture_figures.drawing.live_data import Data, live_data
from lecture_figures.drawing.themed_svg import (
    BLUE,
    GREEN,
    INK,
    MUTED,
    ORANGE,
    PURPLE,
    RED,
)

MOMENTS = (0, 10, 100, 1000)
SEEDS = range(10)
SURE = np.log(9)  # the logit of a probability of 0.9
REGIONS = ((-np.inf, -SURE, BLUE, 0.28), (SURE, np.inf, ORANGE, 0.28))
SIZES = (4, 8, 16, 32, 64, 128)


@lru_cache
def path(seed: int) -> list[Weights]:
    """Return the weights before, between and after the steps of the loop."""
    return by_hand.descent(problem(seed))


@lru_cache
def losses(seed: int) -> list[float]:
    """Return the loss at each of these."""
    x, y, *_ = problem(seed)
    return [by_hand.loss(x, y, weights) for weights in path(seed)]


def draw_box(
    ax: Axes,
    corner: tuple[float, float],
    size: tuple[float, float],
    lines: tuple[str, str],
    colour: str,
) -> None:
    """Draw a box with two lines of text in it."""
    style = BoxStyle.Round(pad=0, rounding_size=0.25)
    outline = FancyBboxPatch(corner, *size, boxstyle=style)
    outline.set(edgecolor=colour, linewidth=1.6, fill=False)
    ax.add_patch(outline)
    draw_lines(ax, (corner[0] + size[0] / 2, corner[1] + size[1] / 2), lines)


def draw_lines(
    ax: Axes, middle: tuple[float, float], lines: tuple[str, str]
) -> None:
    """Draw two lines of text, each centred in whatever font it gets."""
    for line, y in zip(lines, (middle[1] + 0.3, middle[1] - 0.3), strict=True):
        ax.text(middle[0], y, line, ha="center", va="center")


def draw_arrow(
    ax: Axes, start: tuple[float, float], end: tuple[float, float]
) -> None:
    """Draw an arrow between two boxes."""
    arrow = FancyArrowPatch(start, end, arrowstyle="-|>", mutation_scale=13)
    arrow.set(color=MUTED, linewidth=1.4)
    ax.add_patch(arrow)


@figure
def four_parts() -> Drawing:
    """Draw the loop with the numbers of its first round in it."""
    task, history = problem(0), losses(0)
    (n_samples, n_inputs), n_hidden = task.x.shape, len(task.start.b1)
    n_weights = sum(w.size for w in task.start)
    parts = [
        ("represent", f"{n_inputs} numbers become {n_hidden}", BLUE, 0, 3.25),
        ("measure the loss", f"one number: {history[0]:.2f}", ORANGE, 6, 3.25),
        ("find the gradient", f"{n_weights} numbers", PURPLE, 6, 0.05),
        ("update", f"{n_weights} weights move", GREEN, 0, 0.05),
    ]
    drawn, ax = plt.subplots(figsize=(5.0, 2.4))
    ax.axis("off")
    ax.set(xlim=(-0.1, 10.1), ylim=(-0.05, 4.85))
    for name, what, colour, x, y in parts:
        draw_box(ax, (x, y), (4.0, 1.5), (name, what), colour)
    draw_arrow(ax, (4.1, 4.0), (5.9, 4.0))
    draw_arrow(ax, (8.0, 3.15), (8.0, 1.65))
    draw_arrow(ax, (5.9, 0.8), (4.1, 0.8))
    draw_arrow(ax, (2.0, 1.65), (2.0, 3.15))
    later = f"loss in round 2: {history[1]:.2f}"
    last = f"in the last: {history[-1]:.2f}"
    draw_lines(ax, (5, 2.4), (later, last))
    return Drawing(
        drawn,
        alt=(
            "Four boxes in a circle: represent, measure the loss, find the "
            "gradient, update, and back to represent. In the first round "
            f"{n_samples} samples of {n_inputs} numbers become {n_hidden} "
            f"features each, the loss is {history[0]:.2f}, and each of "
            f"{n_weights} weights gets its gradient and its step. In the "
            f"next round the loss is {history[1]:.2f}, in the last "
            f"{history[-1]:.2f}."
        ),
        data={"n_weights": n_weights, "losses": history},
    )


@figure
def loss_falls() -> Drawing:
    """Draw the loss over the steps, for the listing and for other seeds."""
    drawn, ax = plt.subplots()
    steps = np.unique(np.geomspace(1, 1001, 90).astype(int)) - 1
    for seed in SEEDS[1:]:
        others = np.array(losses(seed))[steps]
        ax.plot(steps, others, color=MUTED, lw=0.8, alpha=0.5)
    history = np.array(losses(0))
    ax.plot(steps, history[steps], color=BLUE, lw=2.2)
    ax.plot(MOMENTS, history[list(MOMENTS)], "o", color=BLUE, clip_on=False)
    coin = np.log(2)
    ax.axhline(coin, color=MUTED, lw=1, ls="--")
    ax.text(900, coin * 1.15, "tossing a coin", ha="right", color=INK, size=9)
    ax.text(35, 0.28, "the listing", color=BLUE, size=9)
    ax.text(1.3, 0.14, "nine other seeds", color=MUTED, size=9)
    ax.set_xscale("symlog", linthresh=1, linscale=0.4)
    ax.set_yscale("log")
    ax.set(xlabel="step", ylabel="loss", xlim=(0, 1000))
    ax.set_xticks(MOMENTS, [f"{step:,}" for step in MOMENTS])
    ax.set_yticks([0.01, 0.1, 1], ["0.01", "0.1", "1"])
    ax.minorticks_off()
    shown = ", ".join(f"{history[k]:.2f} at step {k}" for k in MOMENTS)
    return Drawing(
        drawn,
        alt=(
            f"The loss of the listing falls over the steps: {shown}. Nine "
            "runs from other seeds start elsewhere and fall alike. Tossing "
            f"a coin costs {coin:.2f}."
        ),
        data={
            "steps": steps,
            "losses": {seed: np.array(losses(seed))[steps] for seed in SEEDS},
            "falls": {
                seed: int(np.sum(np.diff(losses(seed)) < 0)) for seed in SEEDS
            },
        },
    )


def stamp(
    ax: Axes, outline: Outline, places: Array, colour: str, alpha: float = 1
) -> None:
    """Draw an outline at many places, as one path."""
    copies = [
        Outline(np.asarray(outline.vertices) + place, outline.codes)
        for place in places
    ]
    together = Outline.make_compound_path(*copies)
    ax.add_patch(PathPatch(together, fc=colour, alpha=alpha, lw=0))


def draw_regions(ax: Axes, weights: Weights) -> None:
    """Draw where the network is sure of a class, and its boundary."""
    across, up = np.meshgrid(
        np.linspace(-1.5, 2.5, 41), np.linspace(-1, 1.5, 26)
    )
    h = by_hand.hidden(np.column_stack([across.flat, up.flat]), weights)
    z = (h @ weights.W2.T + weights.b2).reshape(across.shape)
    for low, high, colour, alpha in REGIONS:
        ends = [max(low, z.min() - 1), min(high, z.max() + 1)]
        if ends[0] < ends[1]:
            ax.contourf(across, up, z, ends, colors=[colour], alpha=alpha)
    ax.contour(across, up, z, [0], colors=[INK], linewidths=1.6)


def draw_moons(ax: Axes, weights: Weights, n_shown: int) -> None:
    """Draw the regions of the network, and samples on top."""
    draw_regions(ax, weights)
    x, y, *_ = problem(0)
    triangle, square = (Outline.unit_regular_polygon(n) for n in (3, 4))
    for label, colour, shape in ((0, BLUE, square), (1, ORANGE, triangle)):
        of_class = x[:n_shown][y[:n_shown, 0] == label]
        marker = Outline(0.06 * np.asarray(shape.vertices), shape.codes)
        stamp(ax, marker, of_class, colour)
    ax.set(xlim=(-1.5, 2.5), ylim=(-1, 1.5), xticks=[], yticks=[])
    ax.set_aspect("equal")


def draw_best_line(ax: Axes) -> None:
    """Draw the line that the loop learns without a hidden layer."""
    x, y, *_ = problem(0)
    W2, b2 = by_hand.output_layer(x, y)
    across = np.array([-1.5, 2.5])
    up = -(W2[0, 0] * across + b2[0]) / W2[0, 1]
    ax.plot(across, up, color=INK, ls=":", lw=1.3)


def share_correct(step: int) -> float:
    """Return the accuracy of the listing at a step."""
    x, y, *_ = problem(0)
    return by_hand.accuracy(by_hand.predict(x, path(0)[step]), y)


@figure
def boundary_moves() -> Drawing:
    """Draw the decision boundary at four moments of the training."""
    drawn, axes = plt.subplots(2, 2, figsize=(5.0, 3.9))
    for ax, step in zip(axes.flat, MOMENTS, strict=True):
        draw_moons(ax, path(0)[step], n_shown=60)
        loss, correct = losses(0)[step], share_correct(step)
        ax.set_title(f"step {step:,}: loss {loss:.2f}", size=9.5)
        ax.set_xlabel(f"{100 * correct:.0f} % correct", size=9.5)
    draw_best_line(axes.flat[1])
    return Drawing(
        drawn, alt=in_words(), data={"correct": correct_at_moments()}
    )


def correct_at_moments() -> dict[int, float]:
    """Return the accuracy of the listing at each moment."""
    return {step: share_correct(step) for step in MOMENTS}


def in_words() -> str:
    """Say what the pictures of the boundary show."""
    shown = ", ".join(
        f"{100 * correct:.0f} % at step {step}"
        for step, correct in correct_at_moments().items()
    )
    return (
        "Two moons of samples and the boundary of the network between them. "
        "At first it cuts through both, soon it is nearly a straight line, "
        f"at last it winds between the moons. Correct are {shown}."
    )


@figure
def learned_boundary() -> Drawing:
    """Draw the last moment alone, edge to edge: the front page's picture."""
    drawn = plt.figure(figsize=(5.0, 3.125), layout="none")
    ax = drawn.add_axes((0, 0, 1, 1))
    draw_moons(ax, path(0)[-1], n_shown=60)
    ax.axis("off")
    correct = share_correct(-1)
    return Drawing(
        drawn,
        alt=(
            "Two moons of samples, one blue, one orange. The boundary that a "
            f"network has learned winds between them, with {100 * correct:.0f}"
            " % of the samples on the right side."
        ),
        data={"correct": correct},
    )


@live_data
def two_moons() -> Data:
    """Return the samples and the first weights of the page's listing."""
    task = problem(0)
    return {
        "x": task.x.tolist(),
        "y": task.y[:, 0].astype(int).tolist(),
        "start": {
            name: values.tolist()
            for name, values in task.start._asdict().items()
        },
    }


@lru_cache
def fresh_accuracies() -> dict[int, list[float]]:
    """Return the accuracy on fresh moons for each number of samples."""
    return {
        n: [by_hand.fresh_accuracy(problem(s, n_samples=n)) for s in SEEDS]
        for n in SIZES
    }


@figure
def experience_helps() -> Drawing:
    """Draw the accuracy on fresh moons over the number of samples seen."""
    results = fresh_accuracies()
    middle = [float(np.median(values)) for values in results.values()]
    drawn, ax = plt.subplots(figsize=(5.0, 2.7))
    worst = [min(values) for values in results.values()]
    best = [max(values) for values in results.values()]
    ax.fill_between(SIZES, worst, best, color=BLUE, alpha=0.18, lw=0)
    ax.plot(SIZES, middle, "o-", color=BLUE, ms=4)
    ax.set_xscale("log", base=2)
    ax.set_xticks(SIZES, map(str, SIZES))
    ax.yaxis.set_major_formatter(PercentFormatter(1, decimals=0, symbol=" %"))
    ax.set(xlabel="samples to learn from", ylabel="correct on fresh samples")
    shown = ", ".join(
        f"{100 * share:.0f} % from {n}"
        for n, share in zip(SIZES, middle, strict=True)
    )
    return Drawing(
        drawn,
        alt=f"More samples, better results on fresh ones; medians: {shown}.",
        data={"accuracies": results},
    )


def draw_image(ax: Axes, image: Array) -> None:
    """Draw an image as ink on paper, in four strengths of ink."""
    strengths = np.rint(4 * image).astype(int)  # (8, 8), 0 to 4
    for strength in range(1, 5):
        places = np.argwhere(strengths == strength)[:, ::-1]
        if len(places):
            square = Outline.unit_rectangle()
            stamp(ax, square, places.astype(float), INK, strength / 4)
    ax.set(xlim=(0, 8), ylim=(8, 0), xticks=[], yticks=[], aspect="equal")
    ax.grid(visible=False)
    ax.spines[["top", "right"]].set_visible(True)


@figure
def one_pixel_off() -> Drawing:
    """Draw digits as they are and one pixel off, with what is read."""
    model, images, digit = digit_reader(seed=0)
    first = [int(np.argmax(digit == k)) for k in range(6)]
    rows = [images[first], one_pixel_right(images[first])]
    read = [predicted_classes(logits_of(model, row)).tolist() for row in rows]
    drawn, axes = plt.subplots(2, 6, figsize=(5.0, 2.35))
    for line, row, answers in zip(axes, rows, read, strict=True):
        for k, ax in enumerate(line):
            draw_image(ax, row[k])
            colour = GREEN if answers[k] == k else RED
            weight = "normal" if answers[k] == k else "bold"
            ax.set_xlabel(answers[k], size=10.5, color=colour, weight=weight)
    axes[0, 0].set_ylabel("as it is", size=10)
    axes[1, 0].set_ylabel("moved", size=10)
    return Drawing(
        drawn,
        alt=(
            "Six images of the digits 0 to 5, read as "
            f"{', '.join(map(str, read[0]))}; the same images moved to the "
            f"right by one pixel, read as {', '.join(map(str, read[1]))}."
        ),
        data={"read": read},
    )
