"""The first cell of a notebook, run where the reader is."""
