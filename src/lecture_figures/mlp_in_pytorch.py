"""Figures of the page on the MLP in PyTorch."""

from __future__ import annotations

from functools import partial

import matplotlib.pyplot as plt
import numpy as np
import torch
from matplotlib.axes import Axes
from torch import nn

from lecture_code import in_torch
from lecture_code.arrays import Array
from lecture_experiments.mlp_in_pytorch.curve_in_torch import (
    LR,
    N_EPOCHS,
    NOISE,
    Start,
    adam,
    curve_in_torch,
    differences_on_the_way,
    fresh_model,
    losses_of_the_twin,
)
from lecture_experiments.mlp_in_pytorch.optimisers_compared import (
    LEARNING_RATES,
    OPTIMISERS,
    errors,
    sgd,
)
from lecture_experiments.mlp_in_pytorch.torch_habits import fit_to_a_row
from lecture_figures.drawing.drawing import Drawing, figure
from lecture_figures.drawing.themed_svg import (
    BLUE,
    GREEN,
    INK,
    MUTED,
    ORANGE,
    RED,
)

SEEDS = range(10)
MOMENTS = (0, 20, 50, 200)
ACROSS = np.linspace(-np.pi, np.pi, 61)


def draw_samples(ax: Axes, n_shown: int = 50) -> None:
    """Draw some of the samples of seed 0, and the curve behind them."""
    x, targets = curve_in_torch(0)
    ax.plot(ACROSS, np.sin(ACROSS), color=MUTED, lw=1, ls="--")
    ax.plot(x[:n_shown, 0], targets[:n_shown, 0], ".", color=MUTED, ms=4)
    ax.set(xlim=(-np.pi, np.pi), ylim=(-1.6, 1.6))
    ax.set_xticks([-np.pi, 0, np.pi], ["−π", "0", "π"])
    ax.set_yticks([-1, 0, 1], ["−1", "0", "1"])


def fits() -> dict[int, tuple[float, Array]]:
    """Return loss and fitted curve of the listing at each moment."""
    model = fresh_model(0, torch.float32)
    optimizer = torch.optim.Adam(model.parameters(), lr=LR)
    x, targets = curve_in_torch(0, torch.float32)
    grid = torch.tensor(ACROSS[:, None], dtype=torch.float32)
    found, done = {}, 0
    for moment in MOMENTS:
        if moment > done:
            data = (x, targets, moment - done)
            in_torch.train(model, nn.MSELoss(), optimizer, *data)
        done = moment
        with torch.no_grad():
            loss = nn.functional.mse_loss(model(x), targets).item()
            found[moment] = loss, model(grid)[:, 0].double().numpy()
    return found


@figure
def fit_over_epochs() -> Drawing:
    """Draw what the network says at four moments of its training."""
    found = fits()
    drawn, axes = plt.subplots(2, 2, figsize=(5.0, 3.7))
    for ax, (moment, (loss, fit)) in zip(
        axes.flat, found.items(), strict=True
    ):
        draw_samples(ax)
        ax.plot(ACROSS, fit, color=BLUE, lw=2.2)
        ax.set_title(f"{moment} epochs: loss {loss:.3f}", size=9.5)
    shown = ", ".join(
        f"{loss:.3f} after {moment}" for moment, (loss, _) in found.items()
    )
    return Drawing(
        drawn,
        alt=(
            "Noisy samples of a sine and the network's curve at four "
            "moments. It starts nearly straight, turns to the slope in the "
            f"middle, and then bends at both ends. Loss {shown} epochs."
        ),
        data={
            "losses": {moment: loss for moment, (loss, _) in found.items()},
            "across": ACROSS,
            "fits": {moment: fit for moment, (_, fit) in found.items()},
        },
    )


