"""Fitting the weights, and judging them."""
