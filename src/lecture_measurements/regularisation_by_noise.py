"""What the page on regularisation claims about dropout and augmentation."""

from __future__ import annotations

from lecture_code.dropout import ClassicalDropout, Dropout
from lecture_measurements import dropout_on_digits as dropped
from lecture_measurements.augmented_digits import (
    accuracy_with,
    cropped,
    flipped,
    shifted,
    turned,
)
from lecture_measurements.measurement import measurement
from lecture_measurements.mislabelled_digits import METHODS

FIVE = range(5)


@measurement(low=0.77, high=0.88, form="percent", decimals=0, seeds=FIVE)
def accuracy_of_dropout_left_on(seed: int) -> float:
    """Accuracy on test digits with dropout wrongly left on."""
    return dropped.accuracy_left_on(seed)


@measurement(low=0.14, high=0.24, form="percent", decimals=0, seeds=FIVE)
def answers_changed_by_dropout_left_on(seed: int) -> float:
    """Share of answers that differ between two passes with it left on."""
    return dropped.share_changed(seed, training=True)


@measurement(low=0, high=0, form="percent", decimals=0, seeds=FIVE)
def answers_changed_in_evaluation(seed: int) -> float:
    """Share of answers that differ between two passes in evaluation."""
    return dropped.share_changed(seed, training=False)


@measurement(low=0.85, high=0.93, form="percent", decimals=0, seeds=FIVE)
def accuracy_of_a_hundred_masks(seed: int) -> float:
    """Accuracy on test digits of the mean over a hundred masks."""
    return dropped.accuracy_of_ensemble(100, seed)


@measurement(low=1, high=4.5, decimals=1, seeds=FIVE)
def error_of_mean_inverted(seed: int) -> float:
    """Largest error of inverted dropout's mean, in standard errors."""
    return dropped.error_of_mean(Dropout, seed)


@measurement(low=1, high=4.5, decimals=1, seeds=FIVE)
def error_of_mean_classical(seed: int) -> float:
    """Largest error of classical dropout's mean, in standard errors."""
    return dropped.error_of_mean(ClassicalDropout, seed)


@measurement(low=0.5, high=0.7, form="percent", decimals=0, seeds=FIVE)
def half_silenced_plain(seed: int) -> float:
    """Accuracy with half of the hidden units silenced: no regulariser."""
    return dropped.accuracy_with_units_silenced(METHODS["none"], seed)


@measurement(low=0.74, high=0.89, form="percent", decimals=0, seeds=FIVE)
def half_silenced_dropout(seed: int) -> float:
    """Accuracy with half of the hidden units silenced: dropout of a half."""
    return dropped.accuracy_with_units_silenced(METHODS["dropout"], seed)


@measurement(low=0.7, high=0.88, form="percent", decimals=0, seeds=FIVE)
def half_silenced_l2(seed: int) -> float:
    """Accuracy with half of the hidden units silenced: weight decay."""
    return dropped.accuracy_with_units_silenced(METHODS["L2"], seed)


@measurement(low=0.91, high=0.97, form="percent", decimals=0, seeds=FIVE)
def accuracy_trained_unchanged(seed: int) -> float:
    """Accuracy on test digits, trained on digits as they are."""
    return accuracy_with(None, None, seed)


@measurement(low=0.34, high=0.43, form="percent", decimals=0, seeds=FIVE)
def accuracy_trained_unchanged_on_moved(seed: int) -> float:
    """Accuracy on moved test digits, trained on digits as they are."""
    return accuracy_with(None, shifted, seed)


@measurement(low=0.86, high=0.93, form="percent", decimals=0, seeds=FIVE)
def accuracy_trained_shifted(seed: int) -> float:
    """Accuracy on test digits, trained on digits with shifts."""
    return accuracy_with(shifted, None, seed)


@measurement(low=0.84, high=0.92, form="percent", decimals=0, seeds=FIVE)
def accuracy_trained_shifted_on_moved(seed: int) -> float:
    """Accuracy on moved test digits, trained on digits with shifts."""
    return accuracy_with(shifted, shifted, seed)


@measurement(low=0.93, high=0.96, form="percent", decimals=0, seeds=FIVE)
def accuracy_trained_turned(seed: int) -> float:
    """Accuracy on test digits, trained on digits with rotations."""
    return accuracy_with(turned, None, seed)


@measurement(low=0.85, high=0.92, form="percent", decimals=0, seeds=FIVE)
def accuracy_trained_cropped(seed: int) -> float:
    """Accuracy on test digits, trained on digits with crops."""
    return accuracy_with(cropped, None, seed)


@measurement(low=0.9, high=0.955, form="percent", decimals=0, seeds=FIVE)
def accuracy_trained_flipped(seed: int) -> float:
    """Accuracy on test digits, trained with wrong flips."""
    return accuracy_with(flipped, None, seed)


@measurement(low=0.85, high=0.94, form="percent", decimals=0, seeds=FIVE)
def accuracy_trained_unchanged_on_turned(seed: int) -> float:
    """Accuracy on turned test digits, trained on digits as they are."""
    return accuracy_with(None, turned, seed)


@measurement(low=0.9, high=0.97, form="percent", decimals=0, seeds=FIVE)
def accuracy_trained_turned_on_turned(seed: int) -> float:
    """Accuracy on turned test digits, trained on digits with rotations."""
    return accuracy_with(turned, turned, seed)


@measurement(low=0.8, high=0.9, form="percent", decimals=0, seeds=FIVE)
def accuracy_flipped_on_wrong_labels(seed: int) -> float:
    """Accuracy on test digits after flips and wrong labels."""
    return accuracy_with(flipped, None, seed, share_wrong=0.2)
