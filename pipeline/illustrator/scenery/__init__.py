"""Drawn scenery: props by name, skies and terrain; icons never stand in a scene."""
