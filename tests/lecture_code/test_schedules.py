import numpy as np
import pytest
import torch
from torch.optim import lr_scheduler

from lecture_code.schedules import constant, cosine, step_decay, warmed_up

N_STEPS = 40


def shares(schedule):
    return [schedule(step, N_STEPS) for step in range(N_STEPS)]


def shares_in_torch(scheduler, **arguments):
    """Return the step sizes of one of torch's schedulers, of a peak of 1."""
    optimizer = torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=1.0)
    schedule = scheduler(optimizer, **arguments)
    found = []
    for _ in range(N_STEPS):
        found.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        schedule.step()
    return found


def test_a_constant_step_stays_as_it_is():
    assert shares(constant) == [1.0] * N_STEPS


def test_steps_decay_as_in_torch():
    milestones = [N_STEPS // 2, N_STEPS * 3 // 4]
    theirs = shares_in_torch(lr_scheduler.MultiStepLR, milestones=milestones)
    np.testing.assert_allclose(shares(step_decay), theirs, rtol=1e-12)


def test_the_cosine_is_that_of_torch():
    theirs = shares_in_torch(lr_scheduler.CosineAnnealingLR, T_max=N_STEPS)
    np.testing.assert_allclose(shares(cosine), theirs, rtol=1e-9)


def test_a_warm_up_climbs_in_even_steps_and_then_goes_on_as_it_would():
    warm = shares(warmed_up(cosine, 10))
    np.testing.assert_allclose(np.diff(warm[:10]), 0.1)
    assert warm[9] == warm[10] == 1.0
    assert warm[10:] == [cosine(step, 30) for step in range(30)]


@pytest.mark.parametrize("schedule", [constant, step_decay, cosine])
@pytest.mark.parametrize("step", [-1, N_STEPS, 0.5])
def test_a_step_that_there_is_not_is_refused(schedule, step):
    with pytest.raises(ValueError, match="step"):
        schedule(step, N_STEPS)


def test_a_warm_up_of_no_steps_is_refused():
    with pytest.raises(ValueError, match="n_warm must be at least 1"):
        warmed_up(cosine, 0)
