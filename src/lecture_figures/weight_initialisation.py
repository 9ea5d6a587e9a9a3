"""Figures of the page on weight initialisation."""

from __future__ import annotations

from dataclasses import replace

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes

from lecture_code.arrays import Array
from lecture_code.initialisers import constant, normal
from lecture_experiments.weight_initialisation import deep_digits
from lecture_experiments.weight_initialisation.equal_units import (
    n_distinct,
    tracks,
)
from lecture_experiments.weight_initialisation.signal_through_layers import (
    KAIMING,
    LARGER,
    N_LAYERS,
    SETTINGS,
    SMALL,
    WIDTH,
    XAVIER,
    XAVIER_RELU,
    ZERO,
    Setting,
    Signal,
    through_layers,
)
from lecture_experiments.weight_initialisation.variance_of_sums import sums
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

N_BINS = 41
COLOURS = dict(
    zip(SETTINGS, (MUTED, BLUE, RED, GREEN, ORANGE, PURPLE), strict=True)
)


@figure
def units_stay_equal() -> Drawing:
    """Draw the weights of eight units on their way, from two starts."""
    drawn, axes = plt.subplots(1, 2, figsize=(5.0, 2.9), sharey=True)
    starts = {"all equal": constant(0.5), "random": normal(0.5)}
    data = {}
    for ax, (name, start) in zip(axes, starts.items(), strict=True):
        path = tracks(start)
        data[name] = [n_distinct(weights) for weights in path]
        for unit in range(path.shape[1]):
            ax.plot(*path[::4, unit].T, color=BLUE, lw=1.2)
        ax.plot(*path[0].T, "o", color=INK, ms=4)
        ax.plot(*path[-1].T, "o", color=ORANGE, ms=6)
        ax.set_title(f"{name}: {data[name][-1]} of 8 differ", loc="left")
        ax.set(xlabel="first weight", xlim=(-1.6, 3.1), ylim=(-1.2, 1))
    axes[0].set_ylabel("second weight")
    return Drawing(
        drawn,
        alt="The two weights of each of eight hidden units during training. "
        f"From equal weights they move as {data['all equal'][-1]} dot, from "
        f"random weights to {data['random'][-1]} different places.",
        data={"distinct": data},
    )


def draw_histogram(
    ax: Axes, values: Array, limit: float, low: float, colour: str
) -> None:
    """Draw how often which value occurs; exact zeros are left out."""
    others = values[values != 0]
    if others.size:
        counts, edges = np.histogram(others, N_BINS, (low * limit, limit))
        heights = counts / max(1, counts.max())
        ax.stairs(heights, edges, fill=True, color=colour, alpha=0.8)
    else:
        ax.plot([0, 0], [0, 1], color=colour, lw=3)
    ax.set(xlim=(low * limit, limit), ylim=(0, 1.08), yticks=[])
    ax.grid(visible=False)
    ax.spines["left"].set_visible(False)


def short(value: float) -> str:
    """Return a number with two digits that matter."""
    return f"{value:.2g}".replace("-", "−") if value else "0"


