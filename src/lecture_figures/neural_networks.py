"""Figures of the refresher: neurons, layers, new coordinates, bumps."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes

from lecture_code.activations import identity, relu, sigmoid
from lecture_code.approximation import (
    bump,
    one_hidden_layer,
    step_unit,
    sum_of_bumps,
    tower,
)
from lecture_code.arrays import Array, IntArray
from lecture_code.mlp import MLP
from lecture_code.perceptron import Perceptron
from lecture_code.sawtooth import count_linear_pieces, sawtooth
from lecture_code.toy_data import and_gate, or_gate, xor_gate
from lecture_code.training import accuracy
from lecture_experiments.neural_networks.small_networks import (
    answers,
    bump_error,
    descent_error,
    drawn_lines,
    fitted_to_rings,
    fitted_to_xor,
    new_rings,
    solved_error,
    wavy,
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


def _points(ax: Axes, x: Array, y: IntArray, size: float = 60) -> None:
    """Draw class 0 as blue discs and class 1 as orange squares."""
    for label, colour, marker in ((0, BLUE, "o"), (1, ORANGE, "s")):
        ax.scatter(
            x[y == label, 0],
            x[y == label, 1],
            s=size,
            color=colour,
            marker=marker,
            edgecolors=PAPER,
            linewidths=0.6,
            zorder=3,
        )


def _line(
    ax: Axes, weight: Array, bias: float, reach: float = 9.0, **style: Any
) -> None:
    """Draw w·x + b = 0, clipped by the axes."""
    normal = weight / np.linalg.norm(weight)
    foot = -bias * weight / (weight @ weight)
    along = np.array([-normal[1], normal[0]]) * reach
    ax.plot(*np.stack([foot - along, foot + along]).T, **style)


def _fires(ax: Axes, weight: Array, bias: float) -> None:
    """Shade the side of the line on which w·x + b > 0."""
    ends = [np.linspace(*ax.get_xlim(), 9), np.linspace(*ax.get_ylim(), 9)]
    grid = np.stack(np.meshgrid(*ends), axis=-1)
    ax.contourf(
        *ends,
        grid @ weight + bias,
        levels=[0.0, 1e9],
        colors=[ORANGE],
        alpha=0.14,
    )


def _square(ax: Axes, low: float, high: float, title: str) -> None:
    ax.set(xlim=(low, high), ylim=(low, high), aspect="equal", title=title)


@figure
def lines_on_gates() -> Drawing:
    """AND and OR as learned, and the best of many lines on XOR."""
    drawn, axes = plt.subplots(1, 3, figsize=(5.4, 2.3), sharey=True)
    lines = [_learned(and_gate()), _learned(or_gate()), _best_on_xor()]
    n_right = []
    gates = {"AND": and_gate(), "OR": or_gate(), "XOR": xor_gate()}
    for ax, (w_1, w_2, b), (name, (x, y)) in zip(
        axes, lines, gates.items(), strict=True
    ):
        weight = np.array([w_1, w_2])
        right = (x @ weight + b >= 0) == y
        n_right.append(int(right.sum()))
        _square(ax, -0.45, 1.45, f"{name}: {right.sum()} of 4")
        _fires(ax, weight, b)
        _line(ax, weight, b, color=INK)
        _points(ax, x, y, size=90)
        ax.scatter(*x[~right].T, s=330, facecolors="none", edgecolors=RED)
        ax.set(xticks=[0, 1], yticks=[0, 1], xlabel="$x_1$")
    axes[0].set_ylabel("$x_2$")
    return Drawing(
        drawn,
        alt="Three squares with the four inputs of AND, OR and XOR. The "
        f"learned lines get {n_right[0]} and {n_right[1]} of 4 right; the "
        f"best of many drawn lines gets {n_right[2]} of XOR's 4 right, and "
        "the one it gets wrong is ringed.",
        data={"lines": lines, "n_right": n_right},
    )


def _learned(gate: tuple[Array, IntArray]) -> Array:
    neuron = Perceptron(np.zeros(2))
    neuron.fit(*gate, np.random.default_rng(0), n_epochs=100)
    return np.append(neuron.weight, neuron.bias)


def _best_on_xor() -> Array:
    lines = drawn_lines(10_000, seed=0)
    _, y = xor_gate()
    n_right = (answers(lines) == y[:, None]).sum(axis=0)  # (n_lines,)
    best = lines[n_right == n_right.max()]
    x, _ = xor_gate()
    norms = np.linalg.norm(best[:, :2], axis=1)
    gap = np.abs(x @ best[:, :2].T + best[:, 2]).min(axis=0) / norms
    return np.asarray(best[np.argmax(gap)])  # far from all four points


@figure
def layers_of_an_mlp() -> Drawing:
    """Units and weights of a network of 3, 4, 4 and 2 units."""
    sizes = [3, 4, 4, 2]
    network = MLP(sizes, "relu", np.random.default_rng(0))
    drawn, ax = plt.subplots(figsize=(5.0, 3.0))
    ax.set(xlim=(-0.5, 3.5), ylim=(-2.75, 2.3))
    ax.axis("off")
    weights = network.parameters[::2]
    for layer, weight in enumerate(weights):
        _connect(ax, layer, weight)
        n_out, n_in = weight.shape
        ax.text(
            layer + 0.5,
            -2.15,
            f"$W^{layer + 1}$: {n_out} × {n_in}\n"
            f"({n_in} + 1) · {n_out} = {(n_in + 1) * n_out}",
            ha="center",
            va="center",
            color=MUTED,
        )
    names = ["$h^0 = x$", "$h^1$", "$h^2$", r"$h^3 = \hat{y}$"]
    for layer, (size, name) in enumerate(zip(sizes, names, strict=True)):
        colour = (BLUE, PURPLE, PURPLE, ORANGE)[layer]
        y = _heights(size)
        ax.scatter(
            np.full(size, layer), y, s=260, color=PAPER, ec=colour, lw=2
        )
        ax.text(layer, 2.0, name, ha="center", size=11)
    return Drawing(
        drawn,
        alt="A network in four columns of "
        f"{', '.join(map(str, sizes))} units. Every unit is joined to all "
        "units of the next column. Below each gap stand the shape of the "
        f"weight matrix and its parameters, {network.n_parameters} in all.",
        data={
            "sizes": sizes,
            "weights": weights,
            "n_parameters": network.n_parameters,
            "n_lines": len(ax.lines),
        },
    )


def _heights(size: int) -> Array:
    return np.linspace(size - 1.0, 1.0 - size, size) * 0.475


def _connect(ax: Axes, layer: int, weight: Array) -> None:
    """Draw a line per weight, the thicker the larger it is."""
    n_out, n_in = weight.shape
    for j in range(n_out):
        for i in range(n_in):
            ax.plot(
                [layer, layer + 1],
                [_heights(n_in)[i], _heights(n_out)[j]],
                color=MUTED,
                lw=0.5 + 1.2 * abs(weight[j, i]),
                alpha=0.7,
                zorder=0,
            )


@figure
def xor_in_two_spaces() -> Drawing:
    """Points of XOR before and after a hidden layer of two units."""
    x, y = xor_gate()
    network = fitted_to_xor(2, seed=0)
    h = network.hidden(x)[0]  # (4, 2)
    w_1, b_1, w_2, b_2 = network.parameters
    drawn, (left, right) = plt.subplots(1, 2, figsize=(5.2, 2.7))
    _square(left, -0.5, 1.5, "input space")
    _square(right, -1.25, 1.25, "hidden space")
    for unit in range(2):
        _line(left, w_1[unit], b_1[unit], color=MUTED, ls=(0, (4, 2)))
    _fires(right, w_2[0], b_2[0])
    _line(right, w_2[0], b_2[0], color=INK)
    _points(left, x, y, size=90)
    _points(right, h, y, size=90)
    for ax, points in ((left, x), (right, h)):
        _name_inputs(ax, points)
    left.set(xlabel="$x_1$", ylabel="$x_2$", xticks=[0, 1], yticks=[0, 1])
    right.set(
        xlabel="$h_1$", ylabel="$h_2$", xticks=[-1, 0, 1], yticks=[-1, 0, 1]
    )
    right_share = accuracy(network.forward(x), y)
    return Drawing(
        drawn,
        alt="Left, the four points of XOR in the unit square with the lines "
        "of two hidden units. Right, the same points at the values of "
        f"these units, where one line gets {right_share:.0%} right.",
        data={"h": h, "y": y, "weight": w_2[0], "bias": float(b_2[0])},
    )


def _name_inputs(ax: Axes, points: Array) -> None:
    """Write 00, 01, 10 and 11 beside the points, together where they meet."""
    for here in np.unique(points.round(1), axis=0):
        there = np.abs(points - here).max(axis=1) < 0.1
        names = np.array(["00", "01", "10", "11"])[there]
        ax.annotate(
            ", ".join(names),
            points[there][0],
            xytext=(7, 5),
            textcoords="offset points",
        )


@figure
def rings_in_two_spaces() -> Drawing:
    """Two rings in the plane and seen from the side in hidden space."""
    network = fitted_to_rings([2, 3, 1], seed=1)
    x, y = new_rings(seed=1, n_samples=80)
    h = network.hidden(x)[0]  # (n_samples, 3)
    w_1, b_1, w_2, b_2 = network.parameters
    across, beside = _side_view(h, w_2[0], float(b_2[0]))
    drawn, (left, right) = plt.subplots(1, 2, figsize=(5.2, 2.7))
    _square(left, -2.7, 2.7, "input space")
    ends = np.linspace(-2.7, 2.7, 45)
    grid = np.stack(np.meshgrid(ends, ends), axis=-1).reshape(-1, 2)
    logits = network.forward(grid).reshape(45, 45)
    left.contourf(
        ends, ends, logits, levels=[0, 1e9], colors=[ORANGE], alpha=0.14
    )
    for unit in range(3):
        _line(left, w_1[unit], b_1[unit], color=MUTED, ls=(0, (4, 2)))
    left.set(xlabel="$x_1$", ylabel="$x_2$")
    _points(left, x, y, size=17)
    right.set(title="hidden space, side view", box_aspect=1)
    right.set(xlabel="distance to the plane", ylabel="along the plane")
    right.set(xlim=(-0.9, 0.9), ylim=(-1.8, 1.8))
    right.axvspan(0, 0.9, color=ORANGE, alpha=0.14, lw=0)
    right.axvline(0, color=INK)
    _points(right, np.column_stack([across, beside]), y, size=17)
    right_share = float(np.mean((across > 0) == y))
    return Drawing(
        drawn,
        alt="Left, a blue ring inside an orange one, with the lines of three "
        "hidden units as a triangle around the blue ring. Right, the "
        "same points in the space of these three units, seen along the "
        f"plane of the output neuron: {right_share:.0%} lie on their side.",
        data={"across": across, "y": y, "logits": network.forward(x)[:, 0]},
    )


def _side_view(h: Array, weight: Array, bias: float) -> tuple[Array, Array]:
    """Return the distance of each h to the plane, and where it lies along it.

    Of the directions along the plane it is the one in which h varies most.
    """
    normal = weight / np.linalg.norm(weight)
    across = h @ normal + bias / np.linalg.norm(weight)
    flat = h - np.outer(h @ normal, normal)
    flat -= flat.mean(axis=0)
    direction = np.linalg.svd(flat)[2][0]
    return across, flat @ direction * np.sign(direction[0])


@figure
def straight_without_activation() -> Drawing:
    """Weights with and without ReLU, one to three layers."""
    rng = np.random.default_rng(5)
    x = np.linspace(-2, 2, 81)
    drawn, axes = plt.subplots(1, 2, figsize=(5.2, 2.5), sharey=True)
    colours = (BLUE, GREEN, ORANGE)
    curves: dict[str, list[Array]] = {"identity": [], "relu": []}
    for n_layers, colour in zip((1, 2, 3), colours, strict=True):
        sizes = [1] + [12] * (n_layers - 1) + [1]
        layers = [
            (rng.normal(size=(n, m)) * np.sqrt(2 / m), rng.normal(size=n) / 2)
            for m, n in pairwise(sizes)
        ]
        for ax, phi in zip(axes, (identity, relu), strict=True):
            h = x[:, None]  # (81, 1)
            for W, b in layers[:-1]:
                h = phi(h @ W.T + b)
            y = (h @ layers[-1][0].T + layers[-1][1])[:, 0]
            y = (y - y.mean()) / y.std() + 3.4 * (2 - n_layers)
            curves[phi.__name__].append(y)
            ax.plot(x, y, color=colour)
    plural = ("1 layer", "2 layers", "3 layers")
    for ax, title in zip(axes, ("no activation", "ReLU"), strict=True):
        ax.set(title=title, xlabel="input $x$", xticks=[-2, 0, 2], yticks=[])
        ax.set(xlim=(-2, 2))
    lines = curves["identity"]
    for name, colour, y in zip(plural, colours, lines, strict=True):
        axes[0].annotate(
            name,
            (2, y[-1]),
            xytext=(5, 0),
            textcoords="offset points",
            va="center",
            color=colour,
        )
    axes[0].set_ylabel("output, shifted")
    return Drawing(
        drawn,
        alt="Outputs of networks with one, two and three layers against one "
        "input. Without an activation all three are straight lines; with "
        "ReLU and the same weights one layer is straight, two and three "
        "are bent.",
        data=curves,
    )


@figure
def step_and_bump() -> Drawing:
    """Sigmoids that grow steep, and two that make a bump."""
    x = np.linspace(0, 1, 161)
    drawn, (left, right) = plt.subplots(1, 2, figsize=(5.2, 2.5))
    steps = {}
    places = {10: (0.02, 0.26), 30: (0.56, 0.6), 300: (0.45, 1.06)}
    for steepness, colour in ((10, BLUE), (30, GREEN), (300, ORANGE)):
        w, b = step_unit(0.4, steepness)
        steps[steepness] = sigmoid(w * x + b)
        left.plot(x, steps[steepness], color=colour)
        left.text(*places[steepness], f"$w = {steepness}$", color=colour)
    left.axvline(0.4, color=MUTED, ls=(0, (4, 2)), lw=1)
    left.set(title="one unit: a step at $s = -b/w$", xlabel="$x$")
    left.set(xticks=[0, 0.4, 1], xticklabels=["0", "$s$", "1"])
    left.set(yticks=[0, 0.5, 1], ylim=(-0.15, 1.25))
    w, b, v = bump(0.3, 0.65, 1.0, 200.0)
    both = one_hidden_layer(x, w, b, v)
    for k, colour in enumerate((BLUE, PURPLE)):
        unit = v[k] * sigmoid(w[k] * x + b[k])
        right.plot(x, unit, color=colour, lw=1.2, ls=(0, (4, 2)))
    right.plot(x, both, color=ORANGE, lw=2.4)
    right.text(1.0, 1.1, "$+a$ at $s_1$", color=BLUE, ha="right")
    right.text(0.6, -0.85, "$-a$ at $s_2$", color=PURPLE, ha="right")
    right.text(0.475, 0.45, "sum", color=ORANGE, ha="center")
    right.set(title="two units: a bump", xlabel="$x$", ylim=(-1.25, 1.4))
    right.set(xticks=[0.3, 0.65], xticklabels=["$s_1$", "$s_2$"])
    right.set(yticks=[-1, 0, 1], yticklabels=["$-a$", "0", "$a$"])
    return Drawing(
        drawn,
        alt="Left, three sigmoids that all pass through one half at s; with "
        "growing weight they turn into a step. Right, a step up at s1 and a "
        "step down at s2 add up to a bump between them.",
        data={"x": x, "steps": steps, "bump": both},
    )


@figure
def bumps_on_a_curve() -> Drawing:
    """Five and twenty bumps on the same curve."""
    x = np.linspace(0, 1, 241)
    drawn, axes = plt.subplots(1, 2, figsize=(5.2, 2.5), sharey=True)
    built, errors = {}, {}
    for ax, n_bumps in zip(axes, (5, 20), strict=True):
        built[n_bumps] = one_hidden_layer(
            x, *sum_of_bumps(wavy, 0.0, 1.0, n_bumps)
        )
        errors[n_bumps] = bump_error(n_bumps)
        ax.fill_between(x, 0, built[n_bumps], color=ORANGE, alpha=0.14, lw=0)
        ax.plot(x, built[n_bumps], color=ORANGE, lw=1.5)
        ax.plot(x[::2], wavy(x[::2]), color=BLUE)
        ax.set(title=f"{n_bumps} bumps, {2 * n_bumps} units", xlabel="$x$")
        ax.set(xticks=[0, 0.5, 1], yticks=[-1, 0, 1], xlim=(0, 1))
    axes[0].text(0.05, -0.6, "curve $f$", color=BLUE)
    axes[0].text(0.05, -0.95, "bumps $F$", color=ORANGE)
    return Drawing(
        drawn,
        alt="A wavy curve and the sum of bumps that follows it. "
        + "; ".join(
            f"with {n} bumps the largest error is {error:.2f}"
            for n, error in errors.items()
        )
        + ".",
        data={"x": x, "built": built, "errors": errors},
    )


@figure
def error_against_units() -> Drawing:
    """Largest error of built and of trained networks of the same width."""
    n_units = [10, 20, 40, 80, 160, 320]
    widths = {"gradient descent": [10, 40, 80], "solved": n_units[:4]}
    built = [bump_error(n // 2) for n in n_units]
    trained = {
        name: np.array([[fit(n, s) for s in range(3)] for n in widths[name]])
        for name, fit in (
            ("gradient descent", descent_error),
            ("solved", solved_error),
        )
    }
    drawn, ax = plt.subplots(figsize=(5.0, 3.2))
    ax.loglog(n_units, built, color=ORANGE, marker="s", ms=5)
    for (name, errors), colour, marker in zip(
        trained.items(), (BLUE, GREEN), "o^", strict=True
    ):
        middle = np.median(errors, axis=1)
        ends = np.abs(np.stack([errors.min(1), errors.max(1)]) - middle)
        ax.errorbar(
            widths[name], middle, ends, color=colour, marker=marker, ms=5
        )
        ax.text(92, middle[-1], name, color=colour, va="center")
    ax.text(215, built[4] * 1.2, "built", color=ORANGE)
    ax.set(xlabel="hidden units", ylabel="largest error", ylim=(2e-5, 4))
    ax.set_xticks(n_units, map(str, n_units))
    ax.set_xticks([], minor=True)
    ax.set_yticks([1e-4, 0.01, 1], ["0.0001", "0.01", "1"])
    ax.grid(visible=False, which="minor")
    return Drawing(
        drawn,
        alt="Largest error against hidden units, both logarithmic. Built of "
        f"bumps it falls in a straight line from {built[0]:.2f} to "
        f"{built[-1]:.2f}. Gradient descent stays near "
        f"{np.median(trained['gradient descent']):.1f} at every width. With "
        "random hidden units and solved output weights it falls to "
        f"{np.median(trained['solved'][-1]):.4f}.",
        data={
            "n_units": n_units,
            "built": built,
            "widths": widths,
            "trained": trained,
        },
    )


@figure
def zigzag_of_depth() -> Drawing:
    """Folding: the zigzag of each depth, and pieces against units."""
    x = np.linspace(0, 1, 257)
    drawn, (left, right) = plt.subplots(1, 2, figsize=(5.2, 2.7))
    for n_layers, colour in ((1, BLUE), (2, GREEN), (3, ORANGE)):
        shift = 1.45 * (3 - n_layers)
        left.plot(x[::16], sawtooth(x, n_layers)[::16] + shift, color=colour)
        left.text(1.03, 0.5 + shift, f"$k = {n_layers}$", color=colour)
    left.set(title="after $k$ layers of two units", xlabel="$x$", yticks=[])
    left.set(xticks=[0, 1], xlim=(0, 1))
    fine = np.linspace(0, 1, 2**13 + 1)
    depths = np.arange(1, 10)
    pieces = [count_linear_pieces(sawtooth(fine, int(k))) for k in depths]
    right.semilogy(2 * depths, pieces, color=ORANGE, marker="s", ms=4)
    wide = np.arange(2, 19, 2)
    right.semilogy(wide, wide + 1, color=BLUE, marker="o", ms=4)
    right.text(13.2, 260, "deep", color=ORANGE, ha="right")
    right.text(13.2, 7, "one layer", color=BLUE)
    right.set(title="straight pieces", xlabel="hidden units")
    right.set(xticks=[2, 6, 10, 14, 18])
    right.set_yticks([1, 10, 100], ["1", "10", "100"])
    right.grid(visible=False, which="minor")
    return Drawing(
        drawn,
        alt="Left, zigzags of one, two and four teeth after one, two and "
        "three layers of two units. Right, straight pieces against hidden "
        f"units: deep networks reach {pieces[-1]} with {2 * depths[-1]} "
        f"units, one layer reaches {wide[-1] + 1}.",
        data={"depths": depths, "pieces": pieces, "wide": wide},
    )


@figure
def cross_and_tower() -> Drawing:
    """Two bumps add up to a cross; a threshold leaves the tower."""
    ends = np.linspace(0, 1, 101)
    x = np.stack(np.meshgrid(ends, ends), axis=-1).reshape(-1, 2)
    low, high = np.full(2, 0.3), np.full(2, 0.7)
    along = one_hidden_layer(ends, *bump(0.3, 0.7, 1.0, 200.0))
    cross = np.add.outer(along, along)
    built = tower(x, low, high, 200.0).reshape(101, 101)
    drawn, axes = plt.subplots(1, 2, figsize=(5.2, 2.7), sharey=True)
    titles = ("one hidden layer: a cross", "one unit more: a tower")
    for ax, height, title in zip(axes, (cross, built), titles, strict=True):
        for level, alpha in ((0.5, 0.2), (1.5, 0.5)):
            if height.max() > level:
                ax.contourf(
                    ends,
                    ends,
                    height,
                    levels=[level, 9.0],
                    colors=[ORANGE],
                    alpha=alpha,
                )
        _square(ax, 0, 1, title)
        ax.set(xlabel="$x_1$", xticks=[0, 0.3, 0.7, 1])
        ax.set(yticks=[0, 0.3, 0.7, 1])
        for place in ((0.5, 0.5), (0.5, 0.85), (0.15, 0.15)):
            row, column = (round(100 * p) for p in reversed(place))
            ax.text(
                *place, f"{height[row, column]:.0f}", ha="center", va="center"
            )
    axes[0].set_ylabel("$x_2$")
    return Drawing(
        drawn,
        alt="The unit square from above. Left, the sum of two bumps: 2 on "
        "the square in the middle, 1 on four arms, 0 in the corners. "
        "Right, after a threshold at one and a half: 1 in the middle, 0 "
        "everywhere else.",
        data={"cross": cross[::10, ::10], "tower": built[::10, ::10]},
    )
