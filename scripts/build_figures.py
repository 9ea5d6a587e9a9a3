"""Draw the figures of the pages: all that is stale, or those named."""

from lecture_site.commands import product_command
from lecture_site.figures import figure_products

if __name__ == "__main__":
    product_command(__doc__, figure_products)
