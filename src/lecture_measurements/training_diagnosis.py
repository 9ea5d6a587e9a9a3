"""What the page on trainings that fail claims, measured."""

from __future__ import annotations

from lecture_code.training import accuracy
from lecture_experiments.training_diagnosis import (
    first_losses,
    gallery,
    schedules_compared,
    twenty_samples,
    update_ratios,
)
from lecture_measurements.cases import measurements
from lecture_measurements.measurement import measurement

FIVE, TEN = range(5), range(10)
FAULTS = {
    "none": "no fault",
    "too_large": "a step twenty times as large",
    "too_small": "a step a hundred times too small",
    "dead_start": "weights of 0",
    "shuffled": "labels that were shuffled",
    "by_class": "digits sorted by class",
    "overfitting": "few digits, a fifth of them mislabelled",
    "leak": "the answer among the inputs",
}


@measurements(
    cases={"none": (2.73, 3.38), "raw_inputs": (11, 31)},
    words={"none": "scaled inputs", "raw_inputs": "raw pixels"},
    decimals=1,
    seeds=FIVE,
)
def first_loss_with(fault: str, seed: int) -> float:
    """Loss of a new network on the digits, with {}."""
    return float(gallery.run(fault, seed).losses[0, 0])


@measurement(low=0.85, high=1.61, decimals=1, seeds=FIVE)
def spread_of_first_logits(seed: int) -> float:
    """Spread of the ten logits that a new network gives a digit: one std."""
    return first_losses.spread_and_loss(1.0, seed)[0]


@measurements(
    cases={"none": (0.0018, 0.003), "shuffled": (0.004, 0.0062)},
    words={"none": "no fault", "shuffled": "labels that were shuffled"},
    decimals=3,
    seeds=FIVE,
)
def left_of_twenty_with(fault: str, seed: int) -> float:
    """Loss on twenty digits at the end, with {}."""
    return float(twenty_samples.losses(fault, seed)[-1])


@measurements(
    cases={"softmax_twice": (1.45, 1.57), "dead_start": (1.96, 2.19)},
    words={"softmax_twice": "softmax twice", "dead_start": "weights of 0"},
    decimals=2,
    seeds=FIVE,
)
def stuck_on_twenty_with(fault: str, seed: int) -> float:
    """Loss on twenty digits at the end, with {}."""
    return float(twenty_samples.losses(fault, seed)[-1])


@measurement(low=3, high=13, decimals=1, seeds=FIVE)
def rise_if_steps_are_added(seed: int) -> float:
    """Loss on twenty digits after two steps uphill, over that before."""
    losses = twenty_samples.losses("step_added", seed)
    return float(losses[2] / losses[0])


@measurement(low=0.0205, high=0.025, decimals=3, seeds=FIVE)
def ratio_at_the_best_step_size(seed: int) -> float:
    """Typical update over weight, with the step that leaves the least loss."""
    best = update_ratios.best_step_size(seed)
    return update_ratios.typical_ratio(best, seed)


@measurements(
    cases={
        "cliff": (2.284, 2.31),
        "best": (0.001, 0.002),
        "thousandth": (0.31, 0.384),
        "crawling": (1.96, 2.24),
    },
    words={
        "cliff": "four times the best step size",
        "best": "the best step size",
        "thousandth": "updates of about a thousandth",
        "crawling": "updates of less than a ten-thousandth",
    },
    decimals=3,
    seeds=FIVE,
)
def loss_by_update_with(case: str, seed: int) -> float:
    """Training loss at the end, with {}."""
    lr = {
        "best": update_ratios.best_step_size(seed),
        "cliff": 4 * update_ratios.best_step_size(seed),
        "thousandth": 2.0**-7,
        "crawling": 2.0**-11,
    }[case]
    return update_ratios.ratios_and_loss(lr, seed)[1]


@measurements(
    cases={"thousandth": (0.00082, 0.0011), "crawling": (6e-05, 0.00012)},
    words={"thousandth": "a small step", "crawling": "a tiny step"},
    form="scientific",
    decimals=0,
    seeds=FIVE,
)
def ratio_at(case: str, seed: int) -> float:
    """Typical update over weight with {}."""
    lr = {"thousandth": 2.0**-7, "crawling": 2.0**-11}[case]
    return update_ratios.typical_ratio(lr, seed)


