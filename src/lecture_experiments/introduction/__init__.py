"""Experiments of the introduction."""
