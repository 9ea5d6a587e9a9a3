"""Cards of slides beside the sections that they belong to."""
