"""The claims of the introduction: what one small training loop can do."""

from functools import partial

import numpy as np

from lecture_code.arrays import Array
from lecture_code.gradient_check import central_difference, relative_error
from lecture_code.toy_data import two_rings
from lecture_code.training import accuracy
from lecture_experiments.introduction import training_by_hand as by_hand
from lecture_experiments.introduction.reading_digits import (
    digit_reader,
    logits_of,
    one_pixel_right,
)
from lecture_experiments.introduction.training_by_hand import (
    Problem,
    Weights,
    problem,
)
from lecture_measurements.measurement import measurement

SEEDS = range(10)


@measurement(low=0.3, high=2.5, seeds=SEEDS)
def loss_at_the_start(seed: int) -> float:
    """Loss of the network of the introduction before its first step."""
    task = problem(seed)
    return by_hand.loss(task.x, task.y, task.start)


@measurement(low=0.0048, high=0.0143, decimals=3, seeds=SEEDS)
def final_loss(seed: int) -> float:
    """Loss of the training loop after its last step."""
    task = problem(seed)
    return by_hand.loss(task.x, task.y, by_hand.descent(task)[-1])


@measurement(low=0, high=0, decimals=0, seeds=SEEDS)
def steps_that_raised_the_loss(seed: int) -> float:
    """Count the steps of the training loop that made the loss larger."""
    task = problem(seed)
    path = by_hand.descent(task)
    losses = [by_hand.loss(task.x, task.y, weights) for weights in path]
    return float(np.sum(np.diff(losses) > 0))


@measurement(low=0.985, high=1, form="percent", decimals=0, seeds=SEEDS)
def final_accuracy(seed: int) -> float:
    """Accuracy on the samples that the training loop has learned from."""
    task = problem(seed)
    p = by_hand.predict(task.x, by_hand.descent(task)[-1])
    return by_hand.accuracy(p, task.y)


@measurement(low=0.9955, high=1, form="percent", decimals=1, seeds=SEEDS)
def fresh_accuracy(seed: int) -> float:
    """Accuracy of the training loop on moons that it has never seen."""
    return by_hand.fresh_accuracy(problem(seed))


@measurement(low=0.859, high=0.901, form="percent", decimals=1, seeds=SEEDS)
def line_accuracy(seed: int) -> float:
    """Accuracy on fresh moons if the loop has no hidden layer: a line."""
    task = problem(seed)
    return by_hand.accuracy(by_hand.predict_by_line(task), task.fresh_y)


def accuracy_of_random_features(task: Problem) -> float:
    """Return the accuracy on fresh samples if only the output layer learns."""
    p = by_hand.predict_by_random_features(task)
    return by_hand.accuracy(p, task.fresh_y)


def random_features(seed: int, n_hidden: int = 8) -> Problem:
    """Return the task with a hidden layer drawn with its biases."""
    return by_hand.with_random_biases(problem(seed, n_hidden=n_hidden), seed)


@measurement(low=0.884, high=0.9965, form="percent", decimals=1, seeds=SEEDS)
def random_features_accuracy(seed: int) -> float:
    """Accuracy on fresh moons if the 8 hidden units stay as drawn."""
    return accuracy_of_random_features(random_features(seed))


@measurement(low=0.9655, high=0.998, form="percent", decimals=1, seeds=SEEDS)
def as_many_random_weights_accuracy(seed: int) -> float:
    """Accuracy if as many weights learn as in the small network."""
    return accuracy_of_random_features(random_features(seed, n_hidden=32))


@measurement(low=0.9935, high=1, form="percent", decimals=1, seeds=SEEDS)
def many_random_features_accuracy(seed: int) -> float:
    """Accuracy on fresh moons if 25 times as many units stay as drawn."""
    return accuracy_of_random_features(random_features(seed, n_hidden=200))


@measurement(low=0.9405, high=0.973, form="percent", decimals=1, seeds=SEEDS)
def odd_random_features_accuracy(seed: int) -> float:
    """Accuracy if many units stay as drawn and have no biases."""
    return accuracy_of_random_features(problem(seed, n_hidden=200))


@measurement(low=0.928, high=0.993, form="percent", decimals=1, seeds=SEEDS)
def agreement_with_the_line(seed: int) -> float:
    """Share of fresh moons that network and line class alike at step 10."""
    task = problem(seed)
    p = by_hand.predict(task.fresh_x, by_hand.descent(task, n_steps=10)[-1])
    return float(np.mean((p > 0.5) == (by_hand.predict_by_line(task) > 0.5)))


@measurement(low=0.71, high=0.99, form="percent", decimals=0, seeds=SEEDS)
def accuracy_from_8_samples(seed: int) -> float:
    """Accuracy on fresh moons after training on 8 samples."""
    return by_hand.fresh_accuracy(problem(seed, n_samples=8))


@measurement(low=0.915, high=1, form="percent", decimals=0, seeds=SEEDS)
def accuracy_from_32_samples(seed: int) -> float:
    """Accuracy on fresh moons after training on 32 samples."""
    return by_hand.fresh_accuracy(problem(seed, n_samples=32))


@measurement(low=0.996, high=1, form="percent", decimals=1, seeds=SEEDS)
def accuracy_on_rings(seed: int) -> float:
    """Accuracy of the same loop on fresh samples of two rings."""
    return by_hand.fresh_accuracy(problem(seed, data=two_rings))


@measurement(low=0.69264, high=0.69365, decimals=3)
def loss_from_zero_weights() -> float:
    """Loss after the training loop if all weights start at zero."""
    task = problem(0)
    zero = Weights(*(np.zeros_like(w) for w in task.start))
    path = by_hand.descent(task._replace(start=zero))
    return by_hand.loss(task.x, task.y, path[-1])


@measurement(low=0, high=1e-7, form="bound", seeds=SEEDS)
def error_of_the_gradients(seed: int) -> float:
    """Relative error of the gradients by hand against nudging each weight."""
    x, y, *_, start = problem(seed)
    exact = by_hand.gradients(x, y, start)._asdict()

    def loss_with(name: str, w: Array) -> float:
        return by_hand.loss(x, y, start._replace(**{name: w}))

    return max(
        relative_error(exact[name], central_difference(f, w))
        for name, w in start._asdict().items()
        for f in [partial(loss_with, name)]
    )


@measurement(low=0, high=1e-12, form="bound", seeds=range(5))
def difference_from_torch(seed: int) -> float:
    """Largest difference of a weight between the NumPy and torch loops."""
    task = problem(seed)
    both = zip(
        by_hand.descent(task)[-1], by_hand.descent_in_torch(task), strict=True
    )
    return max(float(np.max(np.abs(ours - torchs))) for ours, torchs in both)


@measurement(low=0.962, high=0.981, form="percent", decimals=1, seeds=range(5))
def digits_read(seed: int) -> float:
    """Share of fresh digit images that a network of 32 hidden units reads."""
    model, images, digit = digit_reader(seed)
    return accuracy(logits_of(model, images), digit)


@measurement(low=0.954, high=0.971, form="percent", decimals=1, seeds=range(5))
def digits_read_without_a_hidden_layer(seed: int) -> float:
    """Share of fresh digit images that one layer alone reads."""
    model, images, digit = digit_reader(seed, hidden=())
    return accuracy(logits_of(model, images), digit)


@measurement(low=0.429, high=0.518, form="percent", decimals=1, seeds=range(5))
def digits_read_one_pixel_off(seed: int) -> float:
    """Share read if each fresh image is moved one pixel to the right."""
    model, images, digit = digit_reader(seed)
    return accuracy(logits_of(model, one_pixel_right(images)), digit)