@figure
def loss_over_epochs() -> Drawing:
    """Draw the loss over the epochs, for the listing and other seeds."""
    curves = {seed: losses_of_the_twin(seed) for seed in SEEDS}
    drawn, ax = plt.subplots(figsize=(5.0, 2.9))
    epochs = np.arange(0, N_EPOCHS + 1, 2)
    for seed in SEEDS[1:]:
        others = np.array(curves[seed])[epochs]
        ax.plot(epochs, others, color=MUTED, lw=0.8, alpha=0.6)
    ax.plot(epochs, np.array(curves[0])[epochs], color=BLUE, lw=2.2)
    ax.axhline(NOISE**2, color=INK, lw=1, ls="--")
    ax.text(2, NOISE**2 * 1.08, "variance of the noise", size=9)
    ax.text(22, 0.23, "the listing", color=BLUE, size=9)
    ax.text(60, 0.4, "nine other seeds", color=MUTED, size=9)
    ax.set_yscale("log")
    ax.set(xlabel="epoch", ylabel="loss", xlim=(0, N_EPOCHS))
    ax.set_yticks([0.01, 0.1, 1], ["0.01", "0.1", "1"])
    last = [curve[-1] for curve in curves.values()]
    return Drawing(
        drawn,
        alt=(
            f"The loss falls from {curves[0][0]:.2f} to "
            f"{curves[0][-1]:.3f} in {N_EPOCHS} epochs. Nine other seeds "
            f"end between {min(last[1:]):.3f} and {max(last[1:]):.3f}; most "
            f"are still falling towards the variance of the noise, "
            f"{NOISE**2:.2f}."
        ),
        data={"losses": curves},
    )


def draw_forgotten(ax: Axes, start: Start, title: str) -> list[list[float]]:
    """Draw losses with and without `zero_grad`; return the last ones."""
    epochs, last = np.arange(0, N_EPOCHS + 1, 4), []
    for clear, colour in ((True, BLUE), (False, RED)):
        curves = np.array(
            [losses_of_the_twin(s, start, clear=clear) for s in range(5)]
        )
        style = "-" if clear else "--"
        ax.plot(epochs, curves[1:, epochs].T, style, color=colour, lw=0.7)
        ax.plot(epochs, curves[0, epochs], style, color=colour, lw=2)
        last.append([float(loss) for loss in curves[:, -1]])
    ax.set_yscale("log")
    ax.set(title=title, xlabel="epoch", xlim=(0, N_EPOCHS), ylim=(0.012, 12))
    ax.set_yticks([0.1, 1, 10], ["0.1", "1", "10"])
    return last


@figure
def forgotten_zero_grad() -> Drawing:
    """Draw the loss with and without clearing, for two optimisers."""
    drawn, axes = plt.subplots(1, 2, figsize=(5.0, 2.6), sharey=True)
    with_adam = draw_forgotten(axes[0], adam, "Adam, rate 0.01")
    with_sgd = draw_forgotten(axes[1], sgd, "SGD, rate 0.1")
    axes[0].set_ylabel("loss")
    axes[0].text(70, 4.5, "forgotten", color=RED, size=9.5)
    axes[0].text(20, 0.025, "cleared", color=BLUE, size=9.5)
    alt = "Loss over the epochs for five seeds. "
    for name, (right, wrong) in (("Adam", with_adam), ("SGD", with_sgd)):
        alt += (
            f"{name} with cleared gradients ends between {min(right):.3f} "
            f"and {max(right):.3f}, without between {min(wrong):.2f} and "
            f"{max(wrong):.2f}. "
        )
    return Drawing(
        drawn,
        alt=f"{alt}Without clearing the loss falls at first, then swings.",
        data={"Adam": with_adam, "SGD": with_sgd},
    )


@figure
def fit_to_a_row_of_targets() -> Drawing:
    """Draw what is learned from targets of the wrong shape."""
    x, _ = curve_in_torch(0)
    _, prediction, targets = fit_to_a_row(0)
    order = np.argsort(x[:, 0].numpy())[::3]
    drawn, ax = plt.subplots(figsize=(4.6, 2.5))
    draw_samples(ax)
    right = fits()[N_EPOCHS][1]
    ax.plot(ACROSS, right, color=BLUE, lw=2)
    ax.plot(x[order, 0], prediction[order, 0], "--", color=RED, lw=2.2)
    ax.text(-2.9, 0.22, "targets (n,): WRONG", color=RED, size=9.5)
    ax.text(0.1, 1.2, "targets (n, 1)", color=BLUE, size=9.5)
    mean, bend = targets.mean().item(), prediction.std().item()
    return Drawing(
        drawn,
        alt=(
            "With targets of shape (n, 1) the network follows the sine. "
            "With targets of shape (n,) it says the same everywhere: about "
            f"{mean:.2f}, the mean of all targets, give or take {bend:.3f}."
        ),
        data={"mean": mean, "prediction": prediction[:, 0].numpy()},
    )


