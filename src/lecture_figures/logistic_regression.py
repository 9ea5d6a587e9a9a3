"""Figures of the page on logistic regression."""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, cross_val_predict

from lecture_code.activations import sigmoid
from lecture_experiments.logistic_regression.hidden_layer_on_digits import (
    accuracies,
)
from lecture_experiments.logistic_regression.scaled_splits import (
    MALIGNANT,
    calibration_error,
    cells,
    fitted,
    judged,
    raw_cells,
    shares,
)
from lecture_experiments.logistic_regression.solvers import (
    descent,
    losses_of_lbfgs,
    newton,
)
from lecture_experiments.real_data import digits
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
from lecture_figures.shared.confusion_matrix import (
    confusion_counts,
    draw_counts,
)

TWO_FEATURES = [21, 27]  # worst texture, worst concave points


@figure
def from_logit_to_probability() -> Drawing:
    """Draw the sigmoid, and where the test samples lie on it."""
    data = cells(0)
    logits = -fitted(data).decision_function(data.x_test)
    is_malignant = data.y_test == MALIGNANT
    drawn, ax = plt.subplots(figsize=(5.0, 3.1))
    z = np.linspace(-8, 8, 81)
    ax.plot(z, sigmoid(z), color=INK)
    ax.axvline(0, color=MUTED, lw=1, ls="--")
    for wanted, height, colour, name in (
        (True, 1.09, ORANGE, "malignant"),
        (False, -0.09, BLUE, "benign"),
    ):
        seen = np.clip(logits[is_malignant == wanted], -8, 8)
        ax.plot(seen, np.full(len(seen), height), "|", color=colour, ms=9)
        ax.text(-7.9, height * 0.78 + 0.1, name, color=colour)
    ax.set(xlabel="logit z", ylabel="probability σ(z)", ylim=(-0.2, 1.2))
    ax.set_yticks([0, 0.5, 1])
    wrong = int(np.sum((logits > 0) != is_malignant))
    return Drawing(
        drawn,
        alt=f"The sigmoid over the logit from −8 to 8. Of {len(logits)} "
        f"tumours, marked by ticks, {wrong} lie on the wrong side of 0.",
        data={"logits": logits, "is_malignant": is_malignant, "wrong": wrong},
    )


@figure
def decision_line() -> Drawing:
    """Draw the line of even odds for two features, and two beside it."""
    all_features = cells(0)
    data = all_features._replace(
        x_train=all_features.x_train[:, TWO_FEATURES],
        x_test=all_features.x_test[:, TWO_FEATURES],
    )
    model = fitted(data)
    (w,), (b,) = -model.coef_, -model.intercept_
    drawn, ax = plt.subplots(figsize=(5.0, 3.6))
    for label, colour, marker, name in (
        (0, ORANGE, "^", "malignant"),
        (1, BLUE, "o", "benign"),
    ):
        x = data.x_test[data.y_test == label]
        ax.plot(*x.T, marker, color=colour, ms=4, label=name)
    across = np.array([-2.5, 3.5])
    lines = {}
    for p, style in ((0.1, ":"), (0.5, "-"), (0.9, "--")):
        height = (np.log(p / (1 - p)) - b - w[0] * across) / w[1]
        lines[p] = height.tolist()
        ax.plot(across, height, style, color=INK, lw=1.5)
        ax.text(3.55, height[1], f"p = {p}", va="center")
    ax.set(xlim=across, ylim=(-2.6, 2.8))
    ax.set(xlabel="texture (scaled)", ylabel="concave points (scaled)")
    ax.legend(ncols=2, fontsize=9, loc="lower right", columnspacing=1)
    score = float(model.score(data.x_test, data.y_test))
    return Drawing(
        drawn,
        alt="Tumours over two scaled features. Three parallel lines mark the "
        "probabilities 0.1, 0.5 and 0.9 of being malignant; the middle one "
        f"puts {score:.0%} of the test samples on the right side.",
        data={"lines": lines, "score": score},
    )


