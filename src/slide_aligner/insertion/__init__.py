"""Slides put into notes, and taken out again."""
