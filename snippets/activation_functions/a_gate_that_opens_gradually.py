"""Below zero GELU and SiLU dip before they close; ReLU is shut at once."""

import numpy as np

from lecture_code import plot
from lecture_code.activations import relu
from lecture_code.smooth_activations import gelu, silu

z = np.array([-4.0, -1.3, -0.75, 0.0, 0.75, 4.0])
print("z   ", *(f"{value:6.2f}" for value in z))
functions = {"ReLU": relu, "GELU": gelu, "SiLU": silu}
for name, f in functions.items():
    print(name, *(f"{value:6.2f}" for value in f(z)))

z = np.linspace(-4.0, 4.0, 161)
plot.curves({name: f(z) for name, f in functions.items()}, z, x_label="z")
