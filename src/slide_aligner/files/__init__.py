"""What files are called."""