@figure
def drift_from_the_twin() -> Drawing:
    """Draw how far the weights in torch and in NumPy are apart."""
    drawn, ax = plt.subplots(figsize=(5.0, 2.8))
    steps = np.arange(9, N_EPOCHS, 3)
    data: dict[str, dict[str, float]] = {}
    for dtype, colour, name in (
        (torch.float32, ORANGE, "float32"),
        (torch.float64, BLUE, "float64"),
    ):
        data[name] = {}
        for seed in range(3):
            apart = np.maximum.accumulate(differences_on_the_way(seed, dtype))
            width = 0.8 if seed else 2
            ax.plot(steps + 1, apart[steps], color=colour, lw=width)
            ends = np.log10(apart[steps[[0, -1]]])
            data[name] |= {f"begin {seed}": ends[0], f"end {seed}": ends[1]}
        ax.text(
            120,
            60 * 10.0 ** data[name]["begin 0"],
            f"torch in {name}",
            color=colour,
        )
    ax.set_yscale("log")
    ax.set(xlabel="step", ylabel="largest difference so far")
    ax.set(ylim=(1e-18, 1e-4))
    ax.set_yticks(
        [1e-16, 1e-12, 1e-8, 1e-4], ["10⁻¹⁶", "10⁻¹²", "10⁻⁸", "10⁻⁴"]
    )
    gap = min(data["float32"].values()) - max(data["float64"].values())
    return Drawing(
        drawn,
        alt=(
            "Largest difference of a weight from the NumPy twin so far, over "
            f"{N_EPOCHS} steps. In float32 it is always more than "
            f"{10.0 ** np.floor(gap):,.0f} times as large as in float64; "
            "both grow slowly."
        ),
        data=data,
        wider=8,
        because="this is rounding, so each arithmetic has its own, within a "
        "factor of five: twelve points are a factor of ten",
    )


@figure
def error_by_learning_rate() -> Drawing:
    """Draw the final error over the learning rate, by optimiser."""
    drawn, ax = plt.subplots(figsize=(5.0, 3.0))
    data, told = {}, []
    shapes = zip(
        OPTIMISERS, (BLUE, ORANGE, GREEN), ("o-", "s--", "^:"), strict=True
    )
    for name, colour, shape in shapes:
        found = np.array([errors(name, lr, SEEDS) for lr in LEARNING_RATES])
        found[~(found < 1)] = np.nan  # it diverged
        rates = np.array(LEARNING_RATES)
        stable = np.isfinite(found).all(axis=1)
        low, middle, high = np.quantile(found[stable], [0, 0.5, 1], axis=1)
        ax.fill_between(
            rates[stable], low, high, color=colour, alpha=0.15, lw=0
        )
        ax.plot(rates[stable], middle, shape, color=colour, ms=5, label=name)
        data[name] = dict(zip(rates[stable], middle, strict=True))
        best = min(data[name], key=partial(data[name].__getitem__))
        text = f"{name} is best at {best:g} with {data[name][best]:.3f}"
        if not stable.all():
            text += f" and diverges at {rates[~stable][0]:g}"
        told.append(text)
    ax.set_xscale("log")
    ax.set_yscale("log")
    ax.set_xticks(LEARNING_RATES, [f"{lr:g}" for lr in LEARNING_RATES])
    ax.set_yticks([0.01, 0.1], ["0.01", "0.1"])
    ax.minorticks_off()
    ax.set(xlabel="learning rate", ylabel=f"loss after {N_EPOCHS} epochs")
    ax.legend(fontsize=9)
    return Drawing(
        drawn,
        alt=(
            "Final loss by learning rate, median of ten seeds. "
            f"{'; '.join(told)}."
        ),
        data=data,
    )
