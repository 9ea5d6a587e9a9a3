"""Teaching code of the lecture, in NumPy."""
