"""Other words on a cover."""
