"""Experiments of the mathematics you need."""