@figure
def ways_to_the_minimum() -> Drawing:
    """Draw how far above the minimum each method is after each step."""
    drawn, ax = plt.subplots(figsize=(5.0, 3.6))
    n_iterations = np.unique(np.geomspace(1, 1000, 24).astype(int))
    curves = {}
    for name, data, style in (
        ("scaled", cells(0), "-"),
        ("as they are", raw_cells(0), "--"),
    ):
        ours = newton(data)
        lowest = ours.losses[-1]
        steps = np.arange(len(ours.losses))
        curves[f"Newton, {name}"] = steps, np.array(ours.losses) - lowest
        counted = n_iterations[n_iterations <= 60]  # rounding rules later
        lbfgs = np.array(losses_of_lbfgs(data, counted.tolist()))
        curves[f"L-BFGS, {name}"] = counted, lbfgs - lowest
        if name == "scaled":
            _, losses = descent(data, 0.5, 1001, np.zeros(31))
            falls = np.array(losses)[n_iterations] - lowest
            curves["descent, scaled"] = n_iterations, falls
        for label, (n, excess) in curves.items():
            if label.endswith(name):
                colour = {"N": GREEN, "L": BLUE, "d": ORANGE}[label[0]]
                shown = (n > 0) & (excess > 1e-10)
                ax.loglog(
                    n[shown], excess[shown], style, color=colour, label=label
                )
    ax.axvline(100, color=MUTED, lw=1, ls=":")
    ax.set(xlabel="steps", ylabel="loss above the minimum")
    ax.set(xlim=(1, 1300), ylim=(1e-9, 2))
    ax.legend(fontsize=8.5, loc="lower right")
    after_60 = {
        name: float(np.interp(60, n, np.maximum(excess, 0)))
        for name, (n, excess) in curves.items()
    }
    told = ", ".join(
        f"{n} {e:.0e}" if e > 1e-9 else f"{n} below 1e-09"
        for n, e in after_60.items()
    )
    return Drawing(
        drawn,
        alt="Loss above the minimum over the steps, on logarithmic scales. "
        f"After 60 steps: {told}.",
        data={"after_60": after_60},
    )


@figure
def sweep_of_C() -> Drawing:  # noqa: N802
    """Draw weights and accuracies against the strength of the penalty."""
    strengths = 10.0 ** np.arange(-4, 6)
    rows = []
    for C in strengths:
        models = [(fitted(cells(seed), C), cells(seed)) for seed in range(10)]
        rows.append(
            [
                np.mean([np.linalg.norm(m.coef_) for m, _ in models]),
                np.mean([m.score(d.x_train, d.y_train) for m, d in models]),
                np.mean([m.score(d.x_test, d.y_test) for m, d in models]),
            ]
        )
    norms, train, test = np.array(rows).T
    drawn, (left, right) = plt.subplots(1, 2, figsize=(5.8, 2.8))
    left.loglog(strengths, norms, "o-", color=BLUE, ms=4)
    left.set(xlabel="C", ylabel="norm of the weights")
    right.semilogx(strengths, train, "o-", color=MUTED, ms=4)
    right.semilogx(strengths, test, "o-", color=GREEN, ms=4)
    right.text(2e5, 1.02, "training", ha="right", color=MUTED)
    right.text(2e5, test[-1] - 0.02, "test", color=GREEN, ha="right", va="top")
    right.set_ylim(0.6, 1.06)
    right.set(xlabel="C", ylabel="accuracy")
    best = strengths[np.argmax(test)]
    return Drawing(
        drawn,
        alt=f"Left: the norm of the weights rises from {norms[0]:.2f} to "
        f"{norms[-1]:.0f} as C rises. Right: training accuracy rises to "
        f"{train[-1]:.1%}, test accuracy is best at C = {best:g}.",
        data={
            "strengths": strengths,
            "norms": norms,
            "train": train,
            "test": test,
        },
    )


@figure
def confusion_of_tumours() -> Drawing:
    """Draw the confusion matrix of the tumours."""
    p, is_malignant = judged(1.0, 0)
    counts = confusion_counts(
        1 - is_malignant.astype(int), 1 - (p > 0.5).astype(int), 2
    )
    drawn, ax = plt.subplots(figsize=(4.2, 2.6))
    draw_counts(ax, counts, ["malignant", "benign"])
    ax.texts[1].set_text(f"{counts[0, 1]} missed")
    ax.texts[2].set_text(f"{counts[1, 0]} false alarms")
    return Drawing(
        drawn,
        alt=f"Of {counts[0].sum()} malignant tumours {counts[0, 0]} are "
        f"found and {counts[0, 1]} missed; of {counts[1].sum()} benign ones "
        f"{counts[1, 1]} are recognised and {counts[1, 0]} are false alarms.",
        data={"counts": counts},
    )


@figure
def threshold_and_roc() -> Drawing:
    """Draw both kinds of error as the threshold moves."""
    p, is_malignant = judged(1.0, 0)
    thresholds = np.linspace(0.01, 0.99, 50)
    found, alarms = np.array(
        [shares(p, is_malignant, t) for t in thresholds]
    ).T
    drawn, (left, right) = plt.subplots(1, 2, figsize=(5.8, 3.0))
    left.plot(thresholds, 1 - found, color=RED)
    left.plot(thresholds, alarms, color=BLUE)
    left.text(0.78, 0.11, "malignant\nmissed", color=RED, ha="right")
    left.text(0.12, 0.175, "benign\nalarmed at", color=BLUE)
    left.set(xlabel="threshold", ylabel="share", ylim=(0, 0.26))
    order = np.sort(np.unique(p))[::-1]
    roc = np.array([shares(p, is_malignant, t) for t in order[::6]])
    right.step(roc[:, 1], roc[:, 0], color=INK, where="post")
    right.plot([0, 1], [0, 1], color=MUTED, lw=1, ls=":")
    marks = {}
    for threshold, colour in ((0.5, GREEN), (0.1, ORANGE)):
        f, a = shares(p, is_malignant, threshold)
        marks[threshold] = f, a
        right.plot(a, f, "o", color=colour)
        right.text(
            a + 0.05, f - 0.3 + 1.6 * a, f"at {threshold}", color=colour
        )
    right.set(xlabel="false alarms", ylabel="malignant found")
    right.set(xlim=(-0.03, 1), ylim=(0, 1.03))
    told = "; ".join(
        f"at {t} it finds {f:.1%} with {a:.1%} false alarms"
        for t, (f, a) in marks.items()
    )
    return Drawing(
        drawn,
        alt="Left: as the threshold rises, more malignant tumours are missed "
        f"and fewer benign ones alarmed at. Right: the ROC curve; {told}.",
        data={"found": found, "alarms": alarms, "marks": marks},
    )


