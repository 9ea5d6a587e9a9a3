"""Notebooks that the site shows executed."""
