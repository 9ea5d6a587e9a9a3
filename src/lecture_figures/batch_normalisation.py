"""Figures of the page on batch normalisation."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from lecture_code.arrays import Array
from lecture_code.batch_norm import BatchNorm1d
from lecture_code.linear import Linear
from lecture_experiments.batch_normalisation import (
    normalised_networks as networks,
)
from lecture_experiments.batch_normalisation.normalised_landscape import (
    gradient_by_layer,
    views_of_training,
)
from lecture_experiments.batch_normalisation.normalised_networks import (
    LR_OF_SCALES,
    SCALES,
)
from lecture_experiments.batch_normalisation.normalising_by_batch import (
    SIZES,
    noise_of_one_sample,
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
)

KINDS = {"plain": (False, ORANGE), "BatchNorm": (True, BLUE)}
SEEDS = range(3)


def band(ax: Axes, x: Array, runs: Array, name: str, colour: str) -> None:
    """Draw the median over the runs, and the range as a band.

    Parameters
    ----------
    runs : ndarray, shape (n_runs, n_points)
    """
    ax.fill_between(
        x, runs.min(axis=0), runs.max(axis=0), color=colour, alpha=0.2, lw=0
    )
    ax.plot(x, np.median(runs, axis=0), color=colour, label=name)


@figure
def one_feature() -> Drawing:
    """Draw a feature before, normalised, and scaled and shifted."""
    x = 6 + 2.5 * np.random.default_rng(0).gamma(2, 0.7, size=(500, 1))
    layer = BatchNorm1d(1)
    x_hat = layer.forward(x)
    layer.gamma[:], layer.beta[:] = 0.5, 3.0
    stages = {"before, x": x, "normalised": x_hat}
    stages["scaled, shifted"] = layer.forward(x)
    drawn, axes = plt.subplots(3, 1, figsize=(5.0, 4.4), sharex=True)
    data = {}
    for ax, (name, values), colour in zip(
        axes, stages.items(), (ORANGE, BLUE, GREEN), strict=True
    ):
        ax.hist(values.ravel(), np.linspace(-3, 18, 64), color=colour)
        mean, std = float(values.mean()), float(values.std())
        data[name] = {"mean": mean, "std": std}
        title = f"{name}: mean {abs(mean):.1f}, std {std:.1f}"
        ax.set_title(title, loc="left")
        ax.set(yticks=[], ylabel="samples")
    axes[-1].set_xlabel("value of the feature")
    told = "; ".join(
        f"{name} with mean {abs(v['mean']):.1f} and standard deviation "
        f"{v['std']:.1f}"
        for name, v in data.items()
    )
    return Drawing(
        drawn,
        alt=f"Three histograms of one feature of equal shape: {told}.",
        data=data,
    )


def readings(normalised: bool, n_layers: int) -> list[Array]:
    """Return what the ReLUs of a deep network read, layer by layer."""
    model = networks.deep_network(normalised, 0, 0.6, n_layers)
    h = networks.samples(0).x_train[:256]
    read = []
    for layer in model.layers[:-1]:
        h = layer.forward(h)
        if isinstance(layer, BatchNorm1d if normalised else Linear):
            read.append(h)
    return read


@figure
def layers_before_and_after() -> Drawing:
    """Draw what each layer's ReLU reads, with and without BatchNorm."""
    shown = (1, 4, 7, 10)
    drawn, axes = plt.subplots(len(shown), 2, figsize=(5.0, 4.6), sharex=True)
    data: dict[str, list[float]] = {}
    for column, (name, (normalised, colour)) in zip(
        axes.T, KINDS.items(), strict=True
    ):
        read = readings(normalised, max(shown))
        data[name] = [float(values.std()) for values in read]
        for ax, k in zip(column, shown, strict=True):
            bins = np.linspace(-3, 3, 31).tolist()
            ax.hist(read[k - 1].ravel(), bins, color=colour)
            title = f"layer {k}: std {data[name][k - 1]:.2f}"
            ax.set_title(title, loc="left")
            ax.set(yticks=[])
        column[-1].set_xlabel(f"input of ReLU, {name}")
    return Drawing(
        drawn,
        alt="Histograms of four of ten layers. The standard deviation falls "
        f"from {data['plain'][0]:.2f} in layer 1 to {data['plain'][-1]:.3f} "
        "in layer 10 without BatchNorm, and is 1 in every layer with it.",
        data={"stds": data},
    )


@figure
def noise_by_batch_size() -> Drawing:
    """Draw how much the company of one sample changes its output."""
    drawn, ax = plt.subplots(figsize=(5.0, 3.1))
    sizes = np.array([4, 8, *SIZES])
    noise = np.array([noise_of_one_sample(size, 0) for size in sizes])
    ax.loglog(sizes, noise, "o", color=BLUE, label="measured")
    ax.loglog(sizes, sizes**-0.5, color=MUTED, label="$1/\\sqrt{m}$")
    ax.set(xlabel="samples in the batch, m", ylabel="std of one output")
    ax.set_xticks(sizes[::2], labels=[str(size) for size in sizes[::2]])
    ax.minorticks_off()
    ax.set_yticks([0.05, 0.1, 0.2, 0.5], labels=["0.05", "0.1", "0.2", "0.5"])
    ax.legend()
    return Drawing(
        drawn,
        alt="On logarithmic scales the points lie on a falling line: the "
        f"standard deviation is {noise[0]:.2f} in batches of {sizes[0]} and "
        f"{noise[-1]:.2f} in batches of {sizes[-1]}.",
        data={"sizes": sizes.tolist(), "noise": noise.tolist()},
    )


