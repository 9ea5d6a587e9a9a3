"""What a reader need not download."""
