"""The figures of the pages, a module a page, and how they are drawn."""
