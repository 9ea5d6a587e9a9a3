import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lecture_code.early_stopping import EarlyStopping
from lecture_code.losses import d_mean_squared_error, mean_squared_error
from lecture_code.mlp import MLP
from lecture_code.optimisers import SGD
from lecture_code.training import train


def stop_after(losses, patience, min_delta=0.0):
    """Return the epoch of the stop, or None, and the early stopping."""
    w = np.zeros(1)
    stopping = EarlyStopping([w], patience, min_delta)
    for epoch, loss in enumerate(losses, start=1):
        w[...] = epoch  # as if each epoch changed the parameters
        if stopping.update(loss):
            return epoch, stopping
    return None, stopping


@pytest.mark.parametrize(
    ("patience", "losses", "stop", "best"),
    [
        (1, [3.0, 2.0, 2.5, 1.0], 3, 2),
        (2, [3.0, 2.0, 2.5, 1.0, 1.1, 1.2, 0.0], 6, 4),
        (3, [3.0, 2.0, 2.5, 2.6, 2.7], 5, 2),
        (3, [1.0, 2.0, 3.0, 4.0], 4, 1),
        (2, [1.0, 1.0, 1.0], 3, 1),  # the same again is no improvement
        (9, [3.0, 2.0, 1.0], None, 3),
    ],
)
def test_it_stops_at_the_exact_epoch(patience, losses, stop, best):
    epoch, stopping = stop_after(losses, patience)
    assert epoch == stop
    assert stopping.best_epoch == best
    assert stopping.best_loss == losses[best - 1]
    assert stopping.n_epochs == (stop or len(losses))


def test_restoring_brings_back_the_best_parameters_in_place():
    _, stopping = stop_after([3.0, 1.0, 2.0, 2.0], patience=2)
    (w,) = stopping.parameters
    assert w == 4
    stopping.restore()
    assert stopping.parameters[0] is w
    assert w == 2


def test_what_was_kept_does_not_change_after_it_was_restored():
    _, stopping = stop_after([1.0, 2.0], patience=1)
    for _ in range(2):
        stopping.restore()
        assert stopping.parameters[0] == 1
        stopping.parameters[0][...] = 99


def test_a_loss_must_fall_by_more_than_min_delta():
    losses = [1.0, 0.75, 0.75]
    assert stop_after(losses, 2, min_delta=0.25)[0] == 3
    assert stop_after(losses, 2, min_delta=0.2)[0] is None


def test_nan_never_counts_as_better_and_uses_up_the_patience():
    epoch, stopping = stop_after([2.0, np.nan, np.nan, 1.0], patience=2)
    assert (epoch, stopping.best_epoch, stopping.best_loss) == (3, 1, 2.0)


@pytest.mark.parametrize("loss", [np.nan, np.inf])
def test_without_a_finite_loss_it_goes_back_to_the_start(loss):
    epoch, stopping = stop_after([loss, loss, loss], patience=2)
    assert (epoch, stopping.best_epoch) == (2, 0)
    assert stopping.best_loss == np.inf
    stopping.restore()
    assert stopping.parameters[0] == 0


def test_a_finite_loss_is_better_than_nan_before_it():
    epoch, stopping = stop_after([np.nan, 5.0, 6.0, 6.0], patience=2)
    assert (epoch, stopping.best_epoch, stopping.best_loss) == (4, 2, 5.0)


@given(
    losses=st.lists(st.floats(allow_infinity=False), min_size=1),
    patience=st.integers(1, 5),
)
def test_the_best_epoch_has_the_first_lowest_loss_seen(losses, patience):
    stop, stopping = stop_after(losses, patience)
    seen = np.array(losses[:stop])
    if np.all(np.isnan(seen)):
        assert stopping.best_epoch == 0
    else:
        assert stopping.best_epoch == np.nanargmin(seen) + 1
        assert stopping.parameters[0] == len(seen)
        stopping.restore()
        assert stopping.parameters[0] == stopping.best_epoch


def test_a_network_goes_back_to_where_its_validation_loss_was_lowest(rng):
    x, y = rng.normal(size=(12, 4)), rng.normal(size=(12, 1))
    model = MLP([4, 20, 1], "tanh", rng)
    optimiser = SGD(model.parameters, lr=0.2)
    stopping = EarlyStopping(model.parameters, patience=3)
    stopped, losses = False, []
    while not stopped:
        train(
            model,
            mean_squared_error,
            d_mean_squared_error,
            optimiser,
            x[:6],
            y[:6],
            n_epochs=1,
            batch_size=None,
            rng=rng,
        )
        losses.append(mean_squared_error(model.forward(x[6:]), y[6:]))
        stopped = stopping.update(losses[-1])
    assert losses[-1] > min(losses)  # noise was learned
    stopping.restore()
    assert mean_squared_error(model.forward(x[6:]), y[6:]) == min(losses)


@pytest.mark.parametrize("patience", [0, -1])
def test_no_patience_at_all_is_refused(patience):
    with pytest.raises(ValueError, match="patience must be at least 1"):
        EarlyStopping([np.zeros(2)], patience)


@pytest.mark.parametrize("min_delta", [-0.1, np.nan])
def test_a_rise_cannot_be_made_an_improvement(min_delta):
    with pytest.raises(ValueError, match="min_delta must be at least 0"):
        EarlyStopping([np.zeros(2)], 3, min_delta)


def test_parameters_that_cannot_be_restored_in_place_are_refused():
    with pytest.raises(ValueError, match="only arrays of float64"):
        EarlyStopping([np.zeros(2, dtype=int)], 3)


@pytest.mark.parametrize("scale", [0.01, 1.0, 100.0])
def test_min_delta_is_in_the_unit_of_the_loss_whatever_its_size(scale):
    falls_enough = [scale, scale - 0.3, scale - 0.6]
    falls_too_little = [scale, scale - 0.2, scale - 0.24]
    assert stop_after(falls_enough, 2, min_delta=0.25)[0] is None
    assert stop_after(falls_too_little, 2, min_delta=0.25)[0] == 3


def test_a_loss_in_half_precision_is_judged_in_full(rng):
    loss = np.float16(1 - 2**-11)
    _, stopping = stop_after([np.float16(1), loss], 2, min_delta=0.0004)
    assert stopping.best_epoch == 2
    assert type(stopping.best_loss) is float
    with pytest.raises(ValueError, match="loss is one number"):
        stopping.update(rng.normal(size=3))
