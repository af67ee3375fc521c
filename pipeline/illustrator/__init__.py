"""The built-in painter: recipes that draw text-free art without any model."""
