"""Far from 0 a sigmoid passes on almost nothing of a gradient."""

import numpy as np

from lecture_code.activations import d_sigmoid, sigmoid

print("     x   output     slope")
for x in np.array([-10.0, -2.0, 0.0, 2.0, 10.0]):
    print(f"{x:6.0f} {sigmoid(x):8.4f} {d_sigmoid(x):9.1e}")
