"""Ways between the listings of the pages and the reference of their code."""
