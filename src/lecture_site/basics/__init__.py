"""What every part stands on: the project, its problems, its files."""
