"""Settings and catalogues: read once by the composition root, passed down as values."""
