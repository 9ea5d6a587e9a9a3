"""Teaching code of the lecture: neural networks in NumPy."""
