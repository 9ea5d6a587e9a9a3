"""Matches the sections of written notes with the slides of a deck.

The package knows nothing of any lecture: it reads Markdown and slides, and
says which slide belongs to which section, how sure it is, and why.
"""
