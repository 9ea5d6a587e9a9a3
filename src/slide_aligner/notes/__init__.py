"""Notes in Markdown, read as sections."""
