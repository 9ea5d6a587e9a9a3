"""Two inputs and five units: count, then let torch count."""

from lecture_code.in_torch import MLP

n_inputs, n_hidden = 2, 5
by_hand = (n_inputs + 1) * n_hidden + (n_hidden + 1) * 1
model = MLP(n_inputs, n_hidden)
in_torch = sum(p.numel() for p in model.parameters())
print(f"by hand {by_hand}, in torch {in_torch}")
