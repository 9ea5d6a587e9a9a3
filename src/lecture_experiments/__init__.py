"""The experiments: what is computed, before anyone measures or draws it."""
