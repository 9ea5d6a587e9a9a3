"""A module knows its parameters by name, however deep they sit."""

from lecture_code.in_torch import MLP

model = MLP()
total = 0
for name, p in model.named_parameters():
    print(f"{name:13} {tuple(p.shape)!s:8} {p.numel():2}")
    total += p.numel()
print(f"together {total}")
