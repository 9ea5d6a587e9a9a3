"""What is made from code: outputs, figures, numbers."""
