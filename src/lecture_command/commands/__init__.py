"""What can be done in a terminal, one module for each command."""
