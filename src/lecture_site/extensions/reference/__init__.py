"""Reference pages of teaching code, made of its docstrings and its tests."""
