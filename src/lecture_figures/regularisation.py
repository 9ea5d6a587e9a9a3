"""Figures of the page on regularisation."""

from __future__ import annotations

from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from lecture_code.arrays import Array
from lecture_code.augmentation import (
    add_noise,
    flip,
    random_crops,
    rotate,
    shift,
)
from lecture_code.penalties import soft_threshold
from lecture_experiments.real_data import digits
from lecture_experiments.regularisation import polynomial_fits as polynomials
from lecture_experiments.regularisation import sparse_regression as sparse
from lecture_experiments.regularisation.mislabelled_digits import (
    METHODS,
    N_EPOCHS,
    Method,
    trained,
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
from lecture_figures.shared.dropout_network import draw_network
from lecture_figures.shared.pixels import draw_image

HALO = {"facecolor": PAPER, "edgecolor": "none", "pad": 1, "alpha": 0.8}
FIVE = range(5)
DEGREES = range(16)


def write(ax: Axes, x: float, y: float, text: str, **style: Any) -> None:
    """Write a label that stays legible on lines."""
    style.setdefault("bbox", HALO)
    ax.text(x, y, text, fontsize=9, **style)


def draw_fits(
    ax: Axes, fits: dict[str, tuple[int, float, str]], seed: int
) -> dict[str, Array]:
    """Draw points, the truth and polynomials of (degree, penalty, colour)."""
    x, y = polynomials.training_sets(1, seed)
    ax.plot(x, y[:, 0], "o", color=INK, markersize=3.5)
    grid = polynomials.GRID
    ax.plot(grid, polynomials.truth(grid), ":", color=MUTED, linewidth=1.5)
    drawn = {}
    for name, (degree, penalty, colour) in fits.items():
        fit = polynomials.predictions(degree, penalty, seed, n_sets=1)[:, 0]
        ax.plot(grid, fit, color=colour, linewidth=1.5)
        drawn[name] = fit
    ax.set(xlabel="$x$", ylabel="$y$", ylim=(-2.2, 2.2))
    return drawn


@figure
def error_against_degree() -> Drawing:
    """Draw three fits, and the errors of all degrees."""
    drawn_figure, (left, right) = plt.subplots(1, 2, figsize=(5.8, 3.0))
    draw_fits(
        left,
        {"1": (1, 0, ORANGE), "4": (4, 0, GREEN), "15": (15, 0, RED)},
        seed=0,
    )
    write(left, -0.25, -1.35, "degree 1", color=ORANGE)
    write(left, 0.0, 1.35, "degree 4", color=GREEN, ha="center")
    write(left, -0.85, 1.8, "degree 15", color=RED)
    both = np.array([polynomials.errors(d, 0, seed=0) for d in DEGREES])
    right.plot(DEGREES, both[:, 0], "o-", color=BLUE, markersize=3)
    right.plot(DEGREES, both[:, 1], "o-", color=RED, markersize=3)
    write(right, 6, 0.022, "training", color=BLUE, ha="center")
    write(right, 8.2, 0.24, "validation", color=RED, ha="center")
    right.axhline(polynomials.NOISE**2, color=MUTED, ls=":", linewidth=1)
    right.set(
        yscale="log",
        xlabel="degree",
        ylabel="mean squared error",
        yticks=[0.02, 0.05, 0.1, 0.2, 0.5, 1],
        yticklabels=["0.02", "0.05", "0.1", "0.2", "0.5", "1"],
    )
    right.minorticks_off()
    best = int(np.argmin(both[:, 1]))
    return Drawing(
        drawn_figure,
        alt="Left, twenty points and three polynomials: a line misses the "
        "bends, degree 4 follows the truth, degree 15 runs through the "
        "points and far off at the ends. Right, over the degree, the "
        f"training error falls from {both[0, 0]:.2f} to {both[-1, 0]:.2f}; "
        f"the validation error falls to {both[best, 1]:.2f} at degree "
        f"{best} and rises to {both[-1, 1]:.2f}.",
        data={"training": both[:, 0], "validation": both[:, 1]},
    )


@figure
def bias_and_variance() -> Drawing:
    """Draw squared bias and variance over the degree."""
    parts = np.array(
        [polynomials.bias_and_variance(d, 0, seed=0) for d in DEGREES]
    )
    total = parts.sum(axis=1)
    drawn_figure, ax = plt.subplots(figsize=(5.0, 3.1))
    ax.plot(DEGREES, parts[:, 0], "o-", color=ORANGE, markersize=3.5)
    ax.plot(DEGREES, parts[:, 1], "o-", color=PURPLE, markersize=3.5)
    ax.plot(DEGREES, total, color=INK, linewidth=1.2, linestyle="--")
    write(ax, 6.3, 1e-5, "bias²", color=ORANGE)
    write(ax, 9.5, 0.006, "variance", color=PURPLE)
    write(ax, 7.8, 0.2, "sum", color=INK)
    ax.set(
        yscale="log", ylim=(1e-8, 2), xlabel="degree", ylabel="squared error"
    )
    return Drawing(
        drawn_figure,
        alt="Over the degree, the squared bias falls from "
        f"{parts[0, 0]:.2f} to {parts[-1, 0]:.0e}, the variance rises "
        f"from {parts[0, 1]:.3f} to {parts[-1, 1]:.2f}. Their sum is least "
        f"at degree {int(np.argmin(total))}.",
        data={"bias": parts[:, 0], "variance": parts[:, 1]},
    )


@figure
def smoothed_by_l2() -> Drawing:
    """Draw the fit of degree 15 with three penalties."""
    drawn_figure, ax = plt.subplots(figsize=(5.0, 3.1))
    fits = draw_fits(
        ax,
        {"0": (15, 0, RED), "0.001": (15, 0.001, GREEN), "1": (15, 1, ORANGE)},
        seed=0,
    )
    write(ax, -0.85, 1.8, r"$\lambda$ = 0", color=RED)
    write(ax, 0.3, 1.35, r"$\lambda$ = 0.001", color=GREEN)
    write(ax, -0.55, 0.25, r"$\lambda$ = 1", color=ORANGE, ha="right")
    rough = {k: polynomials.roughness(f[:, None]) for k, f in fits.items()}
    shown = ", ".join(f"{r:.1g} at λ = {k}" for k, r in rough.items())
    return Drawing(
        drawn_figure,
        alt="Polynomials of degree 15 through twenty points. Without a "
        "penalty the curve runs far off at the ends, with a small one it "
        "follows the truth, with a large one it is nearly flat. Sum of "
        f"squared second differences: {shown}.",
        data={"fits": fits, "roughness": rough},
    )


@figure
def shrink_or_stop() -> Drawing:
    """Draw what each penalty makes of one weight."""
    w = np.linspace(-3, 3, 121)
    drawn_figure, ax = plt.subplots(figsize=(5.0, 3.1))
    after = {"L2": w / 2, "L1": soft_threshold(w, 1.0)}
    ax.plot(w, w, color=MUTED, linestyle=":", linewidth=1.2)
    ax.plot(w, after["L2"], color=BLUE)
    ax.plot(w, after["L1"], color=ORANGE)
    write(ax, 2.0, 2.35, "no penalty", color=INK, ha="right")
    write(ax, -2.9, -0.95, "L2: half of it", color=BLUE)
    write(ax, 0.1, -0.55, "L1: 1 less, then 0", color=ORANGE)
    ax.set(xlabel="best weight without a penalty", ylabel="with the penalty")
    zero = w[after["L1"] == 0]
    return Drawing(
        drawn_figure,
        alt="The best weight with a penalty over the one without. With L2 a "
        "straight line through 0, half as steep as without a penalty. With "
        f"L1 exactly 0 from {zero.min():.0f} to {zero.max():.0f}, and beyond "
        "that parallel to the line without a penalty, 1 nearer to 0.",
        data={"w": w, **after},
    )


@figure
def weights_against_penalty() -> Drawing:
    """Draw every weight of the sparse problem over λ."""
    p = sparse.problem(0)
    panels = [
        ("L1", sparse.by_proximal_steps, np.linspace(0, 4, 33)),
        ("L2", sparse.by_l2, np.linspace(0, 4, 33)),
    ]
    drawn_figure, axes = plt.subplots(1, 2, figsize=(5.8, 3.0), sharey=True)
    data = {}
    for ax, (name, solve, penalties) in zip(axes, panels, strict=True):
        path = np.array([solve(p, penalty) for penalty in penalties])
        useful = path[:, : sparse.N_USED]
        ax.plot(penalties, path[:, sparse.N_USED :], color=MUTED, lw=0.8)
        ax.plot(penalties, useful, color=BLUE, linewidth=1.6)
        ax.set(xlabel=r"penalty $\lambda$", title=name)
        data[name] = path
    axes[0].set_ylabel("weight")
    zeros = {k: int(np.sum(path[-1] == 0)) for k, path in data.items()}
    return Drawing(
        drawn_figure,
        alt="Twenty weights over the penalty λ from 0 to 4, five of them "
        "useful. With L1 one after the other reaches 0 and stays: "
        f"{zeros['L1']} are exactly 0 at the end. With L2 all shrink, and "
        f"{zeros['L2']} are exactly 0.",
        data={"penalties": panels[0][2], **data},
    )


@figure
def early_stop() -> Drawing:
    """Draw both losses over the epochs, with the best and the stop."""
    run = trained(METHODS["none"], 0)
    stopped = trained(METHODS["early stopping"], 0)
    epochs = np.arange(1, N_EPOCHS + 1)
    best = int(np.argmin(run.validation_losses)) + 1
    stop = len(stopped.validation_losses)
    drawn_figure, ax = plt.subplots(figsize=(5.0, 3.2))
    ax.plot(epochs, run.train_losses, color=BLUE)
    ax.plot(epochs, run.validation_losses, color=RED)
    ax.axvspan(best, stop, color=MUTED, alpha=0.15, linewidth=0)
    lowest = run.validation_losses[best - 1]
    ax.plot(best, lowest, "o", color=RED)
    ax.axvline(stop, color=INK, linewidth=1, linestyle="--")
    write(ax, 45, 0.75, "training", color=BLUE)
    write(ax, 40, 1.72, "validation", color=RED)
    write(ax, stop + 1, 2.3, "stop", color=INK)
    write(ax, (best + stop) / 2, 0.15, "patience", ha="center", color=INK)
    ax.set(xlabel="epoch", ylabel="cross-entropy", ylim=(0, 2.5))
    return Drawing(
        drawn_figure,
        alt=f"Losses over {N_EPOCHS} epochs. The training loss falls to "
        f"{run.train_losses[-1]:.2f}. The validation loss falls to "
        f"{lowest:.2f} at epoch {best} and rises to "
        f"{run.validation_losses[-1]:.2f}. After 10 epochs of patience, at "
        f"epoch {stop}, training would stop.",
        data={
            "training": run.train_losses,
            "validation": run.validation_losses,
            "best": best,
            "stop": stop,
        },
    )


@figure
def thinned_networks() -> Drawing:
    """Draw a network, and two that masks make of it."""
    rng = np.random.default_rng(5)
    sizes = (3, 6, 6, 2)
    titles = ["evaluation", "one batch", "the next"]
    drawn_figure, axes = plt.subplots(1, 3, figsize=(5.8, 2.5))
    kept = []
    for ax, title in zip(axes, titles, strict=True):
        everyone = [np.ones(n, dtype=bool) for n in sizes]
        if title != titles[0]:
            everyone[1:3] = [rng.random(6) >= 0.5 for _ in range(2)]
        draw_network(ax, everyone)
        ax.set_title(title)
        kept.append([int(layer.sum()) for layer in everyone])
    shown = " and ".join(f"{k[1]} and {k[2]}" for k in kept[1:])
    return Drawing(
        drawn_figure,
        alt="A network with 3 inputs, two hidden layers of 6 units and 2 "
        "outputs, first complete, then twice with random hidden units "
        f"crossed out, {shown} of each 6 being left, without their "
        "connections.",
        data={"kept": kept},
    )


@figure
def dropout_rates() -> Drawing:
    """Draw accuracy and gap over the share that is dropped."""
    shares = [0, 0.2, 0.4, 0.6, 0.8, 0.9]
    drawn_figure, ax = plt.subplots(figsize=(5.0, 3.2))
    data: dict[str, Array] = {}
    curves = [("train", BLUE), ("validation", RED), ("test", GREEN)]
    runs = [[trained(Method(dropout=p), s) for s in range(3)] for p in shares]
    for part, colour in curves:
        values = np.array([[r.accuracy_on(part) for r in q] for q in runs])
        data[part] = np.median(values, axis=1)
        ax.plot(shares, data[part], "o-", color=colour, markersize=4)
    write(ax, 0.08, 0.95, "training labels", color=BLUE)
    write(ax, 0.3, 0.65, "validation labels", color=RED)
    write(ax, 0.55, 0.925, "test, right labels", color=GREEN)
    ax.set(
        xlabel="share of units dropped, $p$",
        ylabel="accuracy",
        ylim=(0.62, 0.98),
    )
    return Drawing(
        drawn_figure,
        alt="Accuracies over the dropout rate, medians of 3 seeds. From no "
        f"dropout to a rate of {shares[-1]}, training falls from "
        f"{data['train'][0]:.2f} to {data['train'][-1]:.2f}, validation "
        f"rises from {data['validation'][0]:.2f} to at most "
        f"{data['validation'].max():.2f}, test from {data['test'][0]:.2f} "
        f"to at most {data['test'].max():.2f}.",
        data={"shares": shares, **data},
    )


def versions(images: Array) -> dict[str, Array]:
    """Return images as they are and changed in five ways."""
    rng = np.random.default_rng(0)
    return {
        "as it is": images,
        "shift": shift(images, 1, 1),
        "rotation": rotate(images, 15),
        "crop": random_crops(images, 6, rng),
        "noise": add_noise(images, 0.15, rng),
        "flip": flip(images),
    }


@figure
def augmented_digits() -> Drawing:
    """Draw three digits in six versions."""
    x, y = digits()
    chosen = [int(np.argmax(y == digit)) for digit in (2, 4, 7)]
    shown = versions(x[chosen].reshape(-1, 8, 8))
    drawn_figure, ax = plt.subplots(figsize=(5.4, 3.0))
    for column, (name, images) in enumerate(shown.items()):
        left = 10 * column
        wrong = name == "flip"
        for row, image in enumerate(images):
            draw_image(ax, image, left, -10 * row)
            ax.add_patch(
                Rectangle(
                    (left, -10 * row - 8),
                    8,
                    8,
                    fill=False,
                    edgecolor=RED if wrong else MUTED,
                    lw=0.8,
                )
            )
        title = "flip: wrong" if wrong else name
        colour = RED if wrong else INK
        ax.text(left + 4, 1, title, ha="center", fontsize=8.5, color=colour)
    ax.set(xlim=(-1, 60), ylim=(-29, 4), aspect="equal")
    ax.axis("off")
    return Drawing(
        drawn_figure,
        alt="The digits 2, 4 and 7 from the data in six versions: as they "
        "are, moved by a pixel, turned by 15 degrees, cropped to 6 by 6 "
        "pixels, with noise, and flipped from left to right, which is marked "
        "as wrong: a flipped 2 looks like no digit.",
        data=shown,
    )


@figure
def all_regularisers() -> Drawing:
    """Draw accuracy and gap of every method, with their spread."""
    drawn_figure, (left, right) = plt.subplots(
        1, 2, figsize=(5.8, 3.2), sharey=True
    )
    data: dict[str, dict[str, Array]] = {}
    for row, (name, method) in enumerate(METHODS.items()):
        runs = [trained(method, seed) for seed in FIVE]
        values = {
            "test": np.array([r.accuracy_on("test") for r in runs]),
            "gap": np.array([r.gap for r in runs]),
        }
        colour = MUTED if name == "none" else BLUE
        for ax, found in zip((left, right), values.values(), strict=True):
            ax.plot([found.min(), found.max()], [row, row], color=colour)
            ax.plot(np.median(found), row, "o", color=colour)
        data[name] = values
    left.set(xlabel="test accuracy", yticks=range(len(METHODS)))
    left.set_yticklabels(list(METHODS))
    left.invert_yaxis()
    right.set(xlabel="gap to validation", xlim=(0, None))
    medians = ", ".join(
        f"{name} {np.median(v['test']):.2f} and {np.median(v['gap']):.2f}"
        for name, v in data.items()
    )
    return Drawing(
        drawn_figure,
        alt="Test accuracy, and gap between training and validation, of "
        "seven ways to train the same network, each with its range over "
        f"five seeds. Medians: {medians}.",
        data=data,
    )
