"""Weights are fitted so that what people marked becomes probable.

Few weights, each drawn to a sensible value, carry over from one course to
the next.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from slide_aligner.model.weights import Weights
from slide_aligner.training.batch import batches, pairs_of
from slide_aligner.training.examples import Example
from slide_aligner.training.layout import Layout
from slide_aligner.training.loss import losses

L2_STRENGTH = 0.02  # with which a weight is drawn to its prior
MAX_ITER = 60
# Sentences repeat one another, so on lectures that were not fitted on, the
# evidence of each counts less than the fit says.
SHRINKAGE = 0.8


def fit(
    chosen: Sequence[Example],
    folds: Sequence[Sequence[str]],
    layout: Layout,
    *,
    l2_strength: float = L2_STRENGTH,
    max_iter: int = MAX_ITER,
) -> list[Weights]:
    """Fit one set of weights for each fold, all at once.

    Parameters
    ----------
    chosen : sequence of Example
        All lectures.
    folds : sequence of sequence of str
        For each fold the names of the lectures that are fitted on.
    layout : Layout
        The names of the arrays' columns.
    l2_strength : float
        Strength with which weights are drawn to their priors.
    max_iter : int
        Iterations of L-BFGS.

    Returns
    -------
    list of Weights
        One for each fold, rounded and shrunk.
    """
    torch.set_num_threads(1)
    prior, strength = (
        torch.tensor(each, dtype=torch.float32) for each in layout.prior()
    )
    p = prior.repeat(len(folds), 1).requires_grad_()
    work = [(each, pairs_of(each, folds)) for each in batches(chosen)]
    sizes = torch.tensor([float(len(fold)) for fold in folds])
    search = torch.optim.LBFGS(
        [p],
        max_iter=max_iter,
        max_eval=max_iter + 25,
        history_size=20,
        line_search_fn="strong_wolfe",
    )

    def loss() -> Tensor:
        search.zero_grad()
        total = (l2_strength * strength * (p - prior) ** 2).sum()
        for batch, pairs in work:
            if len(pairs.lectures):
                each = losses(batch, pairs, p, layout)
                total = total + (each / sizes[pairs.vectors]).sum()
        total.backward()  # type: ignore[no-untyped-call]
        return total

    search.step(loss)  # type: ignore[no-untyped-call]
    fitted = p.detach()
    fitted[:, layout.groups["emission"]] *= SHRINKAGE
    return [layout.weights(vector.tolist()) for vector in fitted]
