"""The command `lecture`: lists, shows, runs and checks what was shown."""
