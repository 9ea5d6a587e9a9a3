"""The whole lecture as one document, printed."""
