"""Weights from a model hub: which files are needed, fetching them, and where they lie."""
