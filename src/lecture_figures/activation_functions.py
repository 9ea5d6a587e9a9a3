"""Figures of the page on activation functions."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from lecture_code.activations import ACTIVATIONS, leaky_relu
from lecture_code.arrays import Array
from lecture_code.initialisers import kaiming_normal, xavier_normal
from lecture_code.maxout import Maxout
from lecture_experiments.activation_functions.dying_units import dead_share
from lecture_experiments.activation_functions.gated_networks import GATES
from lecture_experiments.activation_functions.gradients_by_activation import (
    gradient_by_layer,
)
from lecture_experiments.activation_functions.networks_by_activation import (
    DEEP,
    SHALLOW,
    WIDE_SIGMOID,
    at_best,
    train_to_target,
)
from lecture_experiments.activation_functions.signs_of_gradients import (
    GOAL,
    START,
    walks,
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

SATURATED = 0.01  # slopes below this one are called saturated
TITLES = {
    "sigmoid": "Sigmoid",
    "wide_sigmoid": "Sigmoid, wide",
    "tanh": "Tanh",
    "relu": "ReLU",
    "leaky_relu": "Leaky ReLU",
    "prelu": "PReLU",
    "elu": "ELU",
    "maxout": "Maxout",
}


def plane() -> tuple[Figure, Axes, Array]:
    """Return the axes that all activations are drawn on, and inputs."""
    drawn, ax = plt.subplots(figsize=(5.0, 2.7))
    ax.set(xlim=(-8, 8), ylim=(-1.6, 3.2), xlabel="input z")
    ax.axhline(0, color=MUTED, lw=0.8)
    return drawn, ax, np.linspace(-8, 8, 161)


def label(ax: Axes, z: float, y: float, text: str, colour: str) -> None:
    """Write beside a curve."""
    ax.text(z, y, text, color=colour, ha="center", va="center")


def with_slope(
    name: str, places: tuple[tuple[float, float], tuple[float, float]]
) -> Drawing:
    """Draw an activation and its slope, and shade where it is saturated.

    Parameters
    ----------
    name : str
        A key of `ACTIVATIONS`.
    places : pair of points
        Where the labels of the function and of its slope stand.
    """
    drawn, ax, z = plane()
    function, derivative = ACTIVATIONS[name]
    y, slope = function(z), derivative(z)
    ax.plot(z, y, color=BLUE)
    ax.plot(z, slope, color=ORANGE, ls="--")
    label(ax, *places[0], TITLES[name], BLUE)
    label(ax, *places[1], "slope", ORANGE)
    flat = slope < SATURATED
    ax.fill_between(z, -1.6, 3.2, where=flat, color=MUTED, alpha=0.18, lw=0)
    sides = [
        f"{side} z = {edge:.1f}"
        for side, edge in (
            ("below", z[(z < 0) & flat].max(initial=-9)),
            ("above", z[(z > 0) & flat].min(initial=9)),
        )
        if abs(edge) < 9
    ]
    return Drawing(
        drawn,
        alt=f"{TITLES[name]} from {y[0]:.2g} at z = −8 to {y[-1]:.2g} at "
        f"z = 8; its slope is {slope.max():.2g} at most. It is saturated "
        f"{' and '.join(sides) or 'nowhere'}.".replace("-", "−"),
        data={
            "z": z.tolist(),
            "saturated": z[flat].tolist(),
            "slope": slope.tolist(),
        },
    )


@figure
def sigmoid_and_slope() -> Drawing:
    """Draw the sigmoid."""
    return with_slope("sigmoid", ((3.4, 1.3), (0, -0.4)))


@figure
def tanh_and_slope() -> Drawing:
    """Draw tanh."""
    return with_slope("tanh", ((3.4, 1.35), (-1.9, 0.7)))


@figure
def relu_and_slope() -> Drawing:
    """Draw ReLU."""
    return with_slope("relu", ((1.0, 2.4), (5, 0.65)))


@figure
def leaky_relu_and_slope() -> Drawing:
    """Draw Leaky ReLU."""
    return with_slope("leaky_relu", ((0.6, 2.4), (5, 0.65)))


@figure
def elu_and_slope() -> Drawing:
    """Draw ELU."""
    return with_slope("elu", ((1.0, 2.4), (5, 0.65)))


@figure
def gelu_and_silu() -> Drawing:
    """Draw GELU and SiLU with their slopes, and ReLU."""
    drawn, ax, z = plane()
    ax.plot(z, np.maximum(0, z), ":", color=MUTED)
    data = {}
    for name, colour, place in (
        ("gelu", BLUE, (3.2, 2.0)),
        ("silu", PURPLE, (-3.2, -0.75)),
    ):
        function, slope = GATES[name]
        ax.plot(z, function(z), color=colour)
        ax.plot(z, slope(z), "--", color=colour, lw=1.2)
        label(ax, *place, {"gelu": "GELU", "silu": "SiLU"}[name], colour)
        data[name] = {"y": function(z), "slope": slope(z)}
    label(ax, 5, 0.75, "slopes", INK)
    least = {name: drawn_["y"].min() for name, drawn_ in data.items()}
    return Drawing(
        drawn,
        alt="GELU and SiLU over inputs from −8 to 8, beside ReLU. Both dip "
        f"below 0, to {least['gelu']:.2f} and {least['silu']:.2f}, and are "
        "near ReLU far from 0. Their slopes pass a little below 0 and a "
        "little above 1.".replace("-", "−"),
        data={"z": z, **data},
    )


@figure
def prelu_slopes() -> Drawing:
    """Draw PReLU with several slopes, and where max(αx, x) differs."""
    drawn, ax, z = plane()
    slopes = {-0.25: GREEN, 0.25: BLUE, 1.0: INK, 2.0: PURPLE}
    places = ((-6.5, 2.1), (-6.5, -1.2), (-2.2, -1.35), (0.6, -1.2))
    for (alpha, colour), place in zip(slopes.items(), places, strict=True):
        ax.plot(z[z <= 0], alpha * z[z <= 0], color=colour)
        label(ax, *place, f"α = {alpha:g}".replace("-", "−"), colour)
    ax.plot(z[z >= 0], z[z >= 0], color=BLUE)
    ax.plot(z[z >= 0], 2 * z[z >= 0], color=RED, ls="--")
    label(ax, 4.8, 0.9, "PReLU, any α", BLUE)
    label(ax, -2.0, 2.7, "max(2z, z)", RED)
    data = {a: float(leaky_relu(np.array(-1.0), a)) for a in slopes}
    told = ", ".join(f"{y:g} for α = {a:g}" for a, y in data.items())
    return Drawing(
        drawn,
        alt=f"Lines that meet at 0. At z = −1 the output is {told}. Above 0 "
        "all are the line of slope 1, but max(2z, z) has slope 2.".replace(
            "-", "−"
        ),
        data={"at_minus_one": data},
    )


def unit_of(lines: list[tuple[float, float]]) -> Maxout:
    """Return a Maxout unit of one input, from slopes and intercepts."""
    unit = Maxout(1, 1, len(lines), np.random.default_rng(0))
    unit.weight[:, 0, 0], unit.bias[:, 0] = zip(*lines, strict=True)
    return unit


@figure
def maxout_and_slope() -> Drawing:
    """Draw a Maxout unit of three lines, and its slope."""
    drawn, ax, z = plane()
    unit = unit_of([(-0.4, -0.6), (0.2, 0.0), (0.9, -1.9)])
    y = unit.forward(z[:, None])[:, 0]
    slope = unit.backward(np.ones((len(z), 1)))[:, 0]
    for w, b in zip(unit.weight[:, 0, 0], unit.bias[:, 0], strict=True):
        ax.plot(z, w * z + b, color=MUTED, lw=1)
    ax.plot(z, y, color=BLUE)
    ax.step(z, slope, color=ORANGE, ls="--", where="mid")
    label(ax, -4.6, 2.2, "Maxout", BLUE)
    label(ax, 6.4, 0.6, "slope", ORANGE)
    return Drawing(
        drawn,
        alt="Three lines and the highest of them at each input; its slope is "
        f"{', '.join(f'{s:g}' for s in np.unique(slope))} in turn.".replace(
            "-", "−"
        ),
        data={"slope": slope.tolist(), "y": y.tolist()},
    )


@figure
def maxout_of_a_convex_function() -> Drawing:
    """Draw |x| and x² with the pieces of Maxout units."""
    drawn, axes = plt.subplots(1, 2, figsize=(5.6, 2.7), sharey=True)
    x = np.linspace(-1, 1, 81)
    touch = np.array([-0.75, -0.25, 0.25, 0.75])
    lines = [(2 * t, 1 / 32 - t**2) for t in touch]
    data = {}
    for ax, title, shape, unit in (
        (axes[0], "|x|, 2 pieces", np.abs(x), unit_of([(-1, 0), (1, 0)])),
        (axes[1], "x², 4 pieces", x**2, unit_of(lines)),
    ):
        y = unit.forward(x[:, None])[:, 0]
        ax.plot(x, shape, color=ORANGE, lw=4, alpha=0.45)
        for w, b in zip(unit.weight[:, 0, 0], unit.bias[:, 0], strict=True):
            ax.plot(x, w * x + b, color=MUTED, lw=0.9)
        ax.plot(x, y, color=BLUE)
        ax.set(title=title, ylim=(-0.5, 1.15), xlabel="x")
        data[title] = float(np.max(np.abs(y - shape)))
    told = ", ".join(f"{t}: {e:.2g}" for t, e in data.items())
    return Drawing(
        drawn,
        alt=f"Lines whose maximum follows a curve. Largest errors: {told}.",
        data={"errors": data},
    )


@figure
def gradient_through_layers() -> Drawing:
    """Draw what is left of a gradient after each of ten layers."""
    drawn, ax = plt.subplots(figsize=(5.0, 3.0))
    data = {}
    for name, draw, colour, lift in (
        ("relu", kaiming_normal, GREEN, 6.0),
        ("tanh", xavier_normal, BLUE, 0.12),
        ("sigmoid", xavier_normal, ORANGE, 8.0),
    ):
        runs = [gradient_by_layer(name, draw, seed) for seed in range(5)]
        middle = np.median(runs, axis=0)
        data[name] = middle.tolist()
        ax.fill_between(
            range(11),
            np.min(runs, 0),
            np.max(runs, 0),
            color=colour,
            alpha=0.2,
        )
        ax.semilogy(middle, color=colour)
        label(ax, 7, middle[7] * lift, TITLES[name], colour)
    bound = 0.25 ** np.arange(11)
    ax.semilogy(bound, color=MUTED, ls=":")
    label(ax, 5.2, bound[6] * 0.1, r"$4^{-k}$", MUTED)
    ax.set(xlabel="layers on the way back, k", ylabel="what is left")
    ax.set(ylim=(1e-7, 30))
    told = ", ".join(f"{v[-1]:.1e} for {TITLES[n]}" for n, v in data.items())
    return Drawing(
        drawn,
        alt="The size of the gradient, on a logarithmic scale, against the "
        f"layers it has gone back. After ten it is {told}.",
        data=data,
    )


@figure
def paths_of_weights() -> Drawing:
    """Draw the weights of a unit on their way to the goal."""
    drawn, axes = plt.subplots(1, 2, figsize=(5.6, 3.0), sharey=True)
    detours = {}
    for ax, centred, title, colour in (
        (axes[0], False, "positive inputs", ORANGE),
        (axes[1], True, "inputs of mean 0", BLUE),
    ):
        path = walks(centred, 2.0, 1)[:40, 0]
        ax.plot(*path.T, "o-", color=colour, ms=2.5, lw=1)
        ax.plot(*START, "o", color=INK)
        ax.plot(*GOAL, "*", color=GREEN, ms=11)
        ax.set(title=title, xlabel="$w_1$")
        ax.set(xlim=(-2.6, 2.6), ylim=(-2.6, 2.6))
        lengths = np.linalg.norm(np.diff(path, axis=0), axis=1)
        straight = np.linalg.norm(GOAL - START)
        detours[title] = float(lengths.sum() / straight)
    axes[0].set_ylabel("$w_2$")
    told = ", ".join(f"{d:.1f} with {t}" for t, d in detours.items())
    return Drawing(
        drawn,
        alt="Two paths of two weights from the same start to the same goal, "
        f"as many times as long as the straight way: {told}.",
        data={"detours": detours},
    )


@figure
def dead_units() -> Drawing:
    """Draw the share of dead units against the step size."""
    drawn, ax = plt.subplots(figsize=(5.0, 3.0))
    steps = [2.0**k for k in range(-4, 3)]
    data = {}
    for title, name, bias, colour, at in (
        ("ReLU", "relu", 0.0, ORANGE, (0.72, 0.62)),
        ("ReLU, bias 0.01", "relu", 0.01, PURPLE, (2.0, 0.33)),
        ("Leaky ReLU", "leaky_relu", 0.0, GREEN, (2.0, 0.06)),
    ):
        runs = np.array(
            [[dead_share(name, lr, s, bias) for lr in steps] for s in range(5)]
        )
        data[title] = np.median(runs, axis=0).tolist()
        ax.fill_between(
            steps, runs.min(axis=0), runs.max(axis=0), color=colour, alpha=0.15
        )
        ax.plot(steps, data[title], "o-", color=colour, ms=4)
        label(ax, *at, title, colour)
    ax.set(xscale="log", xlabel="step size η", ylabel="share of dead units")
    ax.set(xticks=steps, xticklabels=[f"{lr:.4g}" for lr in steps])
    ax.minorticks_off()
    told = "; ".join(
        f"{title} {', '.join(f'{v:.0%}' for v in values)}"
        for title, values in data.items()
    )
    return Drawing(
        drawn,
        alt="Median share of dead units for the step sizes "
        f"{', '.join(f'{lr:g}' for lr in steps)}: {told}.",
        data={"steps": steps, "shares": data},
    )


@figure
def epochs_by_step_size() -> Drawing:
    """Draw how long training takes with each step size of the grid."""
    drawn, axes = plt.subplots(1, 2, figsize=(5.7, 3.0), sharey=True)
    data: dict[str, dict[str, list[float]]] = {}
    for ax, title, n_hidden, powers in (
        (axes[0], "1 hidden layer", SHALLOW, range(-3, 4)),
        (axes[1], "4 hidden layers", DEEP, range(-4, 1)),
    ):
        steps = [2.0**k for k in powers]
        data[title] = {}
        for name, colour, marker in (
            ("sigmoid", ORANGE, "s"),
            ("tanh", BLUE, "o"),
            ("relu", GREEN, "^"),
        ):
            if (name, n_hidden) == ("sigmoid", DEEP):
                continue  # it never gets there, as a test shows
            epochs = median_epochs(name, n_hidden, steps)
            data[title][name] = epochs
            ax.plot(steps, epochs, color=colour, marker=marker, ms=5)
        ax.set(title=title, xscale="log", xlabel="step size η", ylim=(0, 21))
        ax.set(xlim=(0.05, 10), xticks=[0.1, 1, 10])
        ax.set_xticklabels(["0.1", "1", "10"])
        ax.minorticks_off()
    label(axes[0], 3.2, 14.5, "Sigmoid", ORANGE)
    label(axes[0], 0.9, 2.6, "Tanh", BLUE)
    label(axes[0], 0.16, 12.0, "ReLU", GREEN)
    label(axes[1], 0.62, 4.0, "Tanh", BLUE)
    label(axes[1], 0.1, 7.6, "ReLU", GREEN)
    label(axes[1], 2.8, 18.5, "Sigmoid:\nnever", ORANGE)
    axes[0].set_ylabel("epochs to a loss of 0.1")
    told = "; ".join(
        f"{title}: "
        + ", ".join(f"{TITLES[n]} {min(e):.1f}" for n, e in by_name.items())
        for title, by_name in data.items()
    )
    return Drawing(
        drawn,
        alt="Epochs to a training loss of 0.1 against the step size. The "
        f"fewest are, with {told}. The deep sigmoid never gets there.",
        data={"epochs": data},
    )


def median_epochs(name: str, n_hidden: int, steps: list[float]) -> list[float]:
    """Return the median over three seeds, infinite if one half fails."""
    return [
        float(
            np.median(
                [
                    train_to_target(name, n_hidden, lr, seed).epochs
                    for seed in range(3)
                ]
            )
        )
        for lr in steps
    ]


@figure
def comparison() -> Drawing:
    """Draw epochs and accuracy of all activations, with their spread."""
    drawn, axes = plt.subplots(1, 2, figsize=(5.7, 3.0), sharey=True)
    names = ["tanh", "relu", "leaky_relu", "prelu", "elu", "maxout"]
    names.append(WIDE_SIGMOID)
    runs = {n: [at_best(n, DEEP, s) for s in range(5)] for n in names}
    epochs = {n: [run.epochs for run in runs[n]] for n in names}
    right = {n: [100 * run.accuracy() for run in runs[n]] for n in names}
    draw_spread(axes[0], epochs, "epochs to a loss of 0.1")
    draw_spread(axes[1], right, "test accuracy, %")
    axes[0].set(yticks=range(len(names)), ylim=(len(names) - 0.5, -0.5))
    axes[0].set_yticklabels([TITLES[n] for n in names])
    axes[0].set_xlim(0, 14)
    told = ", ".join(
        f"{TITLES[n]} {np.median(epochs[n]):.1f} epochs and "
        f"{np.median(right[n]):.1f} %"
        for n in names
    )
    return Drawing(
        drawn,
        alt=f"Five runs of each activation as dots, medians: {told}.",
        data={"epochs": epochs, "accuracy": right},
    )


def draw_spread(ax: Axes, runs: dict[str, list[float]], title: str) -> None:
    """Draw each run as a dot and the median as a line, a row for each."""
    for row, values in enumerate(runs.values()):
        ax.hlines(row, min(values), max(values), color=MUTED, lw=1)
        ax.plot(values, [row] * len(values), "o", color=BLUE, ms=4, alpha=0.7)
        ax.plot(np.median(values), row, "|", color=ORANGE, ms=15, mew=2.5)
    ax.set_xlabel(title)
    ax.tick_params(axis="y", length=0)
