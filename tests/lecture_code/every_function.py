"""All that the teaching code offers, called with numbers of a given kind.

`CALLS` has an entry for each public function and class, as `module.name`. It
takes a `Given`, which makes its arguments, and returns what comes out.
"""

from collections.abc import Callable
from typing import Any

import numpy as np

from calls_of_graph import GRAPH
from calls_of_models import MODELS
from calls_of_plot import PLOT
from given_numbers import (
    CLASSES,
    IMAGES,
    LABELS,
    SMALL,
    Given,
    U,
    X,
    generator,
    of_x,
    squares,
)
from lecture_code import (
    activations,
    approximation,
    arrays,
    augmentation,
    gradient_check,
    initialisers,
    losses,
    penalised_loss,
    penalties,
    sawtooth,
    smooth_activations,
    toy_data,
)


def of_penalised(f: Callable[..., Any]) -> Callable[[Given], Any]:
    """Return a call with parameters, a batch and classes."""
    return lambda given: f(
        given.array(SMALL),
        given.array([1.0, 100.0, -3.0]),
        given.array(X),
        CLASSES,
        given.number(100),
    )


def of_rng(f: Callable[..., Any], *counts: int) -> Callable[[Given], Any]:
    """Return a call with whole numbers and a generator."""
    return lambda given: f(*map(given.count, counts), generator())


def of_images(f: Callable[..., Any]) -> Callable[[Given], Any]:
    """Return a call with images, a whole number and a generator."""
    return lambda given: f(given.array(IMAGES), given.count(1), generator())


def of_two(f: Callable[..., Any], y: Any) -> Callable[[Given], Any]:
    """Return a call with the numbers above and others."""
    return lambda given: f(given.array(X), given.array(y))


def of_slope(f: Callable[..., Any]) -> Callable[[Given], Any]:
    """Return a call with an array and a slope."""
    return lambda given: f(given.array(X), given.number(0.3))


def of_penalty(f: Callable[..., Any]) -> Callable[[Given], Any]:
    """Return a call with parameters and a weight."""
    return lambda given: f(
        [given.array(X), given.array(SMALL[0])], given.number(100)
    )


