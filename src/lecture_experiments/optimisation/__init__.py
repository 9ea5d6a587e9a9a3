"""Experiments on optimisation."""
