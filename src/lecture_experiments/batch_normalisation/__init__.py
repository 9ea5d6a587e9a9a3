"""Experiments on batch normalisation."""
