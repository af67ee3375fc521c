"""The model that paints, by diffusers: it is imported in its own process only."""
