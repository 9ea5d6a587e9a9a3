"""Figures of the page on optimisation."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count, islice, repeat
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes

from lecture_code.arrays import Array
from lecture_code.optimisers import gradient_descent
from lecture_experiments.optimisation import digits_by_batch_size as digits
from lecture_experiments.optimisation import random_bowls as bowls
from lecture_experiments.optimisation import smallest_network
from lecture_experiments.optimisation.difference_errors import (
    best_steps,
    difference_errors,
)
from lecture_experiments.optimisation.double_well import (
    N_SAMPLES,
    START,
    ends,
    share_that_escapes,
    well,
)
from lecture_experiments.optimisation.line_fit import (
    LineFit,
    dealt,
    descents,
    drawn,
    line_fit,
)
from lecture_experiments.optimisation.noise_of_batches import (
    excess_losses,
    gradient_variance,
)
from lecture_figures.drawing.drawing import Drawing, figure
from lecture_figures.drawing.themed_svg import (
    BLUE,
    GREEN,
    INK,
    MUTED,
    ORANGE,
    PAPER,
    PURPLE,
    RED,
)

BAD_START = np.array([-0.5, 1.5])
LINES = {
    "A": (BAD_START, RED),
    "B": (np.array([0.5, 0.5]), ORANGE),
    "C": (np.array([1.5, -0.5]), BLUE),
}
HALO = {"facecolor": PAPER, "edgecolor": "none", "pad": 1, "alpha": 0.8}


def draw_bowl(
    ax: Axes,
    problem: LineFit,
    slopes: tuple[float, float],
    intercepts: tuple[float, float],
) -> None:
    """Draw the loss over slope and intercept as contours: ellipses."""
    angle = np.linspace(0, 2 * np.pi, 29)
    circle = np.column_stack([np.cos(angle), np.sin(angle)])
    stretch = np.linalg.inv(np.linalg.cholesky(problem.hessian))
    for excess in 0.04 * 6.0 ** np.arange(4):
        ellipse = problem.best + np.sqrt(2 * excess) * circle @ stretch
        ax.plot(*ellipse.T, color=MUTED, linewidth=0.8, alpha=0.7)
    ax.plot(*problem.best, "+", color=INK, markersize=9)
    ax.set(xlim=slopes, ylim=intercepts)
    ax.grid(visible=False)


def write(ax: Axes, x: float, y: float, text: str, **style: Any) -> None:
    """Write a label that stays legible on lines."""
    style.setdefault("bbox", HALO)
    ax.text(x, y, text, fontsize=9, **style)


@figure
def lines_and_their_loss() -> Drawing:
    """Draw three lines through points, and the same lines as points."""
    problem = line_fit(0)
    drawn_figure, (left, right) = plt.subplots(1, 2, figsize=(5.6, 2.9))
    left.plot(problem.x[:, 0], problem.y, "o", color=MUTED, markersize=2.5)
    draw_bowl(right, problem, (-1, 3), (-2, 2))
    ends_of_x = np.array([0.0, 2.0])
    losses = {}
    for name, (W, colour) in LINES.items():
        losses[name] = float(problem.loss(W))
        y = W[0] * ends_of_x + W[1]
        left.plot(ends_of_x, y, color=colour)
        write(left, 2.05, y[1], name, color=colour, va="center")
        right.plot(*W, "o", color=colour)
        label = f"{name}: {losses[name]:.2f}"
        write(right, W[0] + 0.12, W[1] + 0.12, label, color=colour)
    left.set(xlabel="$x$", ylabel="$y$", xlim=(0, 2.25), title="Three lines")
    right.set(xlabel="slope $w$", ylabel="intercept $b$", title="Their loss")
    shown = ", ".join(f"{name} {loss:.2f}" for name, loss in losses.items())
    return Drawing(
        drawn_figure,
        alt="Left, a hundred points and three lines. Right, the contours of "
        "the mean squared error over slope and intercept: long ellipses "
        f"around one minimum. The lines are points there; losses: {shown}.",
        data={"losses": losses, "lowest": float(problem.loss(problem.best))},
    )


@figure
def budget_against_dimension() -> Drawing:
    """Draw what three strategies leave of the loss, over the dimension."""
    dimensions = [2**k for k in range(1, 9)]
    strategies = {
        "random search": (bowls.left_by_random_search, RED),
        "gradient from differences": (bowls.left_by_differences, ORANGE),
        "analytic gradient": (bowls.left_by_gradient_descent, BLUE),
    }
    labels = [(2.1, 3e-3), (11, 1e-7), (32, 1e-15)]
    drawn_figure, ax = plt.subplots(figsize=(5.0, 3.3))
    data = {}
    for (name, (left, colour)), at in zip(
        strategies.items(), labels, strict=True
    ):
        values = [[left(d, seed) for seed in range(5)] for d in dimensions]
        data[name] = np.median(values, axis=1)
        shown = np.maximum(data[name], 1e-17)
        ax.plot(dimensions, shown, "o-", color=colour, markersize=4)
        write(ax, *at, name, color=colour)
    ax.set(
        xscale="log",
        yscale="log",
        ylim=(1e-17, 10),
        xlabel="number of weights $D$",
        ylabel="share of the loss left",
        xticks=dimensions,
        xticklabels=map(str, dimensions),
    )
    ax.minorticks_off()
    last = {name: left[-1] for name, left in data.items()}
    return Drawing(
        drawn_figure,
        alt="Share of the loss left after 300 evaluations, over the number "
        "of weights from 2 to 256. Random search rises to "
        f"{last['random search']:.2f}, a gradient from differences to "
        f"{last['gradient from differences']:.2f}; the analytic gradient "
        f"stays below {data['analytic gradient'].max():.0e}.",
        data=data,
    )


@figure
def four_step_sizes() -> Drawing:
    """Draw the paths of four step sizes on the same bowl."""
    problem = line_fit(0)
    panels = [
        ("too small", 0.01, MUTED),
        ("right", 0.2, BLUE),
        ("at the edge", 0.4, PURPLE),
        ("too large", 0.43, RED),
    ]
    drawn_figure, axes = plt.subplots(
        2, 2, figsize=(5.0, 4.9), sharex=True, sharey=True
    )
    paths = {}
    for ax, (name, lr, colour) in zip(axes.flat, panels, strict=True):
        draw_bowl(ax, problem, (-1.2, 3.2), (-2.2, 2.2))
        paths[lr] = gradient_descent(problem.gradient, BAD_START, lr, 20)
        ax.plot(*paths[lr].T, "o-", color=colour, markersize=2.5, linewidth=1)
        ax.set_title(f"{name}: η = {lr}", color=INK)
    for ax in axes[-1]:
        ax.set_xlabel("slope $w$")
    for ax in axes[:, 0]:
        ax.set_ylabel("intercept $b$")
    losses = {lr: float(problem.loss(p[-1])) for lr, p in paths.items()}
    shown = ", ".join(f"{at:.2f} with {lr}" for lr, at in losses.items())
    return Drawing(
        drawn_figure,
        alt="Four paths of 20 steps on the contours of one loss, from the "
        f"same start. Loss at the end: {shown}; the smallest possible is "
        f"{float(problem.loss(problem.best)):.2f}. The last path zigzags "
        "ever wider.",
        data={"paths": paths, "losses": losses},
    )


@figure
def loss_against_step_size() -> Drawing:
    """Draw how far one gets in 50 steps, over the step size."""
    problem = line_fit(0)
    eigenvalues = np.linalg.eigvalsh(problem.hessian)
    limit, best = 2 / eigenvalues[-1], 2 / eigenvalues.sum()
    rates = np.linspace(0.004, 1.08, 90) * limit
    excess = np.array(
        [
            problem.excess(
                gradient_descent(problem.gradient, BAD_START, lr, 50)[-1]
            )
            for lr in rates
        ]
    )
    start = float(problem.excess(BAD_START))
    drawn_figure, ax = plt.subplots(figsize=(5.0, 3.2))
    ax.plot(rates, excess, color=BLUE)
    ax.axhline(start, color=MUTED, linewidth=1, linestyle=":")
    write(ax, 0.005, start * 2, "at the start", color=INK)
    best_label = r"$2/(\lambda_\mathrm{min}+\lambda_\mathrm{max})$"
    for at, colour, side, label in [
        (limit, RED, "left", r"$2/\lambda_\mathrm{max}$"),
        (best, GREEN, "right", best_label),
    ]:
        ax.axvline(at, color=colour, linewidth=1.2, linestyle="--")
        away = 0.008 if side == "left" else -0.008
        write(ax, at + away, 5e-7, label, color=colour, ha=side)
    ax.set(
        yscale="log",
        xlim=(0, 0.48),
        ylim=(1e-7, 1e3),
        xlabel=r"step size $\eta$",
        ylabel="excess loss after 50 steps",
    )
    return Drawing(
        drawn_figure,
        alt="Excess loss after 50 steps over the step size: it falls to a "
        f"minimum near {best:.2f}, rises steeply and passes the loss at the "
        f"start at {limit:.2f}, which is two over the largest eigenvalue.",
        data={"rates": rates, "excess": excess, "limit": limit, "best": best},
    )


@figure
def two_valleys_of_a_network() -> Drawing:
    """Draw the loss of the smallest network with paths from four starts."""
    starts = [(2.2, -1.0), (0.9, -1.9), (-0.3, -1.6), (-1.4, 1.4)]
    drawn_figure, ax = plt.subplots(figsize=(5.0, 3.7))
    w, v = np.linspace(-2.6, 2.6, 53), np.linspace(-2.1, 2.1, 43)
    surface = smallest_network.loss(np.stack(np.meshgrid(w, v), axis=-1))
    levels = [0.01, 0.05, 0.15, 0.3, 0.45, 0.6, 1, 1.7, 2.6, 4]
    ax.contour(w, v, surface, levels, colors=MUTED, linewidths=0.8, alpha=0.7)
    reached = []
    for start in starts:
        path = gradient_descent(smallest_network.gradient, start, 0.1, 3000)
        right = path[-1, 0] > 0
        colour = BLUE if right else ORANGE
        shown = np.unique(np.geomspace(1, 3001, 50).astype(int)) - 1
        ax.plot(*path[shown].T, color=colour)
        ax.plot(*start, "o", color=colour, markersize=5)
        reached.append(path[-1])
    for at in ((1, 1), (-1, -1)):
        ax.plot(*at, "+", color=INK, markersize=10)
    ax.plot(0, 0, "x", color=RED)
    write(ax, 0.1, 0.08, "saddle: the gradient is 0", color=RED)
    write(ax, 1.1, 1.12, "minimum")
    write(ax, -1.1, -1.3, "minimum", ha="right")
    ax.set(xlabel="$w$", ylabel="$v$")
    ax.grid(visible=False)
    return Drawing(
        drawn_figure,
        alt="Contours of the loss of a network with two weights, w and v. "
        "There are two equal minima, at (1, 1) and (−1, −1), and a saddle "
        "between them at 0. Paths from four starts end in either minimum.",
        data={"starts": np.array(starts), "reached": np.array(reached)},
    )


@figure
def error_against_h() -> Drawing:
    """Draw the error of difference quotients over their step."""
    h, forward, central = difference_errors(np.float64)
    _, _, single = difference_errors(np.float32)
    best = (*best_steps(np.float64), best_steps(np.float32)[1])
    drawn_figure, ax = plt.subplots(figsize=(5.0, 3.7))
    curves = [
        ("forward", forward, ORANGE),
        ("central", central, BLUE),
        ("central, 32 bit", single, PURPLE),
    ]
    for (_, error, colour), theory in zip(curves, best, strict=True):
        ax.plot(h, error, color=colour, linewidth=1.5)
        ax.plot(theory, 1e-13, "^", color=colour, markersize=7, clip_on=False)
    write(ax, 2e-7, 3e-6, "forward", color=ORANGE, ha="right")
    write(ax, 1e-4, 1e-10, "central", color=BLUE)
    write(ax, 2e-8, 0.15, "central, in 32 bits", color=PURPLE, ha="right")
    ax.axhline(1e-7, color=MUTED, linewidth=1, linestyle=":")
    write(ax, 1e-15, 1.5e-7, "$10^{-7}$", color=INK, ha="left")
    ax.set(
        xscale="log",
        yscale="log",
        xlabel="step $h$",
        ylabel="relative error of the slope",
        ylim=(1e-13, 3),
    )
    return Drawing(
        drawn_figure,
        alt="Relative error of difference quotients over the step h, each a "
        f"U. Forward: smallest, {forward.min():.0e}, at h = "
        f"{h[forward.argmin()]:.0e}. Central: {central.min():.0e} at "
        f"{h[central.argmin()]:.0e}. In 32 bits, central: "
        f"{single.min():.0e} at {h[single.argmin()]:.0e}. Triangles mark "
        "the best steps by theory: "
        + ", ".join(f"{step:.0e}" for step in best)
        + ".",
        data={
            "h": h,
            "forward": forward,
            "central": central,
            "single": single,
            "best": best,
        },
    )


@figure
def three_paths() -> Drawing:
    """Draw five epochs of the three loops on the same contours."""
    problem = line_fit(0)
    loops = [
        (1, ORANGE, 0.7, (1.0, -1.25)),
        (10, PURPLE, 1.5, (0.95, 0.45)),
        (100, BLUE, 2.4, (-0.75, 0.8)),
    ]
    drawn_figure, ax = plt.subplots(figsize=(5.0, 3.8))
    draw_bowl(ax, problem, (-0.8, 2.6), (-1.6, 1.9))
    paths = {}
    for size, colour, width, at in loops:
        batches = dealt(100, size, 1, np.random.default_rng(0))
        run = descents(problem, batches, BAD_START[None], repeat(0.1))
        steps = [BAD_START, *(W[0] for W in islice(run, 500 // size))]
        paths[size] = np.array(steps)
        # Half of five hundred points show as well how jagged the path is.
        seen = paths[size][:: 2 if size == 1 else 1]
        ax.plot(*seen.T, color=colour, linewidth=width)
        ax.plot(*paths[size][-1], "o", color=colour)
        label = rf"$|B|$ = {size}: {500 // size} updates"
        write(ax, *at, label, color=colour)
    ax.plot(*BAD_START, "o", color=INK)
    ax.set(xlabel="slope $w$", ylabel="intercept $b$")
    losses = {n: float(problem.loss(path[-1])) for n, path in paths.items()}
    return Drawing(
        drawn_figure,
        alt="Five epochs from the same start on the contours of one loss. "
        "The whole batch makes 5 smooth updates and comes to loss "
        f"{losses[100]:.2f}; batches of 10 make 50 updates, slightly "
        f"jagged, to {losses[10]:.2f}; single samples make 500 jagged "
        "updates, reach the minimum and jump about it, at "
        f"{losses[1]:.2f} in the end.",
        data={"paths": paths, "losses": losses},
    )


@figure
def loss_against_updates_and_epochs() -> Drawing:
    """Draw the loss on the digits over updates, and over examples seen."""
    loops: list[tuple[int, int | None, int, str]] = [
        (1, 1, 10, ORANGE),
        (32, 32, 20, PURPLE),
        (1797, None, 150, BLUE),
    ]
    labels = {
        1: [(800, 1.3, "left"), (0.0012, 1.4, "left")],
        32: [(45, 0.85, "left"), (0.15, 0.45, "right")],
        1797: [(1.1, 0.3, "left"), (190, 2.25, "right")],
    }
    drawn_figure, axes = plt.subplots(1, 2, figsize=(5.8, 3.1), sharey=True)
    curves = {}
    for size, batch_size, n_epochs, colour in loops:
        curves[size] = digits.loss_curve(batch_size, n_epochs)
        loss = curves[size][:, 2]
        for k, ax in enumerate(axes):
            ax.plot(curves[size][:, k], loss, color=colour, linewidth=1.4)
            x, y, side = labels[size][k]
            text = rf"$|B|$ = {size}"
            write(ax, x, y, text, color=colour, ha=side)
    for ax in axes:
        ax.axhline(digits.TARGET, color=MUTED, linewidth=1, linestyle=":")
        ax.set(xscale="log", yscale="log", yticks=[0.1, 0.2, 0.5, 1, 2])
        ax.set(yticklabels=["0.1", "0.2", "0.5", "1", "2"])
        ax.minorticks_off()
    axes[0].set(xlabel="updates", ylabel="loss on all digits")
    axes[1].set(xlabel="epochs (1797 examples)")
    first = {
        size: c[np.argmax(c[:, 2] < digits.TARGET)]
        for size, c in curves.items()
    }
    shown = "; ".join(
        f"batches of {size}, {updates:.0f} updates and {epochs:.1f} epochs"
        for size, (updates, epochs, _) in first.items()
    )
    return Drawing(
        drawn_figure,
        alt="Loss on the digits for three batch sizes, left over updates, "
        f"right over epochs. The loss first falls below {digits.TARGET} "
        f"after: {shown}.",
        data={"curves": curves, "first": first},
    )


@figure
def variance_against_batch_size() -> Drawing:
    """Draw the variance of the gradient over the batch size."""
    sizes = [1, 2, 5, 10, 20, 50, 80, 90, 95, 98]
    drawn_figure, ax = plt.subplots(figsize=(5.0, 3.3))
    one = gradient_variance(drawn, 1, seed=0)
    fine = np.geomspace(1, 99.5, 80)
    theory = {"drawn": one / fine, "dealt": one / fine * (100 - fine) / 99}
    data = {}
    for name, batches, colour in [
        ("drawn", drawn, BLUE),
        ("dealt", dealt, ORANGE),
    ]:
        variances = [gradient_variance(batches, n, seed=0) for n in sizes]
        data[name] = np.array(variances)
        ax.plot(sizes, data[name], "o", color=colour, markersize=4.5)
        ax.plot(fine, theory[name], color=colour, linewidth=1.2)
    write(ax, 12, one / 5, "with replacement", color=BLUE)
    write(ax, 3, one / 60, "without replacement", color=ORANGE)
    ax.set(
        xscale="log",
        yscale="log",
        xlabel="batch size $|B|$ of 100 samples",
        ylabel="variance of the gradient",
    )
    ax.minorticks_off()
    return Drawing(
        drawn_figure,
        alt="Variance of the gradient over the batch size, both axes "
        "logarithmic. With replacement it falls along a straight line, from "
        f"{data['drawn'][0]:.0f} at 1 to {data['drawn'][-1]:.2f} at 98. "
        "Without replacement it bends down and vanishes at 100; at 98 it is "
        f"{data['dealt'][-1]:.0e}. Lines show theory, dots the measured.",
        data={"sizes": sizes, **data},
    )


@figure
def noise_floor() -> Drawing:
    """Draw the excess loss of SGD for constant and falling step sizes."""
    problem, exact = line_fit(0), line_fit(0, noise=0.0)
    falling = (0.1 / (1 + t / 100) for t in count())
    runs: list[tuple[str, LineFit, Iterable[float], str, float]] = [
        ("0.1", problem, repeat(0.1), ORANGE, 0.12),
        ("0.02", problem, repeat(0.02), PURPLE, 0.02),
        ("falling", problem, falling, BLUE, 3e-4),
        ("exact", exact, repeat(0.1), GREEN, 1e-5),
    ]
    texts = {
        "0.1": r"$\eta$ = 0.1",
        "0.02": r"$\eta$ = 0.02",
        "falling": r"$\eta$ falls as $1/t$",
        "exact": "a line fits all: $\\eta$ = 0.1",
    }
    updates = np.unique(np.geomspace(1, 5000, 70).astype(int))
    drawn_figure, ax = plt.subplots(figsize=(5.0, 3.5))
    data: dict[str, Array] = {}
    for name, points, lrs, colour, height in runs:
        excess = excess_losses(points, drawn, lrs, 5000, BAD_START, seed=0)
        data[name] = excess.mean(axis=1)[updates - 1]
        ax.plot(updates, data[name], color=colour, linewidth=1.5)
        at = 4 if name == "exact" else 1100
        write(ax, at, height, texts[name], color=colour)
    ax.set(
        xscale="log",
        yscale="log",
        ylim=(1e-6, 3),
        xlabel="updates on one sample",
        ylabel="mean excess loss",
    )
    ax.minorticks_off()
    return Drawing(
        drawn_figure,
        alt="Mean excess loss of 100 runs over the updates. With a step size "
        f"of 0.1 it stays at {data['0.1'][-1]:.2f}, with 0.02 at "
        f"{data['0.02'][-1]:.2f}; with a falling step size it goes on "
        f"down, to {data['falling'][-1]:.0e}. Where a line fits all points, "
        "it vanishes with a constant step size too.",
        data=data,
    )


@figure
def escape_from_the_shallow_valley() -> Drawing:
    """Draw two valleys, and how often which batch size finds the deeper."""
    drawn_figure, (left, right) = plt.subplots(1, 2, figsize=(5.8, 3.0))
    w = np.linspace(-1.75, 1.65, 70)
    left.plot(w, well(w), color=INK)
    found = ends(1, 0.05, 200, seed=0)
    stuck = ends(N_SAMPLES, 0.05, 200, seed=0)
    left.plot(found[::5], well(found[::5]), "o", color=ORANGE, markersize=4)
    left.plot(stuck[0], well(stuck[0]), "s", color=BLUE, markersize=7)
    write(
        left, START, -0.25, "whole\nbatch", color=BLUE, ha="center", va="top"
    )
    write(left, 0.1, 0.15, "single\nsamples", color=ORANGE, ha="center")
    left.set(xlabel="weight $w$", ylabel="loss", ylim=(-0.5, 0.5))
    rates = np.array(
        [0.01, 0.014, 0.02, 0.03, 0.04, 0.055, 0.08, 0.11, 0.15, 0.2]
    )
    data = {}
    for size, colour, at in [
        (1, ORANGE, (0.011, 0.75)),
        (10, PURPLE, (0.06, 0.3)),
        (N_SAMPLES, BLUE, (0.03, -0.075)),
    ]:
        data[size] = np.array(
            [share_that_escapes(size, lr, 200, seed=0) for lr in rates]
        )
        right.plot(rates, data[size], "o-", color=colour, markersize=4)
        write(right, *at, rf"$|B|$ = {size}", color=colour)
    right.set(
        xscale="log",
        xlabel=r"step size $\eta$",
        ylabel="share in the deeper valley",
        ylim=(-0.12, 1),
        xticks=[0.01, 0.03, 0.1, 0.2],
        xticklabels=["0.01", "0.03", "0.1", "0.2"],
    )
    right.minorticks_off()
    return Drawing(
        drawn_figure,
        alt="Left, a loss with a shallow valley, where all runs start, and a "
        "deeper one. On the whole batch every run stays; on single samples "
        "most end in the deeper one. Right, the share that ends there over "
        f"the step size: single samples rise to {data[1].max():.2f} and fall "
        f"to {data[1][-1]:.2f}, batches of 10 reach {data[10].max():.2f} at "
        "larger steps, the whole batch stays at 0.",
        data={"rates": rates, "shares": data, "found": found},
    )