CALLS: dict[str, Callable[[Given], Any]] = {
    **GRAPH,
    **MODELS,
    **PLOT,
    **{
        f"activations.{name}": of_x(getattr(activations, name))
        for of in ("identity", "sigmoid", "tanh", "relu")
        for name in (of, f"d_{of}")
    },
    **{
        f"activations.{name}": of_slope(getattr(activations, name))
        for of in ("leaky_relu", "elu")
        for name in (of, f"d_{of}")
    },
    "activations.step": of_x(activations.step),
    "approximation.bump": lambda given: approximation.bump(
        *map(given.number, (-100, 100, 90, 3))
    ),
    "approximation.one_hidden_layer": lambda given: (
        approximation.one_hidden_layer(*map(given.array, (X[0], *SMALL)))
    ),
    "approximation.step_unit": lambda given: approximation.step_unit(
        given.array(X[0]), given.number(100)
    ),
    "approximation.sum_of_bumps": lambda given: approximation.sum_of_bumps(
        lambda x: given.array(np.round(x)),
        *(given.number(-100), given.number(100), given.count(100)),
        given.number(2),
    ),
    "approximation.sup_error": lambda given: approximation.sup_error(
        lambda x: given.array(-x), given.array, given.array(X[0])
    ),
    "approximation.tower": lambda given: approximation.tower(
        given.array([[1.0, 2.0], [100.0, 90.0]]),
        given.array([0.0, 1.0]),
        given.array([100.0, 120.0]),
        given.number(2),
    ),
    "arrays.a_share": lambda given: arrays.a_share(p=given.number(0.3)),
    "arrays.as_batch": of_x(arrays.as_batch),
    "arrays.as_classes": lambda given: arrays.as_classes(
        [given.count(c) for c in (1, 0, 2)], 3, given.count(3)
    ),
    "arrays.as_count": lambda given: arrays.as_count("n", given.count(3)),
    "arrays.as_floats": of_x(arrays.as_floats),
    "arrays.as_number": lambda given: arrays.as_number("n", given.number(3)),
    "arrays.as_shape": of_x(lambda x: arrays.as_shape("x", x, (3, 3), "")),
    "arrays.at_least_one": lambda given: arrays.at_least_one(n=given.count(3)),
    "arrays.at_least_zero": lambda given: arrays.at_least_zero(
        n=given.number(3)
    ),
    "arrays.in_float64": of_x(arrays.in_float64(lambda x: x + x)),
    "arrays.without_mask": of_x(
        lambda x: arrays.as_floats(arrays.without_mask(x))
    ),
    "augmentation.add_noise": lambda given: augmentation.add_noise(
        given.array([LABELS]), given.number(0.3), generator()
    ),
    "augmentation.as_images": of_x(augmentation.as_images, IMAGES),
    "augmentation.flip": of_x(augmentation.flip, IMAGES),
    "augmentation.random_crops": of_images(augmentation.random_crops),
    "augmentation.random_rotations": of_images(augmentation.random_rotations),
    "augmentation.random_shifts": of_images(augmentation.random_shifts),
    "augmentation.rotate": lambda given: augmentation.rotate(
        given.array(IMAGES), given.array([30.0, 100.0])
    ),
    "augmentation.sample": lambda given: augmentation.sample(
        given.array(IMAGES),
        given.array([[0, 1], [1, 0]]),
        given.array([[1, 1], [0, 0]]),
    ),
    "augmentation.shift": lambda given: augmentation.shift(
        given.array(IMAGES), given.array([0.0, 1.0]), given.number(1)
    ),
    "gradient_check.central_difference": lambda given: (
        gradient_check.central_difference(
            squares, given.array(X), given.number(100)
        )
    ),
    "gradient_check.check_backward": lambda given: (
        gradient_check.check_backward(
            lambda x: given.array(2 * x),
            lambda u: 2 * u,
            given.array(X),
            generator(),
            given.number(100),
        )
    ),
    "gradient_check.check_gradient": lambda given: (
        gradient_check.check_gradient(
            squares, lambda x: given.array(x), given.array(X), given.number(1)
        )
    ),
    "gradient_check.each_step": lambda given: [
        step
        for _, step in gradient_check.each_step(
            np.zeros((2, 2)), given.number(1)
        )
    ],
    "gradient_check.forward_difference": lambda given: (
        gradient_check.forward_difference(
            squares, given.array(X), given.number(100)
        )
    ),
    "gradient_check.relative_error": lambda given: (
        gradient_check.relative_error(
            given.array(X), given.array(U), given.number(1)
        )
    ),
    "initialisers.constant": lambda given: initialisers.constant(
        given.number(3)
    )(given.count(2), given.count(3), generator()),
    "initialisers.fan_in": lambda given: initialisers.fan_in(
        [given.count(n) for n in (2, 100, 100)]
    ),
    "initialisers.kaiming_of_shape": lambda given: (
        initialisers.kaiming_of_shape(
            [given.count(n) for n in (2, 100, 2)], generator()
        )
    ),
    "initialisers.normal": lambda given: initialisers.normal(
        given.number(0.3)
    )(given.count(2), given.count(3), generator()),
    **{
        f"initialisers.{f.__name__}": of_rng(f, 100, 100)
        for f in (
            initialisers.zeros,
            initialisers.xavier_normal,
            initialisers.glorot_normal,
            initialisers.kaiming_normal,
        )
    },
    **{
        f"losses.{d}mean_squared_error": of_two(
            getattr(losses, f"{d}mean_squared_error"), U
        )
        for d in ("", "d_")
    },
    **{
        f"losses.{d}binary_cross_entropy": of_two(
            getattr(losses, f"{d}binary_cross_entropy"), LABELS
        )
        for d in ("", "d_")
    },
    **{
        f"losses.{d}cross_entropy": of_x(
            lambda x, d=d: getattr(losses, f"{d}cross_entropy")(x, CLASSES)
        )
        for d in ("", "d_")
    },
    "losses.log_softmax": of_x(losses.log_softmax),
    "losses.softmax": of_x(losses.softmax),
    "penalised_loss.above_zero": lambda given: penalised_loss.above_zero(
        given.number(3)
    ),
    "penalised_loss.d_penalised_loss": of_penalised(
        penalised_loss.d_penalised_loss
    ),
    "penalised_loss.hessian": of_penalised(
        lambda weight, bias, x, _, C: penalised_loss.hessian(
            weight, bias, x, C
        )
    ),
    "penalised_loss.penalised_loss": of_penalised(
        penalised_loss.penalised_loss
    ),
    **{
        f"penalties.{name}": of_penalty(getattr(penalties, name))
        for of in ("l1_penalty", "l2_penalty")
        for name in (of, f"d_{of}")
    },
    "penalties.soft_threshold": lambda given: penalties.soft_threshold(
        given.array(X), given.number(100)
    ),
    "sawtooth.count_linear_pieces": lambda given: sawtooth.count_linear_pieces(
        given.array(X[0]), given.number(0.3)
    ),
    "sawtooth.sawtooth": lambda given: sawtooth.sawtooth(
        given.array(X), given.count(2)
    ),
    **{
        f"smooth_activations.{name}": of_x(getattr(smooth_activations, name))
        for name in ("normal_share", "gelu", "d_gelu", "silu", "d_silu")
    },
    **{
        f"toy_data.{name}": lambda given, name=name: getattr(toy_data, name)(
            given.count(100), given.number(0.3), generator()
        )
        for name in ("two_rings", "two_moons", "noisy_sine")
    },
    **{
        f"toy_data.{gate}_gate": (
            lambda given, gate=gate: getattr(toy_data, f"{gate}_gate")()  # noqa: ARG005
        )
        for gate in ("and", "or", "xor")
    },
}
