"""What the page on the MLP in PyTorch claims, in numbers."""

from __future__ import annotations

from functools import cache, partial

import numpy as np
import torch
from torch import nn

from lecture_code import in_torch
from lecture_code.losses import mean_squared_error
from lecture_code.optimisers import SGD
from lecture_experiments.mlp_in_pytorch.curve_in_torch import (
    LR,
    N_EPOCHS,
    Start,
    adam,
    curve,
    curve_in_torch,
    difference,
    differences_on_the_way,
    fresh_model,
    losses_if_never_cleared,
    losses_of_the_twin,
    weights,
)
from lecture_experiments.mlp_in_pytorch.optimisers_compared import (
    LEARNING_RATES,
    errors,
    sgd,
)
from lecture_experiments.mlp_in_pytorch.torch_habits import (
    after_a_break,
    default_weights,
    fit_to_a_row,
    fresh_error,
    nodes_after_summing_losses,
)
from lecture_measurements.measurement import measurement

SEEDS = range(10)
TUNING_SEEDS = range(20, 30)  # others than those that are reported


def trained_in_torch(seed: int) -> in_torch.MLP:
    """Return the network of the lecture after its training."""
    model = fresh_model(seed, torch.float32)
    optimizer = torch.optim.Adam(model.parameters(), lr=LR)
    data = curve_in_torch(seed, torch.float32)
    in_torch.train(model, nn.MSELoss(), optimizer, *data, N_EPOCHS)
    return model


@measurement(low=0.1, high=1.3, seeds=SEEDS)
def mse_before_training(seed: int) -> float:
    """Error of the network on the curve as torch has drawn it."""
    return losses_of_the_twin(seed, n_epochs=1)[0]


@measurement(low=0.009, high=0.037, decimals=3, seeds=SEEDS)
def mse_after_training(seed: int) -> float:
    """Error of the lecture's network on the curve after its training."""
    x, targets = curve_in_torch(seed, torch.float32)
    return nn.functional.mse_loss(trained_in_torch(seed)(x), targets).item()


@measurement(low=0.012, high=0.07, decimals=3, seeds=SEEDS)
def mse_on_fresh_samples(seed: int) -> float:
    """Error of the trained network on samples that it has not seen."""
    return fresh_error(trained_in_torch(seed), seed)


@measurement(low=0.0082, high=0.00856, decimals=4, seeds=range(5))
def mse_after_ten_times_the_epochs(seed: int) -> float:
    """Error on the curve after ten times as many epochs."""
    return losses_of_the_twin(seed, n_epochs=10 * N_EPOCHS)[-1]


@measurement(low=0.00897, high=0.00998, decimals=4, seeds=range(5))
def mse_of_the_true_curve(seed: int) -> float:
    """Error of the sine itself on the samples: the noise that they have."""
    x, targets = curve(seed)
    return mean_squared_error(np.sin(x), targets)


def forgotten(seed: int, start: Start = adam) -> list[float]:
    """Return the losses if `zero_grad` is forgotten."""
    return losses_of_the_twin(seed, start, clear=False)


@measurement(low=0.03, high=0.16, seeds=SEEDS)
def lowest_mse_when_never_cleared(seed: int) -> float:
    """Lowest error on the way if Adam never gets its gradients cleared."""
    return min(forgotten(seed))


@measurement(low=1, high=13, decimals=1, seeds=SEEDS)
def mse_when_never_cleared(seed: int) -> float:
    """Error after the training if Adam never gets its gradients cleared."""
    return forgotten(seed)[-1]


@measurement(low=0.021, high=0.038, decimals=3, seeds=SEEDS)
def mse_of_sgd(seed: int) -> float:
    """Error after the training by gradient descent."""
    return losses_of_the_twin(seed, sgd)[-1]


