r"""Correct for the start at zero.

After step $k$, counted from 1, Adam's running mean is `m`.
Complete the corrected mean $\hat m_k$.
"""

# %% grade: complete
# %% section: #adam


# %% start
def corrected(m, beta, k):
    return ...


# %% solution
m / (1 - beta**k)


# %% visible tests
def test_after_the_first_step_it_is_the_gradient():
    m_hat = corrected((1 - 0.9) * 7, 0.9, 1)
    says = f"After one step with the gradient 7, expect 7, not {m_hat:.3f}."
    assert abs(m_hat - 7) < 1e-9, says


# %% hidden tests
def test_a_steady_gradient_is_found_at_every_step():
    m = 0.0
    for k in range(1, 6):
        m = 0.9 * m + (1 - 0.9) * 7
        says = f"The gradient is 7 at every step; after {k} expect 7 as well."
        assert abs(corrected(m, 0.9, k) - 7) < 1e-9, says


# %% hint
# With a steady gradient $g$ the mean is $m_k = (1 - \beta^k)\, g$.

# %% wrong
# Right for the first step only. What is missing of the mean is beta to the
# power k, and that fades.
m / (1 - beta)

# %% wrong
# The mean is too small, so it has to be divided: it lacks a share, and this
# takes away another.
m * (1 - beta**k)

# %% wrong
# The share that is missing is multiplied by beta in each step, so it is a
# power, `beta**k`, and no product.
m / (1 - beta * k)
