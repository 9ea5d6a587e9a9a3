"""The sources of the pages, read as MkDocs reads them."""
