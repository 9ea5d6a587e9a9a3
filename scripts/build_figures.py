"""Draw the figures of the pages: all that is stale, or those named.

The data of the live pictures are made along with them.
"""

from lecture_site.basics.project import Project
from lecture_site.commands import product_command
from lecture_site.products.figures import figure_products
from lecture_site.products.live_data import live_products
from lecture_site.products.product import Product


def pictures(project: Project) -> list[Product]:
    """Return all that is drawn, or lets a page draw."""
    return [*figure_products(project), *live_products(project)]


if __name__ == "__main__":
    product_command(__doc__, pictures)
