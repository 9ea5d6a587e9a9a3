"""Figures of the page on trainings that fail."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.axes import Axes

from lecture_code.arrays import Array
from lecture_experiments.training_diagnosis import (
    first_losses,
    gallery,
    schedules_compared,
    twenty_samples,
    update_ratios,
)
from lecture_experiments.training_diagnosis.reader import N_STEPS
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

FACTORS = [0.25, 0.5, 1.0, 2.0, 4.0, 8.0]  # on the inputs of a new network
TWENTY = {
    "none": ("no fault", BLUE, "-"),
    "shuffled": ("labels shuffled", GREEN, "--"),
    "softmax_twice": ("softmax twice", PURPLE, "-."),
    "dead_start": ("weights of 0", ORANGE, "-"),
    "step_added": ("step added", RED, ":"),
}
PANELS = {
    "too_large": "1 step too large",
    "too_small": "2 step too small",
    "dead_start": "3 weights of 0",
    "raw_inputs": "4 raw inputs",
    "shuffled": "5 labels shuffled",
    "never_cleared": "6 never cleared",
    "by_class": "7 sorted by class",
    "overfitting": "8 few, some wrong",
    "leak": "9 answer leaks in",
}
SCHEDULES = {
    "constant": ("constant", MUTED, ":"),
    "step_decay": ("step decay", ORANGE, "-."),
    "cosine": ("cosine", BLUE, "-"),
    "warm_up": ("warm-up, cosine", PURPLE, "--"),
}
# A step size, its colour and how high its name stands.
RATES = [(2.0**-11, MUTED, 2e-5), (2.0**-7, ORANGE, 4e-3), (0.5, BLUE, 5e-2)]
SEEDS = range(5)
EVERY_FIFTH = np.arange(0, twenty_samples.N_STEPS + 1, 5)


@figure
def first_loss_over_spread() -> Drawing:
    """Draw the first loss over the spread of the logits, and the formula."""
    stds = np.geomspace(0.2, 16, 25)
    random = [first_losses.loss_of_random_logits(std, 0) for std in stds]
    small = stds[stds < 3]
    formula = first_losses.GUESSING + small**2 / 2
    dots = np.array(
        [first_losses.spread_and_loss(f, s) for f in FACTORS for s in SEEDS]
    )
    drawn, ax = plt.subplots(figsize=(5.0, 3.0))
    ax.plot(stds, random, color=BLUE, label="random logits")
    ax.plot(small, formula, "--", color=ORANGE, label=r"$\log C + s^2/2$")
    ax.plot(*dots.T, "o", color=INK, ms=3.5, label="new networks")
    ax.axhline(first_losses.GUESSING, color=MUTED, lw=1, ls=":")
    ax.set(xscale="log", yscale="log", xlabel="spread $s$ of the logits")
    ax.set(ylabel="first loss", xticks=[0.25, 1, 4, 16], yticks=[2, 5, 10, 20])
    ax.set(xticklabels=["0.25", "1", "4", "16"], ylim=(2, 40))
    ax.set_yticklabels(["2", "5", "10", "20"])
    ax.minorticks_off()
    ax.legend(fontsize=9)
    return Drawing(
        drawn,
        alt="First loss over the spread of the logits, both logarithmic. It "
        f"starts at {random[0]:.2f}, the logarithm of ten, follows the "
        f"formula up to a spread of 1, and reaches {random[-1]:.0f} at 16. "
        "New networks, their inputs scaled, lie along the same line.",
        data={"stds": stds, "random": random, "networks": dots},
    )


@figure
def twenty_digits() -> Drawing:
    """Draw five trainings on twenty digits, four of them with a fault."""
    drawn, ax = plt.subplots(figsize=(5.0, 3.1))
    data = {}
    for name, (label, colour, line) in TWENTY.items():
        steps = np.arange(4) if name == "step_added" else EVERY_FIFTH
        data[name] = twenty_samples.losses(name, 0)[steps]
        ax.plot(steps, data[name], line, color=colour, label=label)
    ax.set(yscale="log", ylim=(1e-3, 30), xlabel="step", ylabel="loss")
    ax.set(yticks=[0.001, 0.01, 0.1, 1, 10])
    ax.set_yticklabels(["0.001", "0.01", "0.1", "1", "10"])
    ax.minorticks_off()
    drawn.legend(loc="outside upper center", ncols=3, fontsize=9)
    ends = {name: float(losses[-1]) for name, losses in data.items()}
    return Drawing(
        drawn,
        alt="Loss on twenty digits over 300 steps. Without a fault it ends "
        f"at {ends['none']:.3f}, with shuffled labels at "
        f"{ends['shuffled']:.3f}, with softmax twice at "
        f"{ends['softmax_twice']:.2f}, with weights of 0 at "
        f"{ends['dead_start']:.2f}; with the step added it leaves the "
        "picture at once.",
        data=data,
    )


def draw_ratios(ax: Axes) -> dict[float, Array]:
    """Draw the update ratio of each layer on its way, for three steps."""
    steps = np.arange(0, N_STEPS, 10)
    data = {}
    for lr, colour, at in RATES:
        ratios, _ = update_ratios.ratios_and_loss(lr, 0)
        data[lr] = np.median(ratios.reshape(len(steps), 10, -1), axis=1)
        for layer, line in zip(data[lr].T, ("-", "--", ":"), strict=True):
            ax.plot(steps, layer, line, color=colour, lw=1.4)
        label = f"η = 1/{1 / lr:.0f}"
        ax.text(390, at, label, color=colour, size=9, ha="right")
    ax.set(yscale="log", ylim=(1e-5, 0.3), xlabel="step", title="On the way")
    ax.set_ylabel("update over weight")
    return data


def ratio_and_loss(lr: float, seed: int) -> tuple[float, float]:
    """Return the typical ratio of a training, and its last loss."""
    _, loss = update_ratios.ratios_and_loss(lr, seed)
    return update_ratios.typical_ratio(lr, seed), loss


@figure
def update_over_weight() -> Drawing:
    """Draw the update ratio over the steps, and the loss that it leads to."""
    drawn, (left, right) = plt.subplots(1, 2, figsize=(5.6, 2.9))
    data = draw_ratios(left)
    rates = [lr for lr in update_ratios.STEP_SIZES if lr <= 1 / 2]
    cloud = np.array([[ratio_and_loss(lr, s) for s in SEEDS] for lr in rates])
    middle = np.median(cloud, axis=1)
    right.plot(*cloud.reshape(-1, 2).T, "o", color=MUTED, ms=2.5)
    right.plot(*middle.T, color=BLUE)
    right.axvline(1e-3, color=INK, lw=1, ls=":")
    right.text(1.2e-3, 4, "0.001", size=9)
    right.set(
        xscale="log", yscale="log", ylim=(1e-3, 10), title="After 400 steps"
    )
    right.set(xlabel="update over weight", ylabel="training loss")
    best = middle[int(np.argmin(middle[:, 1]))]
    return Drawing(
        drawn,
        alt="Left, the size of an update over that of the weight, on the way, "
        "for three step sizes and three layers: bands a factor of ten or more "
        "apart, the last layer highest. Right, the loss after 400 steps over "
        f"that ratio: it falls to {best[1]:.4f} at {best[0]:.3f}.",
        data={"ratios": list(data.values()), "cloud": cloud, "best": best},
    )


@figure
def nine_failures() -> Drawing:
    """Draw the curves of nine failing trainings beside a healthy one."""
    healthy = gallery.run("none", 0)
    drawn, axes = plt.subplots(
        3, 3, figsize=(5.8, 5.8), sharex=True, sharey=True
    )
    data = {"none": healthy.losses}
    for ax, (name, title) in zip(axes.flat, PANELS.items(), strict=True):
        run = gallery.run(name, 0)
        data[name] = run.losses
        ax.plot(healthy.steps[::2], healthy.losses[::2, 0], color=MUTED, lw=1)
        ax.plot(run.steps, run.losses[:, 1], "--", color=ORANGE, lw=1.3)
        ax.plot(run.steps, run.losses[:, 0], color=BLUE, lw=1.5)
        ax.axhline(first_losses.GUESSING, color=INK, lw=0.8, ls=":")
        ax.set_title(title, fontsize=9.5)
    axes[0, 0].set(yscale="log", ylim=(2e-3, 40), xticks=[0, 200, 400])
    axes[0, 0].set_yticks([0.01, 0.1, 1, 10], ["0.01", "0.1", "1", "10"])
    axes[0, 0].minorticks_off()
    drawn.supxlabel("step", fontsize=10)
    drawn.supylabel("loss", fontsize=10)
    ends = ", ".join(
        f"{title[2:]} {data[name][-1, 0]:.3g} and {data[name][-1, 1]:.3g}"
        for name, title in PANELS.items()
    )
    return Drawing(
        drawn,
        alt="Nine panels of losses over 400 steps, training and validation, "
        f"each beside the training loss of the network without a fault, which "
        f"ends at {healthy.losses[-1, 0]:.3g}. Last losses: {ends}.",
        data=data,
    )


def draw_shapes(ax: Axes) -> dict[str, list[float]]:
    """Draw the four schedules as shares of their peaks."""
    n = schedules_compared.N_STEPS
    shares = {}
    for name, (label, colour, line) in SCHEDULES.items():
        schedule = schedules_compared.SCHEDULES[name]
        shares[name] = [schedule(step, n) for step in range(0, n, 5)]
        ax.plot(range(0, n, 5), shares[name], line, color=colour, label=label)
    ax.set(xlabel="step", ylabel="share of the peak", title="Schedules")
    return shares


def losses_at(name: str, peak: float) -> list[float]:
    """Return the losses with a peak, one for each seed of the tuning."""
    return [
        schedules_compared.loss_after(
            name, peak, schedules_compared.SHALLOW, seed
        )
        for seed in schedules_compared.TUNING_SEEDS
    ]


@figure
def four_schedules() -> Drawing:
    """Draw four schedules, and the loss of each over its peak."""
    drawn, (left, right) = plt.subplots(1, 2, figsize=(5.8, 3.1))
    shares, medians = draw_shapes(left), {}
    peaks = schedules_compared.PEAKS[:-1]
    for name, (_, colour, line) in SCHEDULES.items():
        losses = [losses_at(name, peak) for peak in peaks]
        medians[name] = np.median(losses, axis=1)
        right.plot(peaks, medians[name], line, color=colour, marker="o", ms=3)
    right.set(xscale="log", ylim=(0.45, 1.1), xlabel=r"peak of $\eta$")
    right.set_xticks([1 / 64, 1 / 16, 1 / 4, 1], ["1/64", "1/16", "1/4", "1"])
    right.minorticks_off()
    right.set(ylabel="validation loss", title="After 500 steps")
    drawn.legend(loc="outside upper center", ncols=4, fontsize=8.5)
    least = ", ".join(
        f"{SCHEDULES[name][0]} {found.min():.2f} at {peaks[found.argmin()]:g}"
        for name, found in medians.items()
    )
    return Drawing(
        drawn,
        alt="Left, the share of the peak over 500 steps: constant, falling in "
        "two steps, as half a cosine, and after a climb of 50 steps. Right, "
        f"the validation loss over the peak. Least losses: {least}.",
        data={"shares": shares, "peaks": peaks, "medians": medians},
        wider=12,
        because="beyond the best peak rounding decides which of five runs "
        "diverge, so that a median may be that of the next run",
    )
