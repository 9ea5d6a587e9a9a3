"""What happens to the site after MkDocs."""
