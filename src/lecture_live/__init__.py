"""Runs a program as a page does: alone, its output and its mistakes told.

It needs the standard library and NumPy, and works in a browser.
"""

from lecture_live.result import Agreement, Failure, Result
from lecture_live.running import run

__all__ = ["Agreement", "Failure", "Result", "run"]
