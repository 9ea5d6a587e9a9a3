"""What every comparison is measured with: runs, rows, results."""
