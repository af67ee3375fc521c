"""The steps, named by the order in which they are taken."""
