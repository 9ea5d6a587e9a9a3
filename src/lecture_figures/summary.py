"""Figures of the summary."""

from __future__ import annotations

from itertools import islice

import matplotlib.pyplot as plt
import numpy as np

from lecture_experiments.summary.confidently_wrong import (
    gradients_at,
    losses_at,
    turning_back,
)
from lecture_figures.drawing.drawing import Drawing, figure
from lecture_figures.drawing.themed_svg import BLUE, MUTED, ORANGE


@figure
def squared_error_and_cross_entropy() -> Drawing:
    """Draw both losses and their gradients over the logit, target 1."""
    logits = np.linspace(-10, 6, 65)
    losses = np.array([losses_at(z) for z in logits])  # (n, 2)
    gradients = np.array([gradients_at(z) for z in logits])
    drawn, (left, right) = plt.subplots(1, 2, figsize=(5.8, 3.0))
    for k, colour in enumerate((ORANGE, BLUE)):
        left.plot(logits, losses[:, k], color=colour)
        right.plot(logits, gradients[:, k], color=colour)
    left.text(-9.8, 1.4, "squared error", color=ORANGE)
    left.text(-6.5, 7.2, "cross-entropy", color=BLUE)
    left.set(xlabel="logit", ylabel="loss")
    right.set(xlabel="logit", ylabel="gradient on the logit")
    for ax in (left, right):
        ax.axvline(0, color=MUTED, lw=1, ls=":")
    return Drawing(
        drawn,
        alt="Two panels over the logit from −10 to 6, target 1. At −10 the "
        f"squared error is {losses[0, 0]:.2f} with a gradient of "
        f"{gradients[0, 0]:.4f}, the cross-entropy {losses[0, 1]:.1f} with "
        f"one of {gradients[0, 1]:.2f}.",
        data={"logits": logits, "losses": losses, "gradients": gradients},
    )


@figure
def way_back_from_a_wrong_answer() -> Drawing:
    """Draw the logit of a typical point while a neuron turns back."""
    drawn, ax = plt.subplots(figsize=(5.0, 3.1))
    data, crossed = {}, {}
    for name, squared, colour in (
        ("squared error", True, ORANGE),
        ("cross-entropy", False, BLUE),
    ):
        run = islice(turning_back(squared, 0.5, 0), 3001)
        logits = np.array([logit for _, logit in run])
        shown = np.unique(np.geomspace(1, 3001, 80).astype(int)) - 1
        data[name] = logits[shown]
        crossed[name] = int(np.argmax(logits > 0))
        ax.plot(shown + 1, logits[shown], color=colour)
    ax.text(60, -8.6, "squared error", color=ORANGE)
    ax.text(14, 4.4, "cross-entropy", color=BLUE, ha="right")
    ax.axhline(0, color=MUTED, lw=1, ls=":")
    ax.set(xscale="log", xlabel="updates, counted from 1", ylabel="logit")
    told = ", ".join(f"{n} updates with {name}" for name, n in crossed.items())
    return Drawing(
        drawn,
        alt="The logit of a point of class 1 starts at −10 and rises above 0 "
        f"after {told}.",
        data={"logits": data, "crossed": crossed},
    )
