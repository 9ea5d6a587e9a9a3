"""The lecture's own deck, compiled from its source."""
