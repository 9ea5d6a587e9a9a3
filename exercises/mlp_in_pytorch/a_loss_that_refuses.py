r"""A loss that refuses.

Write `mse(prediction, target)`, the mean squared error, which raises a
`ValueError` if the two shapes differ: better an error than a table.
"""

# %% grade: write
# %% section: #targets-in-a-row

# %% start
import numpy as np


def mse(prediction, target):
    return 0.0


# %% solution
import numpy as np


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError(f"{prediction.shape} and {target.shape} differ")
    return np.mean((prediction - target) ** 2)


# %% visible tests
def test_two_errors():
    loss = mse(np.array([[1.0], [3.0]]), np.array([[1.0], [1.0]]))
    says = f"Errors of 0 and 2 have the mean square 2, and not {loss}."
    assert np.isclose(loss, 2), says


# %% hidden tests
def refuses(prediction, target):
    try:
        mse(prediction, target)
    except ValueError:
        return True
    return False


def test_it_is_a_mean_over_all_entries():
    loss = mse(np.full((2, 3), 2.0), np.zeros((2, 3)))
    assert np.isclose(loss, 4), f"Six errors of 2 give 4, and not {loss}."


def test_a_column_and_a_row_are_refused():
    says = "A column of predictions and a row of targets should be refused."
    assert refuses(np.zeros((4, 1)), np.zeros(4)), says


def test_one_target_for_all_is_refused():
    says = "Four predictions and a single target should be refused."
    assert refuses(np.zeros((4, 1)), np.zeros((1, 1))), says


def test_a_transposed_target_is_refused():
    says = "Shapes (4, 1) and (1, 4) have as many entries, and still differ."
    assert refuses(np.zeros((4, 1)), np.zeros((1, 4))), says


# %% hint
# Compare `prediction.shape` with `target.shape` before anything is computed.

# %% wrong
# Here a column minus a row gives a table, without any error, and each
# prediction is compared with every target.
import numpy as np


def mse(prediction, target):
    return np.mean((prediction - target) ** 2)


# %% wrong
# A column and a row have as many entries, so this lets them pass. Compare the
# shapes.
import numpy as np


def mse(prediction, target):
    if prediction.size != target.size:
        raise ValueError("the sizes differ")
    return np.mean((prediction - target) ** 2)


# %% wrong
# Only the number of samples is compared here; a column and a row agree in it.
import numpy as np


def mse(prediction, target):
    if len(prediction) != len(target):
        raise ValueError("the numbers of samples differ")
    return np.mean((prediction - target) ** 2)


# %% wrong
# That is the sum of the squares; a mean does not grow with the number of
# samples.
import numpy as np


def mse(prediction, target):
    if prediction.shape != target.shape:
        raise ValueError("the shapes differ")
    return np.sum((prediction - target) ** 2)
