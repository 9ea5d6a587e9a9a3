"""Draw the figures of the pages: all that is stale, or those named.

The data of the live pictures are made along with them.
"""

from lecture_site.commands import product_command
from lecture_site.figures import figure_products
from lecture_site.live_pictures import live_products
from lecture_site.products import Product
from lecture_site.project import Project


def pictures(project: Project) -> list[Product]:
    """Return all that is drawn, or lets a page draw."""
    return [*figure_products(project), *live_products(project)]


if __name__ == "__main__":
    product_command(__doc__, pictures)
