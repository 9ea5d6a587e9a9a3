r"""The way back through a layer.

For the layer $Z = X W^\top + b$, the gradient $\delta_Z$ on its sums arrives.
Write `backward(d_z, x, weight)`, which returns the gradients on the weights,
the biases and the input, in this order.
The shapes are `(n, n_out)`, `(n, n_in)` and `(n_out, n_in)`.
"""

# %% grade: write
# %% section: #a-whole-layer-in-matrices

# %% start
import numpy as np


def backward(d_z, x, weight):
    d_weight = np.zeros_like(weight)
    d_bias = np.zeros(len(weight))
    d_x = np.zeros_like(x)
    return d_weight, d_bias, d_x


# %% solution
import numpy as np


def backward(d_z, x, weight):
    return d_z.T @ x, d_z.sum(axis=0), d_z @ weight


# %% visible tests
def test_each_gradient_has_the_shape_of_what_it_belongs_to():
    d_z, x, weight = np.ones((5, 2)), np.ones((5, 3)), np.ones((2, 3))
    shapes = [np.shape(d) for d in backward(d_z, x, weight)]
    says = f"Expect the shapes (2, 3), (2,) and (5, 3), and not {shapes}."
    assert shapes == [(2, 3), (2,), (5, 3)], says


# %% hidden tests
def test_the_weights_and_biases_agree_with_differences():
    rng = np.random.default_rng(0)
    d_z, x = rng.normal(size=(4, 2)), rng.normal(size=(4, 3))
    weight = rng.normal(size=(2, 3))
    d_weight, d_bias, _ = backward(d_z, x, weight)

    def loss(w, b):
        return np.sum((x @ w.T + b) * d_z)

    nudge = np.zeros((2, 3))
    nudge[1, 2] = 1
    by_nudge = loss(weight + nudge, 0) - loss(weight, 0)
    says = "The gradient on the weights differs from what a nudge shows."
    assert np.isclose(d_weight[1, 2], by_nudge), says
    one = np.array([0.0, 1.0])
    says = "The gradient on the biases differs from what a nudge shows."
    assert np.isclose(d_bias[1], loss(weight, one) - loss(weight, 0)), says


def test_the_input_gets_back_what_came_through_each_weight():
    d_x = backward(np.array([[1.0, 10.0]]), np.zeros((1, 2)), np.eye(2) * 3)[2]
    says = "Back through weights of 3, gradients of 1 and 10 become 3 and 30."
    assert np.allclose(d_x, [[3, 30]]), says


# %% hint
# A gradient has the shape of what it belongs to. In which order do the factors
# fit together?

# %% hint
# The bias is used once for every sample, and what is used several times gets
# a sum.

# %% wrong
# The gradient on a bias is the sum over the samples. That the loss is a mean
# is in `d_z` already; a second mean makes it too small by n.
import numpy as np


def backward(d_z, x, weight):
    return d_z.T @ x, d_z.mean(axis=0), d_z @ weight


# %% wrong
# That is the transpose of the gradient on the weights; it has to have their
# shape, (n_out, n_in).
import numpy as np


def backward(d_z, x, weight):
    return x.T @ d_z, d_z.sum(axis=0), d_z @ weight


# %% wrong
# The bias is one number for each unit, used by all samples: its gradients have
# to be added up over the samples, along axis 0.
import numpy as np


def backward(d_z, x, weight):
    return d_z.T @ x, d_z, d_z @ weight
