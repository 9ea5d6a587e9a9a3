r"""Drop units.

Write `dropout(h, keep, p, training)`, inverted dropout as in PyTorch.
`keep` is drawn already: 1 where a unit is kept, which happens with the
probability $1 - p$, and else 0.
"""

# %% grade: write
# %% section: #dropout

# %% start
import numpy as np


def dropout(h, keep, p, training):
    return h


# %% solution
import numpy as np


def dropout(h, keep, p, training):
    return h * keep / (1 - p) if training else h


# %% visible tests
def test_what_is_dropped_is_zero():
    h = dropout(np.array([3.0, 4.0]), np.array([0, 1]), 0.5, True)
    assert h[0] == 0, f"The first unit is dropped, and yet gives {h[0]}."


# %% hidden tests
def test_the_mean_stays_what_it_was():
    rng = np.random.default_rng(0)
    keep = (rng.random(20_000) > 0.2).astype(float)
    mean = dropout(np.full(20_000, 3.0), keep, 0.2, True).mean()
    says = f"Units of 3, a fifth of them dropped, have the mean {mean:.2f}."
    assert abs(mean - 3) < 0.1, says


def test_in_evaluation_all_units_are_there():
    h = np.array([3.0, 4.0, 5.0])
    out = dropout(h, np.array([0, 1, 0]), 0.5, False)
    says = f"In evaluation 3, 4, 5 stay as they are, and not {out}."
    assert np.allclose(out, h), says


# %% hint
# In evaluation there is nothing to do.

# %% hint
# If a fifth of the units is missing, what has to happen to the others for the
# mean to stay?

# %% wrong
# The scale is missing: in evaluation, when all units are there, the next layer
# would get more than it has learned with. Divide by 1 - p.
import numpy as np


def dropout(h, keep, p, training):
    return h * keep if training else h


# %% wrong
# Here p is the probability to be dropped; a share of 1 - p is kept, so divide
# by that.
import numpy as np


def dropout(h, keep, p, training):
    return h * keep / p if training else h


# %% wrong
# This drops units in evaluation as well, and predictions depend on chance.
import numpy as np


def dropout(h, keep, p, training):
    return h * keep / (1 - p)


# %% wrong
# This is classical dropout: it scales in evaluation. The inverted form scales
# in training, so that a trained network can be used as it is.
import numpy as np


def dropout(h, keep, p, training):
    return h * keep if training else h * (1 - p)
