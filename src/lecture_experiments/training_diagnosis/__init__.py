"""Experiments on trainings that fail."""
