"""The catalogue of styles."""

from config.catalogues import catalogue
from pipeline.domain.style import Style


def load_styles() -> tuple[Style, ...]:
    """Every style of `catalogues/styles.toml`, in its order."""
    return tuple(
        Style(name=name, **(row | {"aliases": tuple(row["aliases"])}))
        for name, row in catalogue("styles").items()
    )