@figure
def reliability() -> Drawing:
    """Draw frequency against probability, with and without a penalty."""
    drawn, ax = plt.subplots(figsize=(4.6, 3.4))
    ax.plot([0, 1], [0, 1], color=MUTED, lw=1, ls=":")
    data = {}
    for C, colour, name in ((1.0, GREEN, "C = 1"), (1e5, RED, "C = 10⁵")):
        runs = [judged(C, seed) for seed in range(5)]
        p, happened = (
            np.concatenate(part) for part in zip(*runs, strict=True)
        )
        bins = np.minimum((p * 5).astype(int), 4)
        size = np.bincount(bins, minlength=5)
        said = np.bincount(bins, p, 5) / size
        seen = np.bincount(bins, happened, 5) / size
        ax.plot(said, seen, "-", color=colour, label=name)
        ax.scatter(said, seen, 4 + size / 10, color=colour)
        error = calibration_error(p, happened)
        data[name] = {"said": said, "seen": seen, "size": size, "error": error}
    ax.legend()
    ax.set(xlabel="probability of malignant, as said")
    ax.set(ylabel="share that is malignant", xlim=(-0.03, 1.03))
    ax.set_ylim(-0.03, 1.03)
    told = ", ".join(
        f"{d['error']:.1%} with {name}" for name, d in data.items()
    )
    return Drawing(
        drawn,
        alt="Share of malignant tumours against the probability said. The "
        f"mean distance from the diagonal, by number of samples, is {told}.",
        data=data,
    )


@figure
def confusion_of_digits() -> Drawing:
    """Draw the confusion matrix of the ten digits."""
    x, y = digits()
    parts = KFold(10, shuffle=True, random_state=0)
    model = LogisticRegression(max_iter=1000)
    predicted = cross_val_predict(model, x, y, cv=parts)
    counts = confusion_counts(y, predicted, 10)
    drawn, ax = plt.subplots(figsize=(5.0, 4.4))
    draw_counts(ax, counts, [str(k) for k in range(10)])
    wrong = counts - np.diag(np.diag(counts))
    true, taken = np.unravel_index(wrong.argmax(), wrong.shape)
    return Drawing(
        drawn,
        alt=f"Of {counts.sum()} digits {np.trace(counts)} are read right. "
        f"The most common error is {wrong.max()} times a {true} taken for a "
        f"{taken}.",
        data={"counts": counts, "worst": (int(true), int(taken))},
    )


@figure
def hidden_layer_on_digits() -> Drawing:
    """Draw the accuracy on digits with and without a hidden layer."""
    sizes = [50, 100, 300, 1300]
    runs = np.array(
        [[accuracies(n, 1, seed) for seed in range(5)] for n in sizes]
    )  # (n_sizes, n_seeds, 3)
    drawn, ax = plt.subplots(figsize=(5.0, 3.4))
    models = {
        "logistic regression, C = 1": BLUE,
        "logistic regression, best C": GREEN,
        "64 hidden units": PURPLE,
    }
    for k, (name, colour) in enumerate(models.items()):
        x = np.array(sizes) * (0.94 + 0.06 * k)
        ax.vlines(x, runs[..., k].min(1), runs[..., k].max(1), color=colour)
        ax.plot(x, np.median(runs[..., k], 1), "o-", color=colour, label=name)
    ax.set(xscale="log", xlabel="digits to learn from", ylabel="test accuracy")
    ax.set(xticks=sizes, xticklabels=sizes)
    ax.minorticks_off()
    ax.legend(loc="lower right")
    middle = np.median(runs, axis=1)
    told = "; ".join(
        f"{n} digits {a:.1%}, {b:.1%} and {c:.1%}"
        for n, (a, b, c) in zip(sizes, middle, strict=True)
    )
    return Drawing(
        drawn,
        alt="Test accuracy of logistic regression with C = 1, the best C, "
        f"and of a network: {told}.",
        data={"sizes": sizes, "runs": runs},
    )
