"""Forward and backward through f = (x + y) z, one line for each assignment."""

import numpy as np

x, y, z = np.array([-2.0, 5.0, -4.0])

q = x + y  # forward
f = q * z

d_f = 1.0  # backward, in the opposite order
d_q = z * d_f
d_z = q * d_f
d_x = 1.0 * d_q
d_y = 1.0 * d_q

print("q =", q, "  f =", f)
print("df/dq =", d_q)
print("df/dx =", d_x, "  df/dy =", d_y, "  df/dz =", d_z)
