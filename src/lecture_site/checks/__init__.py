"""What looks at a finished site: links, changes, weight, audits."""
