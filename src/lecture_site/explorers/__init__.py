"""Explorers: their mathematics is held to that of the teaching code."""
