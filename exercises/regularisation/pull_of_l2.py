r"""The pull of L2.

The loss is $L_\text{total} = L + \lambda \sum w^2$, without a half, and
`gradient` is that of $L$.
Complete the gradient of $L_\text{total}$.
"""

# %% grade: complete
# %% section: #l2-regularisation-and-weight-decay

# %% start
import numpy as np


def total_gradient(gradient, w, lam):
    return ...


# %% solution
gradient + 2 * lam * w


# %% visible tests
def test_without_a_penalty_nothing_changes():
    g = total_gradient(np.array([1.0, -2.0]), np.array([5.0, 5.0]), 0.0)
    assert np.allclose(g, [1, -2]), "With lam = 0 it is the gradient itself."


# %% hidden tests
def test_it_agrees_with_differences():
    w, g, lam = np.array([1.0, -2.0, 3.0]), np.array([0.5, 0.0, -1.0]), 0.1

    def total(w):
        return g @ w + lam * np.sum(w**2)

    h = 1e-5
    nudged = [
        (total(w + h * e) - total(w - h * e)) / (2 * h) for e in np.eye(3)
    ]
    mine = total_gradient(g, w, lam)
    says = f"Differences give {np.round(nudged, 3)}, and you {mine}."
    assert np.allclose(mine, nudged), says


# %% hint
# What is the slope of $\lambda w^2$?

# %% wrong
# That is the slope of half the square, as PyTorch's weight_decay has it.
# Without the half there is a factor of 2.
gradient + lam * w

# %% wrong
# That adds the penalty itself. Its gradient is needed, 2 lam w.
gradient + lam * w**2

# %% wrong
# That pushes weights away from 0: with the minus sign of the step, what is
# added to the gradient pulls them back.
gradient - 2 * lam * w

# %% wrong
# That pulls all weights with the same strength, as L1 does. L2 pulls a weight
# in proportion to its size.
gradient + lam * np.sign(w)
