"""Slides beside the pages: matched, drawn, linked."""
