"""Texts in other places, and in other sizes."""
