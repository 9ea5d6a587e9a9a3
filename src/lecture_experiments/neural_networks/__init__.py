"""Experiments on neural networks."""
