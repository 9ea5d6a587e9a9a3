"""The smaller the step h, the nearer the quotient comes to the slope 6."""

x = 3.0
for h in (1.0, 0.1, 0.01, 0.001):
    quotient = ((x + h) ** 2 - x**2) / h
    print(f"h = {h:5}: {quotient:.3f}")