@measurements(
    cases={
        "none": (0.015, 0.027),
        "too_large": (2.284, 2.31),
        "too_small": (1.5, 1.87),
        "dead_start": (2.2984, 2.3014),
        "shuffled": (1.809, 1.887),
        "by_class": (0.033, 0.059),
        "overfitting": (0.078, 0.134),
        "leak": (0.00251, 0.003),
    },
    words=FAULTS,
    decimals=3,
    seeds=FIVE,
)
def training_loss_with(fault: str, seed: int) -> float:
    """Training loss at the end, with {}."""
    return float(gallery.run(fault, seed).losses[-1, 0])


@measurements(
    cases={
        "none": (0.09, 0.121),
        "too_large": (2.288, 2.332),
        "too_small": (1.52, 1.85),
        "dead_start": (2.3049, 2.3147),
        "shuffled": (2.4, 2.65),
        "by_class": (0.104, 0.17),
        "overfitting": (0.6, 0.81),
        "leak": (0.0035, 0.0091),
    },
    words=FAULTS,
    decimals=3,
    seeds=FIVE,
)
def validation_loss_with(fault: str, seed: int) -> float:
    """Loss on validation digits at the end, with {}."""
    return float(gallery.run(fault, seed).losses[-1, 1])


@measurement(low=0.11, high=0.29, decimals=2, seeds=FIVE)
def lowest_loss_when_never_cleared(seed: int) -> float:
    """Lowest training loss on the way if gradients are never cleared."""
    return float(gallery.run("never_cleared", seed).losses[:, 0].min())


@measurements(
    cases={"none": (0.961, 0.981), "leak": (0.993, 1)},
    words={"none": "no fault", "leak": "the answer among the inputs"},
    form="percent",
    decimals=0,
    seeds=FIVE,
)
def validation_accuracy_with(fault: str, seed: int) -> float:
    """Share of the validation digits that are read, with {}."""
    run = gallery.run(fault, seed)
    logits = run.model.forward(run.data.x_validation)
    return accuracy(logits, run.data.y_validation)


@measurement(low=0.835, high=0.895, form="percent", decimals=0, seeds=FIVE)
def accuracy_without_the_answer(seed: int) -> float:
    """Share of the digits read in use by a network that had the answers."""
    return gallery.accuracy_without_the_answer(seed)


WORDS = {
    "constant": "a constant step size",
    "step_decay": "step decay",
    "cosine": "a cosine",
    "warm_up": "warm-up and a cosine",
}


@measurements(
    cases={
        "constant": (0.54, 0.77),
        "step_decay": (0.54, 0.68),
        "cosine": (0.49, 0.61),
        "warm_up": (0.48, 0.61),
    },
    words=WORDS,
    decimals=3,
    seeds=TEN,
)
def loss_by_schedule(name: str, seed: int) -> float:
    """Loss on noisy validation digits with {}, at its best peak."""
    return schedules_compared.loss_at_best(name, seed)


@measurements(
    cases={
        "step_decay": (-0.14, 0.02),
        "cosine": (-0.19, -0.04),
        "warm_up": (-0.17, -0.04),
    },
    words=WORDS,
    decimals=3,
    seeds=TEN,
)
def change_of_loss_by(name: str, seed: int) -> float:
    """Loss with {}, minus that with a constant step, of the same seed."""
    with_it, without = (
        schedules_compared.loss_at_best(each, seed)
        for each in (name, "constant")
    )
    return with_it - without


@measurements(
    cases={
        "constant": (0.06245, 0.06255),
        "step_decay": (0.12495, 0.12505),
        "cosine": (0.24995, 0.25005),
        "warm_up": (0.24995, 0.25005),
    },
    words=WORDS,
    decimals=4,
)
def best_peak_of(name: str) -> float:
    """Peak with the least median loss over five other seeds, with {}."""
    return schedules_compared.best_peak(name)


@measurements(
    cases={"cosine": (1, 1), "warm_up": (9, 9)}, words=WORDS, decimals=0
)
def deep_runs_that_train_with(name: str) -> float:
    """Count the runs of ten that learn in eight layers, with {}."""
    return schedules_compared.deep_runs_that_train(name)
