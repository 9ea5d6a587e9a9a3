"""Results made on other machines, by the workers of a scheduler."""
