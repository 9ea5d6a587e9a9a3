r"""One step of gradient descent.

The function gets the weights $W$, the gradient $\nabla L(W)$ and the step
size $\eta$.
Complete the line that returns the weights after one step.
"""

# %% grade: complete
# %% section: #strategy-2-follow-the-slope

# %% start
import numpy as np


def step(weights, gradient, step_size):
    return ...


# %% solution
weights - step_size * gradient


# %% visible tests
def test_the_loss_of_a_parabola_falls():
    w = np.array([3.0])  # the loss is w², its gradient 2 w
    new_w = step(w, 2 * w, 0.1)
    assert np.sum(new_w**2) < 9, "The loss rises from 9; it should fall."


# %% hidden tests
def test_every_weight_moves_by_its_own_slope():
    w, g = np.array([1.0, 2.0, -1.0]), np.array([4.0, -2.0, 0.0])
    expected = np.array([0.0, 2.5, -1.0])
    message = (
        "For w = [1, 2, -1], slopes [4, -2, 0] and 0.25, expect [0, 2.5, -1]."
    )
    assert np.allclose(step(w, g, 0.25), expected), message


# %% hint
# The gradient points to where the loss rises fastest.

# %% hint
# The update rule is $W \leftarrow W - \eta \nabla L(W)$.

# %% wrong
# This walks uphill: the gradient points to where the loss rises, so the step
# is subtracted.
weights + step_size * gradient

# %% wrong
# This is the step alone; it still has to be taken from where the weights are.
-step_size * gradient

# %% wrong
# The sign of the slope alone forgets how steep it is; multiply by the
# gradient itself.
weights - step_size * np.sign(gradient)
