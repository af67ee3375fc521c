"""Values that many tests share."""

from pipeline.domain.concept import Concept

SCENERY = {"castle": "castle", "sea": None, "lighthouse": "lighthouse", "tree": "tree",
           "house": "house", "ship": "ship", "city": "skyline", "traveller": "figure"}  # fmt: skip
SETTINGS = {"castle": "mountains", "sea": "sea", "lighthouse": "sea", "tree": "field",
            "house": "field", "ship": "sea", "city": "city", "traveller": "mountains"}  # fmt: skip


def concept(name: str) -> Concept:
    """A concept with the icon of the same name."""
    return Concept(name=name, gloss=name, english=(name,), korean=(), icon=name,
                   scene=SCENERY.get(name), setting=SETTINGS.get(name))  # fmt: skip
