"""Record what the listings print: all that is stale, or those named."""

from lecture_site.commands import product_command
from lecture_site.products.outputs import output_products

if __name__ == "__main__":
    product_command(__doc__, output_products)
