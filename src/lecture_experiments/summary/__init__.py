"""Experiments of the summary."""
