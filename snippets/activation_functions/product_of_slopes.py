"""The best that 5, 10 and 20 sigmoids can do to a gradient."""

for n_layers in (5, 10, 20):
    print(f"{n_layers:2d} layers: at most {0.25**n_layers:.0e}")
