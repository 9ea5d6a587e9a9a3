"""What an experiment says where its data did not come along."""

from __future__ import annotations


class DataMissingError(Exception):
    """Raised when a measurement needs files that are not at hand."""
