"""The site's own machinery: what a page shows, runs, draws and measures."""
