"""A person's covers, page by page."""
