"""Experiments on backpropagation."""
