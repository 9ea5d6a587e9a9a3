"""The pages as notebooks that run anywhere."""
