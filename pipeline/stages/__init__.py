"""Pure functions that follow one another from a brief to files."""
