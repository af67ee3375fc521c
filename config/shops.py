"""The catalogue of shops of eBooks: what they take as the picture of a cover."""

from config.catalogues import catalogue
from pipeline.domain.shop import Shop


def load_shops() -> tuple[Shop, ...]:
    """Every shop of `catalogues/shops.toml`, in its order."""
    return tuple(
        Shop(
            name=entry["name"], english=entry["english"], korean=entry["korean"],
            aliases=tuple(entry["aliases"]), kinds=tuple(entry["kinds"]),
            least_px=(entry["least_px"][0], entry["least_px"][1]),
            ideal_px=(entry["ideal_px"][0], entry["ideal_px"][1]), most_px=entry["most_px"],
            most_mb=float(entry["most_mb"]), source=entry["source"],
        )
        for entry in catalogue("shops")["shop"]
    )  # fmt: skip
