"""Many lectures at once: which deck, what is known already."""
