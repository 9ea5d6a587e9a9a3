"""The lecture's claims as functions that return numbers, a module a page."""
