"""Typefaces, colours, materials, effects, palettes."""
