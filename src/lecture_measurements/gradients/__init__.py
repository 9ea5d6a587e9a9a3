"""Gradients by hand, held against differences and against torch."""
