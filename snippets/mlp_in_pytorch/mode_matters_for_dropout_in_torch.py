"""train() and eval() change nothing here, but do for dropout."""

import torch
from torch import nn

from lecture_code.in_torch import MLP

torch.manual_seed(0)
x = torch.linspace(-3, 3, 50)[:, None]
model = MLP()
with_dropout = nn.Sequential(model, nn.Dropout(0.5))
for name, net in (("MLP", model), ("dropout", with_dropout)):
    training = net.train()(x)
    same = torch.equal(training, net.eval()(x))
    print(f"{name:7} same in both modes: {same}")
