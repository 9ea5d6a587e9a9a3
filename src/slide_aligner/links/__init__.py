"""The file of links, and what a person has fixed in it."""
