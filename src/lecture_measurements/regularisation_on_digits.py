"""What the page on regularisation claims about a network on digits."""

from __future__ import annotations

import numpy as np

from lecture_measurements.measurement import measurement
from lecture_measurements.mislabelled_digits import (
    METHODS,
    N_EPOCHS,
    Method,
    trained,
)

FIVE = range(5)


@measurement(low=0.76, high=0.87, form="percent", decimals=0, seeds=FIVE)
def test_accuracy_plain(seed: int) -> float:
    """Accuracy on test digits: no regulariser."""
    return trained(METHODS["none"], seed).accuracy_on("test")


@measurement(low=0.26, high=0.35, form="percent", decimals=0, seeds=FIVE)
def gap_plain(seed: int) -> float:
    """Accuracy in training minus that in validation: no regulariser."""
    return trained(METHODS["none"], seed).gap


@measurement(low=0.87, high=0.93, form="percent", decimals=0, seeds=FIVE)
def test_accuracy_early_stopping(seed: int) -> float:
    """Accuracy on test digits: early stopping."""
    return trained(METHODS["early stopping"], seed).accuracy_on("test")


@measurement(low=0.01, high=0.12, form="percent", decimals=0, seeds=FIVE)
def gap_early_stopping(seed: int) -> float:
    """Accuracy in training minus that in validation: early stopping."""
    return trained(METHODS["early stopping"], seed).gap


@measurement(low=0.86, high=0.93, form="percent", decimals=0, seeds=FIVE)
def test_accuracy_l2(seed: int) -> float:
    """Accuracy on test digits: decoupled weight decay."""
    return trained(METHODS["L2"], seed).accuracy_on("test")


@measurement(low=0.06, high=0.16, form="percent", decimals=0, seeds=FIVE)
def gap_l2(seed: int) -> float:
    """Accuracy in training minus that in validation: weight decay."""
    return trained(METHODS["L2"], seed).gap


@measurement(low=0.86, high=0.94, form="percent", decimals=0, seeds=FIVE)
def test_accuracy_l1(seed: int) -> float:
    """Accuracy on test digits: proximal steps of L1."""
    return trained(METHODS["L1"], seed).accuracy_on("test")


@measurement(low=0.01, high=0.14, form="percent", decimals=0, seeds=FIVE)
def gap_l1(seed: int) -> float:
    """Accuracy in training minus that in validation: proximal steps of L1."""
    return trained(METHODS["L1"], seed).gap


@measurement(low=0.86, high=0.93, form="percent", decimals=0, seeds=FIVE)
def test_accuracy_dropout(seed: int) -> float:
    """Accuracy on test digits: dropout of a half."""
    return trained(METHODS["dropout"], seed).accuracy_on("test")


@measurement(low=0.1, high=0.19, form="percent", decimals=0, seeds=FIVE)
def gap_dropout(seed: int) -> float:
    """Accuracy in training minus that in validation: dropout of a half."""
    return trained(METHODS["dropout"], seed).gap


@measurement(low=0.88, high=0.95, form="percent", decimals=0, seeds=FIVE)
def test_accuracy_augmentation(seed: int) -> float:
    """Accuracy on test digits: noise on the pixels."""
    return trained(METHODS["augmentation"], seed).accuracy_on("test")


@measurement(low=0.01, high=0.14, form="percent", decimals=0, seeds=FIVE)
def gap_augmentation(seed: int) -> float:
    """Accuracy in training minus that in validation: noise on the pixels."""
    return trained(METHODS["augmentation"], seed).gap


@measurement(low=0.88, high=0.94, form="percent", decimals=0, seeds=FIVE)
def test_accuracy_l2_and_dropout(seed: int) -> float:
    """Accuracy on test digits: weight decay and dropout."""
    return trained(METHODS["L2 and dropout"], seed).accuracy_on("test")


@measurement(low=0.01, high=0.13, form="percent", decimals=0, seeds=FIVE)
def gap_l2_and_dropout(seed: int) -> float:
    """Accuracy in training minus that in validation: decay and dropout."""
    return trained(METHODS["L2 and dropout"], seed).gap


@measurement(low=0.001, high=0.006, form="percent", decimals=1, seeds=FIVE)
def near_zero_plain(seed: int) -> float:
    """Share of weights below a thousandth: no regulariser."""
    return trained(METHODS["none"], seed).near_zero


@measurement(low=0.005, high=0.02, form="percent", decimals=1, seeds=FIVE)
def near_zero_l2(seed: int) -> float:
    """Share of weights below a thousandth: decoupled weight decay."""
    return trained(METHODS["L2"], seed).near_zero


@measurement(low=0.7, high=0.82, form="percent", decimals=0, seeds=FIVE)
def near_zero_l1(seed: int) -> float:
    """Share of weights below a thousandth: proximal steps of L1."""
    return trained(METHODS["L1"], seed).near_zero


@measurement(low=0.001, high=0.006, form="percent", decimals=1, seeds=FIVE)
def near_zero_dropout(seed: int) -> float:
    """Share of weights below a thousandth: dropout of a half."""
    return trained(METHODS["dropout"], seed).near_zero


@measurement(low=0.9, high=1, form="percent", decimals=0, seeds=FIVE)
def training_accuracy_plain(seed: int) -> float:
    """Accuracy on the training labels without any regulariser."""
    return trained(METHODS["none"], seed).accuracy_on("train")


@measurement(low=0.74, high=0.85, form="percent", decimals=0, seeds=FIVE)
def training_accuracy_l2_and_dropout(seed: int) -> float:
    """Accuracy on the training labels, weight decay and dropout."""
    return trained(METHODS["L2 and dropout"], seed).accuracy_on("train")


@measurement(low=0.82, high=0.92, form="percent", decimals=0, seeds=FIVE)
def test_accuracy_of_sixteen_units(seed: int) -> float:
    """Accuracy on test digits of a network with 16 hidden units."""
    return trained(Method(n_hidden=16), seed).accuracy_on("test")


@measurement(low=5, high=16, decimals=0, seeds=FIVE)
def best_epoch(seed: int) -> float:
    """Epoch with the least validation loss."""
    return float(
        np.argmin(trained(METHODS["none"], seed).validation_losses) + 1
    )


@measurement(low=0.55, high=0.8, form="percent", decimals=0, seeds=FIVE)
def epochs_saved(seed: int) -> float:
    """Share of the epochs that early stopping saves."""
    run = trained(METHODS["early stopping"], seed)
    return 1 - len(run.train_losses) / N_EPOCHS


@measurement(low=1.5, high=2.2, seeds=FIVE)
def validation_loss_at_the_end(seed: int) -> float:
    """Loss on validation digits after all epochs."""
    return trained(METHODS["none"], seed).validation_losses[-1]


@measurement(low=1.0, high=1.45, seeds=FIVE)
def validation_loss_at_the_best(seed: int) -> float:
    """Least validation loss of all epochs."""
    return min(trained(METHODS["none"], seed).validation_losses)
