"""From features to probabilities: weights, potentials, the chain."""
