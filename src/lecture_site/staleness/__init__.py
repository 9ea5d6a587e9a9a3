"""What a result depends on, so that it is made again in time."""
