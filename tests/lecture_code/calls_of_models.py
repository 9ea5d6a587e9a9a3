"""Layers, optimisers and what is trained, called with given numbers."""

from collections.abc import Callable
from typing import Any

import numpy as np

from given_numbers import (
    CLASSES,
    IMAGES,
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
    adam,
    batch_norm,
    dropout,
    early_stopping,
    layer,
    layer_norm,
    linear,
    logistic_regression,
    losses,
    maxout,
    mlp,
    optimisers,
    perceptron,
    prelu,
    schedules,
    sequential,
    training,
)


def there_and_back(any_layer: Any, x: Any, u: Any) -> list[Any]:
    """Return the output of a layer, and every gradient."""
    output = any_layer.forward(x)
    return [output, any_layer.backward(u), *any_layer.gradients]


def steps(optimiser: Callable[..., Any], given: Given) -> list[Any]:
    """Return where two steps lead."""
    p = np.array(SMALL)
    one = optimiser([p])
    one.step([given.array(U)])
    one.step([given.array(X)])
    return [p]


def stopped(given: Given) -> list[Any]:
    """Return how an early stopping judges losses."""
    w = np.zeros(2)
    stopping = early_stopping.EarlyStopping(
        [w], given.count(2), given.number(0.0004)
    )
    losses_seen = (100.0, 1.0, 0.99951, 3.0)
    stops = [stopping.update(given.number(loss)) for loss in losses_seen]
    return [stops, stopping.best_loss, stopping.best_epoch]


def fitted(given: Given) -> list[Any]:
    """Return all that a logistic regression finds."""
    classes = np.array([0, 1, 1, 0])
    x = given.array([[1.0, 3.0], [100.0, 2.0], [7.0, 8.0], [60.0, 9.9]])
    model = logistic_regression.LogisticRegression(
        given.number(1), given.count(50), given.number(0)
    )
    model.tol = 1e-8
    model.fit(x, classes)
    return [
        model.weight,
        model.decision_function(x),
        model.predict_probability(x),
        model.predict(x),
        model.score(x, classes),
    ]


def trained(given: Given) -> list[Any]:
    """Return the losses of a training, and where it ends."""
    model = mlp.MLP([3, 4, 3], "tanh", generator())
    sgd = optimisers.SGD(model.parameters, given.number(1), 0.5)
    mean_squares = losses.mean_squared_error, losses.d_mean_squared_error
    x, y = given.array(X), given.array(SMALL)
    history = training.train(
        *(model, *mean_squares, sgd, x, y),
        *(given.count(3), given.count(2), generator()),
    )
    return [history, *model.parameters]


def taught(given: Given) -> list[Any]:
    """Return what a perceptron learns."""
    neuron = perceptron.Perceptron(given.array(SMALL[0]), given.number(1))
    y = np.array([1, 0, 1])
    updates = neuron.fit(given.array(X), y, generator(), given.count(5))
    return [updates, neuron.weight, neuron.bias]


def of_stack(given: Given) -> list[Any]:
    """Return the output and gradients of layers on one another."""
    stack = sequential.Sequential(
        [activations.Activation("relu"), linear.Linear(3, 3, generator())]
    )
    return there_and_back(stack, given.array(X), given.array(U))


def of_layer(make: Callable[[Given], Any]) -> Callable[[Given], Any]:
    """Return a call that goes forward and back."""
    return lambda given: there_and_back(
        make(given), given.array(X), given.array(U)
    )


MODELS: dict[str, Callable[[Given], Any]] = {
    "activations.Activation": of_layer(
        lambda given: activations.Activation("elu")  # noqa: ARG005
    ),
    **{
        f"adam.{kind.__name__}": lambda given, kind=kind: steps(
            lambda p: kind(
                p,
                given.number(0.3),
                (given.number(0.9), given.number(0.99)),
                given.number(1e-3),
                given.number(0.7),
            ),
            given,
        )
        for kind in (adam.Adam, adam.AdamW)
    },
    "batch_norm.BatchNorm1d": of_layer(
        lambda given: batch_norm.BatchNorm1d(
            given.count(3), given.number(1), given.number(0.3)
        )
    ),
    "batch_norm.BatchNorm2d": lambda given: there_and_back(
        batch_norm.BatchNorm2d(2), given.array([IMAGES]), given.array([IMAGES])
    ),
    "batch_norm.as_images": of_x(
        lambda x: batch_norm.as_images(x, (1, 3, 1, 3))
    ),
    "batch_norm.as_pixels": of_x(batch_norm.as_pixels, [IMAGES]),
    **{
        f"dropout.{kind.__name__}": of_layer(
            lambda given, kind=kind: kind(given.number(0.3), generator())
        )
        for kind in (dropout.Dropout, dropout.ClassicalDropout)
    },
    "early_stopping.EarlyStopping": stopped,
    "layer.set_training": lambda given: layer.set_training(
        activations.Activation("relu"), given.number(1)
    ),
    "layer_norm.LayerNorm": of_layer(
        lambda given: layer_norm.LayerNorm(given.count(3), given.number(1))
    ),
    "linear.Linear": of_layer(
        lambda given: linear.Linear(given.count(3), 3, generator())
    ),
    "logistic_regression.LogisticRegression": fitted,
    "maxout.Maxout": of_layer(
        lambda given: maxout.Maxout(3, given.count(3), 2, generator())
    ),
    "mlp.MLP": of_layer(
        lambda given: mlp.MLP(
            [given.count(n) for n in (3, 100, 3)], "tanh", generator()
        )
    ),
    "optimisers.SGD": lambda given: steps(
        lambda p: optimisers.SGD(p, *map(given.number, (0.3, 0.9, 100))), given
    ),
    "optimisers.changeable": lambda given: optimisers.changeable(  # noqa: ARG005
        [np.array(X)]
    ),
    "optimisers.fitting": of_x(
        lambda x: optimisers.fitting([x], [np.zeros((3, 3))])
    ),
    "optimisers.gradient_descent": lambda given: optimisers.gradient_descent(
        lambda w: given.array(np.round(w)),
        given.array(X[0]),
        given.number(0.3),
        given.count(3),
    ),
    "optimisers.random_search": lambda given: optimisers.random_search(
        lambda w: given.number(min(100.0, squares(w))),
        given.array(SMALL[0]),
        given.count(20),
        given.number(0.3),
        generator(),
    ),
    "perceptron.Perceptron": taught,
    "perceptron.pre_activation": lambda given: perceptron.pre_activation(
        given.array(X), given.array(SMALL[0]), given.number(100)
    ),
    "prelu.PReLU": of_layer(
        lambda given: prelu.PReLU(given.count(3), given.number(0.3))
    ),
    **{
        f"schedules.{name}": lambda given, name=name: getattr(schedules, name)(
            given.count(90), given.count(100)
        )
        for name in ("constant", "step_decay", "cosine")
    },
    "schedules.warmed_up": lambda given: schedules.warmed_up(
        schedules.cosine, given.count(20)
    )(given.count(90), given.count(100)),
    "sequential.Sequential": of_stack,
    "training.accuracy": of_x(lambda x: training.accuracy(x, CLASSES)),
    "training.minibatches": lambda given: list(
        training.minibatches(given.count(120), given.count(50), generator())
    ),
    "training.predicted_classes": of_x(training.predicted_classes),
    "training.train": trained,
}
