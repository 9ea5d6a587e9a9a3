"""Reading and writing files without losing any."""
