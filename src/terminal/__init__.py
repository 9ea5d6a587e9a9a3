"""The frame of every command: its help, its output, its errors, its files."""
