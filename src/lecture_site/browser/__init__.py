"""The browser that prints and looks, and how it is got."""
