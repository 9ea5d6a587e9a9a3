"""Processes in which results are made, and how they compute."""
