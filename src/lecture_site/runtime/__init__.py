"""Python in a reader's browser: what it runs on, built, kept, published."""
