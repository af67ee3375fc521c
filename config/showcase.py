"""The invented books with which the styles are shown."""

from collections.abc import Mapping

from config.catalogues import catalogue


def load_showcase() -> Mapping[str, Mapping[str, object]]:
    """A brief for each style, by the style's name."""
    return catalogue("showcase")
