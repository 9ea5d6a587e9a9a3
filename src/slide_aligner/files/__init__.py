"""What files are called, and reading them as text."""
