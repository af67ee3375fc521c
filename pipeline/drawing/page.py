"""The page that everything is drawn on: units of which its short side has a thousand."""

SHORT_SIDE = 1000.0
"""What the short side of a cover measures in units, at any pixel size."""


def page(aspect: float) -> tuple[float, float]:
    """Width and height in units of a cover of `aspect` (width / height)."""
    return SHORT_SIDE * max(1.0, aspect), SHORT_SIDE * max(1.0, 1 / aspect)
