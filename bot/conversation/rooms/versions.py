"""Leafing through the versions of a cover: undo, redo, going back, comparing."""