@figure
def running_mean() -> Drawing:
    """Draw running means that follow the batches."""
    drawn, ax = plt.subplots(figsize=(5.0, 3.5))
    x = 5 + 2 * np.random.default_rng(0).normal(size=(100, 32, 1))
    ax.plot(x.mean(axis=(1, 2)), ".", color=MUTED, label="mean of a batch")
    data = {}
    for momentum, colour in ((0.3, ORANGE), (0.1, BLUE), (0.01, PURPLE)):
        layer = BatchNorm1d(1, momentum=momentum)
        means = [0.0]
        for batch in x:
            layer.forward(batch)
            means.append(float(layer.running_mean[0]))
        data[momentum] = means
        ax.plot(means, color=colour, label=f"momentum {momentum}")
    ax.set(xlabel="batches seen", ylabel="running mean", ylim=(0, 6.4))
    drawn.legend(loc="outside upper center", ncols=2)
    told = ", ".join(
        f"{means[44]:.1f} with momentum {momentum}"
        for momentum, means in data.items()
    )
    return Drawing(
        drawn,
        alt="Running means that start at 0 and approach the mean 5 of the "
        f"data. After 44 batches they are {told}.",
        data={"means": data},
    )


@figure
def who_shares_statistics() -> Drawing:
    """Draw which values are normalised together, for features and images."""
    drawn, axes = plt.subplots(1, 2, figsize=(5.0, 2.3))
    colours = (BLUE, ORANGE, GREEN)
    for ax, pixels, title in zip(
        axes, (1, 3), ("BatchNorm1d", "BatchNorm2d"), strict=True
    ):
        ax.set_title(title)
        for n in range(4):
            for c, colour in enumerate(colours):
                draw_map(ax, 1.3 * c, -1.3 * n, pixels, colour)
        for c in range(3):
            what = "feature" if pixels == 1 else "channel"
            ax.text(1.3 * c + 0.5, 1.25, f"{c + 1}", ha="center")
        ax.text(-0.25, 1.25, what, ha="right")
        for n in range(4):
            y = 0.5 - 1.3 * n
            ax.text(-0.25, y, f"sample {n + 1}", ha="right", va="center")
        ax.set(xlim=(-2.6, 3.8), ylim=(-4.1, 1.7), aspect="equal")
        ax.axis("off")
    return Drawing(
        drawn,
        alt="Two tables with a row for each of 4 samples and a column for "
        "each of 3 features or channels; each column has a colour of its "
        "own. On the right every cell is an image of 9 pixels, all in the "
        "colour of the channel.",
        data={
            "values_together": [4, 4 * 9],
            "squares_drawn": [len(ax.patches) for ax in drawn.axes],
        },
    )


