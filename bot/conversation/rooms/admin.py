"""What only whoever runs the place may do."""
