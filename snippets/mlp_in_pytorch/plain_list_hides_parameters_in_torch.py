"""WRONG on purpose: layers in a plain list are not found."""

from torch import nn


class InAList(nn.Module):
    """Keeps its layers where torch does not look."""

    def __init__(self) -> None:
        super().__init__()
        self.net = [nn.Linear(1, 10), nn.Linear(10, 1)]  # WRONG


class InAModuleList(nn.Module):
    """Keeps them in a list that is a module itself."""

    def __init__(self) -> None:
        super().__init__()
        layers = [nn.Linear(1, 10), nn.Linear(10, 1)]
        self.net = nn.ModuleList(layers)


for kind in (InAList, InAModuleList):
    n = sum(p.numel() for p in kind().parameters())
    print(f"{kind.__name__}: {n} parameters found")
