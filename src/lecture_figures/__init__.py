"""Drawings that several figures share; the figures are in scripts."""
