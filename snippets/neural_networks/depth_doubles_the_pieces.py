"""Each layer of two units doubles the pieces; a wide layer adds one a unit."""

import numpy as np

from lecture_code.sawtooth import count_linear_pieces, sawtooth

x = np.linspace(0, 1, 2**14 + 1)
print("layers  units  pieces  units in one layer")
for n_layers in (1, 2, 3, 5, 10):
    n_pieces = count_linear_pieces(sawtooth(x, n_layers))
    print(f"{n_layers:6} {2 * n_layers:6} {n_pieces:7} {n_pieces - 1:19}")
