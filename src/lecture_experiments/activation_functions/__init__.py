"""Experiments on activation functions."""
