"""Results that one machine has made and others take."""