def draw_map(ax: Axes, x: float, y: float, n: int, colour: str) -> None:
    """Draw n × n pixels in a unit square."""
    for k in range(n * n):
        corner = (x + (k % n) / n, y + (k // n) / n)
        ax.add_patch(
            Rectangle(corner, 1 / n, 1 / n, fc=colour, ec=PAPER, lw=1.2)
        )


@figure
def loss_over_step_sizes() -> Drawing:
    """Draw the loss after training for many step sizes."""
    drawn, ax = plt.subplots(figsize=(5.0, 3.3))
    # Not 2², where rounding decides which of the normalised networks train.
    powers = (-7, -5, -4, -3, -2, -1, 0, 1, 3, 4)
    step_sizes = np.array([2.0**k for k in powers])
    guessing = float(np.log(10))
    data = {}
    for name, (normalised, colour) in KINDS.items():
        runs = np.array(
            [
                [
                    networks.loss_after(normalised, lr, seed)
                    for lr in step_sizes
                ]
                for seed in SEEDS
            ]
        )
        data[name] = np.median(runs, axis=0).tolist()
        band(ax, step_sizes, np.minimum(runs, 4.0), name, colour)
    ax.axhline(guessing, color=MUTED, lw=1, ls="--")
    ax.text(step_sizes[0], guessing * 1.12, "guessing", color=MUTED)
    ax.set(xscale="log", yscale="log", ylim=(1.5e-3, 4))
    ax.set(xlabel="step size η", ylabel="loss after 20 epochs")
    ax.legend(loc="lower left")
    best = {
        name: step_sizes[int(np.argmin(losses))]
        for name, losses in data.items()
    }
    return Drawing(
        drawn,
        alt="Two valleys over a logarithmic axis of step sizes. The lowest "
        f"loss is {min(data['plain']):.2g} at η = {best['plain']:g} without "
        f"BatchNorm and {min(data['BatchNorm']):.2g} at "
        f"η = {best['BatchNorm']:g} with it.",
        data={"step_sizes": step_sizes.tolist(), "losses": data},
    )


@figure
def loss_curves() -> Drawing:
    """Draw the loss over the epochs at two step sizes."""
    drawn, axes = plt.subplots(1, 2, figsize=(5.0, 2.8), sharey=True)
    data: dict[float, dict[str, list[float]]] = {}
    for ax, lr in zip(axes, (0.125, 1.0), strict=True):
        data[lr] = {}
        for name, (normalised, colour) in KINDS.items():
            runs = np.array(
                [
                    networks.loss_curve(
                        networks.deep_network(normalised, seed), lr, seed
                    )
                    for seed in SEEDS
                ]
            )
            data[lr][name] = np.median(runs, axis=0).tolist()
            band(ax, np.arange(21.0), runs, name, colour)
        ax.set_title(f"η = {lr:g}")
        ax.set(xlabel="epochs", yscale="log", xticks=range(0, 21, 5))
    axes[0].set_ylabel("loss")
    axes[0].legend(loc="lower left")
    told = "; ".join(
        f"at η = {lr:g} to {of['plain'][-1]:.2g} without BatchNorm and "
        f"{of['BatchNorm'][-1]:.2g} with it"
        for lr, of in data.items()
    )
    return Drawing(
        drawn,
        alt=f"The loss falls in 20 epochs {told}.",
        data={"losses": data},
    )


@figure
def loss_over_scales() -> Drawing:
    """Draw the loss after training for many initial scales."""
    drawn, ax = plt.subplots(figsize=(5.0, 3.1))
    data = {}
    for name, (normalised, colour) in KINDS.items():
        runs = np.array(
            [
                [
                    networks.loss_after(normalised, LR_OF_SCALES, seed, scale)
                    for scale in SCALES
                ]
                for seed in SEEDS
            ]
        )
        data[name] = np.median(runs, axis=0).tolist()
        band(ax, np.array(SCALES), np.minimum(runs, 4.0), name, colour)
    ax.set(xscale="log", yscale="log", ylim=(7e-3, 4))
    ax.set_xticks(SCALES, labels=[f"{scale:g}" for scale in SCALES])
    ax.minorticks_off()
    ax.axvline(1.0, color=INK, lw=0.8, ls=":")
    ax.set(xlabel="scale of the initial weights (1 is He's)")
    ax.set_ylabel("loss after 20 epochs")
    ax.legend(loc="lower right")
    return Drawing(
        drawn,
        alt="Without BatchNorm the loss is low near the scale 1 only, "
        f"{min(data['plain']):.2g} at best. With it the loss is "
        f"{data['BatchNorm'][0]:.2g} at the scale 0.1 and rises slowly, to "
        f"{data['BatchNorm'][-1]:.2g} at the scale 10.",
        data={"losses": data},
    )


@figure
def loss_along_the_gradient() -> Drawing:
    """Draw the range of the loss along the gradient during training."""
    drawn, ax = plt.subplots(figsize=(5.0, 3.1))
    steps = np.arange(0.0, 100.0, 10.0)
    data = {}
    for name, (normalised, colour) in KINDS.items():
        runs = np.array(
            [
                [
                    view.loss_range
                    for view in views_of_training(normalised, seed)
                ]
                for seed in range(5)
            ]
        )
        data[name] = np.median(runs, axis=0).tolist()
        band(ax, steps, runs, name, colour)
    ax.set(xlabel="training step", ylabel="range of the loss", yscale="log")
    ax.legend(loc="upper left")
    return Drawing(
        drawn,
        alt="Along the gradient the loss ranges over "
        f"{data['plain'][0]:.2f} at the first step and "
        f"{data['plain'][-1]:.2f} at step 90 without BatchNorm, and over "
        f"{data['BatchNorm'][0]:.2f} and {data['BatchNorm'][-1]:.2f} "
        "with it.",
        data={"ranges": data},
    )


@figure
def gradient_by_depth() -> Drawing:
    """Draw the gradient in each of twenty layers at two initial scales."""
    drawn, ax = plt.subplots(figsize=(5.0, 3.3))
    data = {}
    for name, (normalised, colour) in KINDS.items():
        for scale, style in ((0.5, "-"), (1.0, "--")):
            norms = [gradient_by_layer(normalised, scale, s) for s in SEEDS]
            label = f"{name}, scale {scale:g}"
            data[label] = np.median(norms, axis=0).tolist()
            layers = range(1, len(data[label]) + 1)
            ax.semilogy(layers, data[label], style, color=colour, label=label)
    ax.set(xlabel="hidden layer", ylabel="gradient, last layer = 1")
    ax.set(xticks=[1, 5, 10, 15, 20])
    ax.legend(loc="lower right")
    told = ", ".join(f"{v[0]:.1g} ({name})" for name, v in data.items())
    return Drawing(
        drawn,
        alt="Size of the gradient in twenty hidden layers. In units of the "
        f"last layer, in the first it is {told}.",
        data={"norms": data},
    )
