"""A schedule is one line of the loop: the step size is set anew."""

import numpy as np

from lecture_code.optimisers import SGD
from lecture_code.schedules import constant, cosine, step_decay, warmed_up

for name, schedule in [
    ("constant", constant),
    ("step decay", step_decay),
    ("cosine", cosine),
    ("warmed up", warmed_up(cosine, 50)),
]:
    rng = np.random.default_rng(0)
    w = np.array([10.0])
    optimiser, late = SGD([w], lr=0.5), []
    for step in range(500):
        optimiser.lr = 0.5 * schedule(step, 500)
        optimiser.step([w + rng.normal(size=1)])  # the slope of w²/2, noisy
        late.append(w.item() ** 2 / 2)
    print(f"{name:10} loss {np.mean(late[-20:]):.4f}")
