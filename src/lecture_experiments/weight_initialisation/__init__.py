"""Experiments on weight initialisation."""
