"""NumPy built for the browser, from what the registries have."""
