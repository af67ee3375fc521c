"""Lettering: faces, shaping, breaking, fitting, placing, materials, legibility."""
