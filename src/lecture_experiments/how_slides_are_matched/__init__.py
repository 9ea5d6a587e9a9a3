"""Experiments on matching slides."""
