"""What the figures of several pages are drawn with."""
