"""The styles that there are, and help."""
