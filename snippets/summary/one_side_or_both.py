"""A central difference of x³ errs by h², a forward one by 6h + h²."""

x, exact = 2.0, 12.0
print("   h   forward  central")
for h in (0.1, 0.01):
    forward = ((x + h) ** 3 - x**3) / h
    central = ((x + h) ** 3 - (x - h) ** 3) / (2 * h)
    print(f"{h:5.2f} {forward - exact:8.4f} {central - exact:8.4f}")
