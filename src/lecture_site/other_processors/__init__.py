"""Everything made again as other processors compute."""
