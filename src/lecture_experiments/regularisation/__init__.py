"""Experiments on regularisation."""
