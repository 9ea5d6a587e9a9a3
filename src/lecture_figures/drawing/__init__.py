"""How a figure is drawn and written: below the site, and none of it."""