def histograms(setting: Setting) -> Drawing:
    """Draw what the six layers hold, and the gradients on their weights."""
    # All that is zero is zero at any width.
    width = 64 if setting is ZERO else WIDTH
    signal = through_layers(setting, seed=0, width=width)
    drawn, axes = plt.subplots(4, 3, figsize=(5.0, 5.9))
    gradients = signal.some_weight_gradients(32)
    shown = (signal.hidden[1:], gradients)
    rectified = setting.activation == "relu"
    limits = (4.0 if rectified else 1.0, gradient_limit(gradients))
    for row, colour in enumerate((BLUE, ORANGE)):
        for k, values in enumerate(shown[row]):
            ax = axes[2 * row + k // 3, k % 3]
            low = 0.0 if rectified and row == 0 else -1.0
            draw_histogram(ax, values, limits[row], low, colour)
            ax.set_title(f"gradient on $W^{k + 1}$" if row else f"$h^{k + 1}$")
            size = signal.weight_gradients[k]
            ax.set_xlabel(f"rms {short(size)}" if row else told_of(values))
    return Drawing(
        drawn,
        alt=alt_of(signal),
        data={
            "std": signal.stds.tolist(),
            "saturated": signal.saturated.tolist(),
            "gradients": signal.weight_gradients.tolist(),
        },
    )


def gradient_limit(gradients: list[Array]) -> float:
    """Return a round number that nearly all gradients are within."""
    widest = 3 * max(float(g.std()) for g in gradients)
    return float(f"{widest:.0e}") or 1.0


def told_of(values: Array) -> str:
    """Return mean and spread, as they stand under a histogram."""
    mean = 0.0 if abs(values.mean()) < 0.02 else values.mean()
    return f"mean {short(mean)}\nstd {short(values.std())}"


def alt_of(signal: Signal) -> str:
    """Say what the histograms show."""
    stds = ", ".join(short(s) for s in signal.stds)
    gradients = ", ".join(short(g) for g in signal.weight_gradients)
    return (
        "Histograms of the units of six layers, with the standard deviations "
        f"{stds}, and of the gradients on their weights, with the root mean "
        f"squares {gradients}."
    )


@figure
def histograms_zero() -> Drawing:
    """Draw the layers that start at zero."""
    return histograms(ZERO)


@figure
def histograms_small() -> Drawing:
    """Draw the layers that start with small weights."""
    return histograms(SMALL)


@figure
def histograms_larger() -> Drawing:
    """Draw the layers that start with larger weights."""
    return histograms(LARGER)


@figure
def histograms_xavier() -> Drawing:
    """Draw the tanh layers that start with Xavier's weights."""
    return histograms(XAVIER)


@figure
def histograms_xavier_relu() -> Drawing:
    """Draw the ReLU layers that start with Xavier's weights."""
    return histograms(XAVIER_RELU)


@figure
def histograms_kaiming() -> Drawing:
    """Draw the ReLU layers that start with Kaiming's weights."""
    return histograms(KAIMING)


def narrowed(setting: Setting) -> Setting:
    """Return the same scale for 1024 units; only the scale matters."""
    return replace(setting, std=setting.std * (WIDTH / 1024) ** 0.5)


@figure
def all_settings() -> Drawing:
    """Draw the size of units and of weight gradients, layer by layer."""
    drawn, axes = plt.subplots(2, 1, figsize=(5.0, 5.6), sharex=True)
    layers = np.arange(1, N_LAYERS + 1)
    data = {}
    for setting, colour in COLOURS.items():
        if setting is ZERO:
            continue  # has no place on a logarithmic scale
        signal = through_layers(narrowed(setting), seed=0, width=1024)
        sizes = [np.sqrt(np.mean(h**2)) for h in signal.hidden[1:]]
        data[setting.name] = [sizes, signal.weight_gradients.tolist()]
        for ax, values in zip(axes, data[setting.name], strict=True):
            ax.semilogy(layers, values, "o-", color=colour, ms=4)
            name = setting.name.replace("0.0", "std 0.0")
            side = "bottom" if setting in (KAIMING, LARGER) else "top"
            ax.text(6.15, values[-1], name, color=colour, va=side)
    axes[0].set(ylabel="size of the units", xlim=(0.8, 8.5))
    axes[1].set(ylabel="size of the weight gradient", xlabel="layer")
    axes[0].set_ylim(0.03, 1.9)
    axes[1].set_ylim(0.09, 15)
    axes[1].set_xticks(layers)
    told = "; ".join(
        f"{name}, units {short(sizes[-1])} in layer 6, gradient "
        f"{short(gradients[0])} on the first weights"
        for name, (sizes, gradients) in data.items()
    )
    return Drawing(
        drawn,
        alt=f"Root mean squares on a logarithmic scale: {told}.",
        data=data,
    )


@figure
def sum_against_n_in() -> Drawing:
    """Draw the sampled variance of a sum against its number of terms."""
    drawn, ax = plt.subplots(figsize=(5.0, 3.1))
    n_in = np.array([1, 4, 16, 64, 256])
    fixed = [sums(n, 0.1, 0)[1].var() for n in n_in]
    scaled = [sums(n, n**-0.5, 0)[1].var() for n in n_in]
    for values, rule, colour, name in (
        (fixed, 0.01 * n_in, RED, "Var w = 0.01"),
        (scaled, np.ones(5), GREEN, "Var w = 1 / n"),
    ):
        ax.loglog(n_in, rule, color=colour, lw=1.2)
        ax.loglog(n_in, values, "o", color=colour)
        ax.text(4, values[0] * 1.5, name, color=colour)
    ax.set(xlabel="number n of terms", ylabel="variance of the sum")
    ax.set(ylim=(5e-3, 8), xticks=n_in, xticklabels=n_in)
    ax.minorticks_off()
    return Drawing(
        drawn,
        alt="Sampled variances of sums of n products. With fixed weights "
        f"they grow from {fixed[0]:.2f} to {fixed[-1]:.1f} at n = 256, with "
        f"weights of variance 1 / n they stay at {scaled[-1]:.2f}.",
        data={"fixed": fixed, "scaled": scaled},
    )


@figure
def scale_decides() -> Drawing:
    """Draw saturation and gradients against the relative scale."""
    drawn, axes = plt.subplots(2, 1, figsize=(5.0, 5.2), sharex=True)
    scales = np.geomspace(0.25, 64, 17)
    saturated, first, typical = [], [], []
    for scale in scales:
        signal = through_layers(Setting("", scale / 16, "tanh"), 0, width=256)
        saturated.append(float(signal.saturated[-1]))
        first.append(float(np.sqrt(np.mean(signal.d_z[0] ** 2))))
        typical.append(float(np.median(np.abs(signal.d_z[0]))))
    axes[0].semilogx(scales, saturated, color=INK)
    axes[0].set(ylabel="share saturated, layer 6", ylim=(-0.03, 1.03))
    axes[1].loglog(scales, first, color=ORANGE)
    axes[1].loglog(scales, np.maximum(typical, 1e-30), color=PURPLE)
    axes[1].text(20, 3e2, "root mean\nsquare", color=ORANGE, ha="right")
    axes[1].text(6, 3e-6, "median", color=PURPLE, ha="right")
    axes[1].set(ylabel="gradient on a unit, layer 1", ylim=(1e-9, 1e5))
    for ax in axes:
        for scale, name in ((0.64, "0.01"), (1, "Xavier"), (3.2, "0.05")):
            ax.axvline(scale, color=MUTED, lw=1, ls=":")
            if ax is axes[0]:
                x = scale * (0.93 if scale < 1 else 1.07)
                side = "right" if scale < 1 else "left"
                ax.text(x, 0.93, name, color=MUTED, ha=side)
    axes[1].set(xticks=[0.25, 1, 4, 16, 64], xlabel="scale s = std · √D")
    axes[1].set_xticklabels(["0.25", "1", "4", "16", "64"])
    axes[1].minorticks_off()
    return Drawing(
        drawn,
        alt="Against the scale of the weights: the share of saturated units "
        f"rises from {saturated[0]:.0%} to {saturated[-1]:.0%}. The root mean "
        f"square of the first layer's gradients rises to {first[-1]:.1e}, "
        f"while their median falls, to {typical[12]:.0e} at {scales[12]:.0f}.",
        data={
            "scales": scales.tolist(),
            "saturated": saturated,
            "first": first,
            "typical": typical,
        },
    )


@figure
def training_of_twenty_layers() -> Drawing:
    """Draw the loss of twenty layers in training, from three starts each."""
    drawn, axes = plt.subplots(1, 2, figsize=(5.0, 3.1), sharey=True)
    starts = {
        "tanh": {"s = 0.64": 0.64, "Xavier": 1.0, "s = 3.2": 3.2},
        "relu": {"s = 0.64": 0.64, "Xavier": 1.0, "Kaiming": 2**0.5},
    }
    colours = {"s = 0.64": BLUE, "s = 3.2": RED, "Kaiming": PURPLE}
    data = {}
    for ax, (activation, scales) in zip(axes, starts.items(), strict=True):
        for k, (name, scale) in enumerate(scales.items()):
            start = deep_digits.scaled(scale)
            losses = deep_digits.run(activation, start, 20, 20, 0.02, 0)[1]
            data[f"{activation}, {name}"] = losses
            colour = colours.get(name, GREEN)
            ax.plot(range(1, 21), losses, color=colour, lw=4 - 1.3 * k)
            learns = losses[-1] < 1
            x, y = (
                (4, 0.4)
                if learns
                else (1 + 7.2 * k, 2.42)
                if k < 2
                else (12, 2.05)
            )
            ax.text(x, y, name, color=colour)
        ax.set(xlabel="epoch", ylim=(0, 2.7), xticks=[1, 5, 10])
    axes[0].set_title("tanh", loc="left")
    axes[1].set_title("ReLU", loc="left")
    axes[0].set_ylabel("training loss")
    ends = ", ".join(f"{name} {v[-1]:.1f}" for name, v in data.items())
    return Drawing(
        drawn,
        alt=f"Training losses after twenty epochs: {ends}.",
        data=data,
        wider=60,
        because="the loss jumps on its way, and rounding decides how far",
    )
