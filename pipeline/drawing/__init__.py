"""Colour, noise, paths and finishes on a skia canvas: shared by lettering and illustration."""
