r"""A step with momentum.

Write `step(w, u, g, eta, mu)`, one step with the velocity $u$ and the gradient
$g$, as the page defines it.
Return the new weight and the new velocity, in this order.
"""

# %% grade: write
# %% section: #momentum


# %% start
def step(w, u, g, eta, mu):
    return w, u


# %% solution
def step(w, u, g, eta, mu):
    u = mu * u + g
    return w - eta * u, u


# %% visible tests
def test_without_momentum_it_is_gradient_descent():
    w, u = step(1.0, 0.0, 2.0, 0.1, 0.0)
    says = f"With mu = 0, expect the weight 0.8 and the velocity 2: {w}, {u}."
    assert np.allclose([w, u], [0.8, 2.0]), says


# %% hidden tests
def test_the_velocity_carries_on():
    w, u = step(1.0, 5.0, 0.0, 0.1, 0.9)
    says = "Without a gradient, a velocity of 5 becomes 4.5, and moves w."
    assert np.allclose([w, u], [0.55, 4.5]), says


def test_both_together():
    w, u = step(1.0, 2.0, 3.0, 0.1, 0.5)
    says = "For w = 1, u = 2, g = 3, eta = 0.1, mu = 0.5 expect 0.6 and 4."
    assert np.allclose([w, u], [0.6, 4.0]), says


# %% hint
# First the velocity, $u \leftarrow \mu u + g$; then the weight.

# %% hint
# The weight moves by the new velocity, against it: $w \leftarrow w - \eta u$.


# %% wrong
# The weight moves by the old velocity here, so today's gradient is felt one
# step late. Change the velocity first.
def step(w, u, g, eta, mu):
    return w - eta * u, mu * u + g


# %% wrong
# This makes the velocity a running mean, with (1 - mu) g, as Adam has. In
# this lecture the whole gradient is added.
def step(w, u, g, eta, mu):
    u = mu * u + (1 - mu) * g
    return w - eta * u, u


# %% wrong
# The velocity adds up gradients, which point uphill; it is subtracted from
# the weight.
def step(w, u, g, eta, mu):
    u = mu * u + g
    return w + eta * u, u


# %% wrong
# Here nothing of the old velocity is kept: mu scales the gradient instead.
def step(w, u, g, eta, mu):
    u = u + mu * g
    return w - eta * u, u
