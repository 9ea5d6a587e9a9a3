"""One training step of the same network, written for each engine."""
