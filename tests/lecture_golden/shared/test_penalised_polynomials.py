"""The fits are those that scikit-learn finds in other ways."""

import numpy as np
import pytest
from sklearn.linear_model import Lasso, Ridge

from lecture_golden.shared.penalised_polynomials import features, fitted

X = np.linspace(-0.95, 0.95, 20)
Y = np.sin(np.pi * X) + 0.3 * np.cos(37 * X)


def test_features_are_orthogonal_and_of_mean_square_one() -> None:
    nodes, weights = np.polynomial.legendre.leggauss(20)
    found = features(nodes, 6)
    gram = found.T @ (weights[:, None] / 2 * found)
    assert gram == pytest.approx(np.eye(6), abs=1e-12)


@pytest.mark.parametrize("lam", [0.01, 0.1, 1.0])
def test_ridge_and_lasso_are_those_of_scikit_learn(lam: float) -> None:
    rows = features(X, 8)
    ridge = Ridge(len(X) * lam).fit(rows, Y)
    weights, curve = fitted(X, Y, 8, "l2", lam)
    assert weights == pytest.approx(ridge.coef_, abs=1e-10)
    assert curve(X) == pytest.approx(ridge.predict(rows), abs=1e-10)
    lasso = Lasso(lam / 2, tol=1e-12, max_iter=10**5).fit(rows, Y)
    weights, _ = fitted(X, Y, 8, "l1", lam)
    assert weights == pytest.approx(lasso.coef_, abs=1e-6)
    assert list(weights == 0) == list(lasso.coef_ == 0)
