"""How many steps three optimisers need in a long valley."""