@measurement(low=0.18, high=0.5, seeds=SEEDS)
def mse_of_sgd_when_never_cleared(seed: int) -> float:
    """Mean error of the second half if gradient descent never clears."""
    return float(np.mean(forgotten(seed, sgd)[N_EPOCHS // 2 :]))


slow_sgd = partial(SGD, lr=0.01)


@measurement(low=0.062, high=0.137, seeds=SEEDS)
def mse_of_slow_sgd(seed: int) -> float:
    """Error after gradient descent with a rate that is too small."""
    return losses_of_the_twin(seed, slow_sgd)[-1]


@measurement(low=0.03, high=0.08, seeds=SEEDS)
def lowest_mse_of_slow_sgd_when_never_cleared(seed: int) -> float:
    """Lowest error on the way of slow descent that never clears."""
    return min(forgotten(seed, slow_sgd))


@measurement(low=0, high=1e-14, form="bound", seeds=range(5))
def difference_of_the_sum_of_gradients(seed: int) -> float:
    """Largest difference of a kept gradient from the sum of all so far."""
    model, total = fresh_model(seed), [np.zeros(1)] * 4
    x, targets = curve_in_torch(seed)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    worst = 0.0
    for _ in range(20):
        loss = nn.functional.mse_loss(model(x), targets)
        alone = torch.autograd.grad(loss, list(model.parameters()))
        total = [t + g.numpy() for t, g in zip(total, alone, strict=True)]
        losses_if_never_cleared(model, optimizer, x, targets, 1)
        kept = [np.asarray(p.grad) for p in model.parameters()]
        worst = max(worst, difference(total, kept))
    return worst


@measurement(low=0, high=0, decimals=0, seeds=range(5))
def difference_from_momentum_one(seed: int) -> float:
    """Largest difference of a weight between forgetting and momentum 1."""
    data = curve_in_torch(seed)
    wrong, heavy = fresh_model(seed), fresh_model(seed)
    plain = torch.optim.SGD(wrong.parameters(), lr=0.1)
    losses_if_never_cleared(wrong, plain, *data)
    momentum = torch.optim.SGD(heavy.parameters(), lr=0.1, momentum=1.0)
    in_torch.train(heavy, nn.MSELoss(), momentum, *data, N_EPOCHS)
    return difference(weights(wrong), weights(heavy))


@measurement(low=0, high=0, decimals=0, seeds=range(5))
def difference_of_the_modes(seed: int) -> float:
    """Largest difference of a weight between training in the two modes."""
    found = []
    for mode in (True, False):
        model = fresh_model(seed).train(mode)
        optimizer = torch.optim.Adam(model.parameters(), lr=LR)
        x, targets = curve_in_torch(seed)
        for _ in range(20):
            optimizer.zero_grad()
            losses_if_never_cleared(model, optimizer, x, targets, 1)
        found.append(weights(model))
    return difference(*found)


@measurement(low=0, high=1e-14, form="bound", seeds=range(5))
def difference_from_the_twin(seed: int) -> float:
    """Largest difference of a weight from the NumPy twin, at any step."""
    return max(differences_on_the_way(seed, torch.float64))


@measurement(low=1e-7, high=1e-5, form="bound", seeds=range(5))
def difference_in_single_precision(seed: int) -> float:
    """Largest difference of a weight if torch computes in float32."""
    return max(differences_on_the_way(seed, torch.float32))


@measurement(low=1e-6, high=0.1, form="bound", seeds=range(5))
def difference_in_precision_when_never_cleared(seed: int) -> float:
    """Difference of a weight in the two precisions if SGD never clears."""
    found = []
    for dtype in (torch.float32, torch.float64):
        model = fresh_model(seed, dtype)
        optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
        data = curve_in_torch(seed, dtype)
        losses_if_never_cleared(model, optimizer, *data)
        found.append(weights(model))
    return difference(*found)


@cache
def best_rate(name: str) -> float:
    """Return the learning rate with the least error over other seeds."""
    medians = {
        lr: np.nan_to_num(np.median(errors(name, lr, TUNING_SEEDS)), nan=9)
        for lr in LEARNING_RATES
    }
    return min(medians, key=lambda lr: float(medians[lr]))


def error_at_its_best(name: str, seed: int) -> float:
    """Return the error with the learning rate that suits an optimiser."""
    return errors(name, best_rate(name), range(seed, seed + 1))[0]


@measurement(low=0.0074, high=0.0124, decimals=4, seeds=SEEDS)
def mse_of_adam_at_its_best(seed: int) -> float:
    """Error after the training by Adam with the best learning rate."""
    return error_at_its_best("Adam", seed)


@measurement(low=0.0176, high=0.0271, decimals=4, seeds=SEEDS)
def mse_of_sgd_at_its_best(seed: int) -> float:
    """Error after plain gradient descent with the best learning rate."""
    return error_at_its_best("SGD", seed)


@measurement(low=0.008, high=0.025, decimals=4, seeds=SEEDS)
def mse_of_momentum_at_its_best(seed: int) -> float:
    """Error after descent with momentum and its best learning rate."""
    return error_at_its_best("SGD with momentum", seed)


@measurement(low=0, high=1e-3, form="bound", seeds=range(5))
def first_step_of_adam(seed: int) -> float:
    """Largest relative difference of a first step of Adam from its rate."""
    model = fresh_model(seed)
    before = weights(model)
    optimizer = torch.optim.Adam(model.parameters(), lr=LR)
    in_torch.train(model, nn.MSELoss(), optimizer, *curve_in_torch(seed), 1)
    pairs = zip(before, weights(model), strict=True)
    steps = np.concatenate([np.ravel(np.abs(p - q)) for p, q in pairs])
    return float(np.max(np.abs(steps / LR - 1)))


@measurement(low=0.9962, high=1.0038, decimals=3, seeds=range(5))
def default_std(seed: int) -> float:
    """Deviation of a default weight, in units of what the formula says."""
    weight = default_weights(seed, 300, 200).weight
    return weight.std().item() * float(np.sqrt(3 * 300))


@measurement(low=0.57, high=0.585, seeds=range(5))
def default_std_by_xavier(seed: int) -> float:
    """Deviation of a default weight, in units of the lecture's Xavier."""
    weight = default_weights(seed, 300, 200).weight
    return weight.std().item() * float(np.sqrt(300))


@measurement(low=0.401, high=0.415, seeds=range(5))
def default_std_by_kaiming(seed: int) -> float:
    """Deviation of a default weight, in units of Kaiming's for ReLU."""
    weight = default_weights(seed, 300, 200).weight
    return weight.std().item() * float(np.sqrt(300 / 2))


@measurement(low=0.9994, high=1.0005, decimals=3, seeds=range(5))
def largest_default_weight(seed: int) -> float:
    """Largest default weight, in units of its bound."""
    weight = default_weights(seed, 300, 200).weight
    return weight.abs().max().item() * float(np.sqrt(300))


@measurement(low=0.0007, high=0.0056, decimals=3, seeds=range(5))
def bend_of_the_fit_to_a_row(seed: int) -> float:
    """Return how much the prediction varies if targets are a row."""
    _, prediction, _ = fit_to_a_row(seed)
    return prediction.std().item()


@measurement(low=0.43, high=0.59, seeds=range(5))
def mse_of_the_fit_to_a_row(seed: int) -> float:
    """Error against the true targets if they were given as a row."""
    _, prediction, targets = fit_to_a_row(seed)
    return nn.functional.mse_loss(prediction, targets).item()


@measurement(low=0.42, high=0.59, seeds=range(5))
def variance_of_the_targets(seed: int) -> float:
    """Error of the best constant: the variance of the targets."""
    return curve_in_torch(seed)[1].var(unbiased=False).item()


@measurement(low=1404, high=1404, decimals=0)
def operations_remembered() -> float:
    """Operations in the graph of the sum of all losses of a training."""
    return float(nodes_after_summing_losses(N_EPOCHS))


@measurement(low=0, high=0, decimals=0, seeds=range(5))
def difference_after_loading_all(seed: int) -> float:
    """Difference of a weight if training goes on from all that was saved."""
    return after_a_break(seed, optimizer_too=True)[0]


@measurement(low=0.56, high=1.33, seeds=range(5))
def difference_after_loading_the_model(seed: int) -> float:
    """Difference of a weight if the optimiser's state was not saved."""
    return after_a_break(seed, optimizer_too=False)[0]


@measurement(low=0.0084, high=0.0107, decimals=4, seeds=range(5))
def mse_after_loading_the_model(seed: int) -> float:
    """Error after the training if the optimiser's state was not saved."""
    return after_a_break(seed, optimizer_too=False)[1]
