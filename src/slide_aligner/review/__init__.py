"""A page to look at the links and correct them."""
