"""What a page may load, and the proof that it is what was built."""
