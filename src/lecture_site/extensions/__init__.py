"""What pages may write beyond Markdown, and what becomes of it."""
