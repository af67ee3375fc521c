"""Drawn plants: curves that grow, leaves, blossoms, branches, and whole plants out of them."""
