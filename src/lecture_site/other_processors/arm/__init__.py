"""The same on an emulated ARM processor."""
