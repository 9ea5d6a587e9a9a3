"""Measure what the prose quotes: all that is stale, or those named."""

from lecture_site.commands import product_command
from lecture_site.products.measurements import measurement_products

if __name__ == "__main__":
    product_command(__doc__, measurement_products)
