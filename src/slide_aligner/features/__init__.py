"""How alike a slide and a section are, in numbers."""
