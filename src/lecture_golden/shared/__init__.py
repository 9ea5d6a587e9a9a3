"""What the golden values of several explorers are computed with."""
