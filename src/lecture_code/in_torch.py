"""The lecture's network once more, in the library that people train with.

PyTorch keeps the parameters, finds the gradients and takes the steps. What
is left to us is to say what the network computes, and the order of things.
Nothing else in this package imports torch.
"""

import torch
from torch import Tensor, nn


# --8<-- [start:mlp]
class MLP(nn.Module):
    r"""A network for curves: :math:`\hat y = W_2 \tanh(W_1 x + b_1) + b_2`.

    The twin in NumPy is ``lecture_code.mlp.MLP([n_inputs, n_hidden, 1],
    "tanh", rng)``: the same parameters in the same order.

    Parameters
    ----------
    n_inputs : int, optional
        Number of features of a sample, at least 1.
    n_hidden : int, optional
        Number of tanh units, at least 1.

    Attributes
    ----------
    net : torch.nn.Sequential
        Linear, tanh, linear. It starts as torch starts its linear layers,
        from torch's global generator: uniform within ±1/√n_in.

    Raises
    ------
    ValueError
        If a size is below 1.

    References
    ----------
    Paszke and others, "PyTorch: an imperative style, high-performance deep
    learning library", NeurIPS 2019. arXiv:1912.01703
    """

    def __init__(self, n_inputs: int = 1, n_hidden: int = 10) -> None:
        if n_inputs < 1 or n_hidden < 1:
            raise ValueError(
                "n_inputs and n_hidden must be at least 1, "
                f"got {n_inputs} and {n_hidden}"
            )
        super().__init__()
        self.net = nn.Sequential(
            nn.Linear(n_inputs, n_hidden), nn.Tanh(), nn.Linear(n_hidden, 1)
        )

    def forward(self, x: Tensor) -> Tensor:
        """Return the prediction, (n_samples, 1)."""
        prediction: Tensor = self.net(x)
        return prediction


# --8<-- [end:mlp]


def _refuse_other_shapes(output: Tensor, targets: Tensor) -> None:
    """Refuse (n,) beside (n, 1), which torch would broadcast to (n, n)."""
    if output.shape != targets.shape:
        raise ValueError(
            f"the output has shape {tuple(output.shape)}, the targets have "
            f"{tuple(targets.shape)}: use targets[:, None]"
        )
    if output.numel() == 0:
        raise ValueError(f"the batch is empty: {tuple(output.shape)}")


# --8<-- [start:train]
def train(
    model: nn.Module,
    criterion: nn.Module,
    optimizer: torch.optim.Optimizer,
    x: Tensor,
    targets: Tensor,
    n_epochs: int,
) -> list[float]:
    """Train a model in place, all samples in every step.

    Parameters
    ----------
    model : torch.nn.Module
    criterion : torch.nn.Module
        From (output, targets) to the loss, a tensor with one number.
    optimizer : torch.optim.Optimizer
        Holds the parameters of the model.
    x : Tensor, shape (n_samples, n_inputs)
        Of the same dtype as the parameters.
    targets : Tensor, shape (n_samples, 1)
    n_epochs : int
        How often all samples are seen, at least once.

    Returns
    -------
    list of float, length n_epochs
        The loss in each epoch, before its step.

    Raises
    ------
    ValueError
        If `n_epochs` is below 1, there are no samples, or output and
        targets differ in shape.
    """
    if n_epochs < 1:
        raise ValueError(f"n_epochs must be at least 1, got {n_epochs}")
    _refuse_other_shapes(model(x), targets)
    model.train()
    losses = []
    for _ in range(n_epochs):
        optimizer.zero_grad()  # 1. clear the old gradients
        outputs = model(x)  # 2. forward pass
        loss = criterion(outputs, targets)  # 3. loss
        loss.backward()  # 4. backward pass: new gradients
        optimizer.step()  # 5. update
        losses.append(loss.item())
    return losses


# --8<-- [end:train]
