"""Which slides a section is given, and how sure that is."""
