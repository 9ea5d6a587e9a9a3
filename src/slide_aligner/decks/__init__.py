"""Slides, read from PDF, PowerPoint, text or pictures."""
