"""Experiments of the page: the_title."""
