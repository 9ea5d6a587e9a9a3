"""The author's loop: what is edited is seen at once, and proved behind it."""
