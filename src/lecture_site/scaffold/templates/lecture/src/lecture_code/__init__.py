"""The teaching code of the lecture: NumPy and the standard library only."""
