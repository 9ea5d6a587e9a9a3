"""Scripts that run in a reader's browser, made from their typed sources."""
