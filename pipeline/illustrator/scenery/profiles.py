"""Outlines large enough to hold a picture: a human profile."""

import skia

from pipeline.illustrator.scenery.shapes import joined, outline


def profile(*, bun: bool) -> skia.Path:
    """Head and shoulders from the side, facing right, about 100 units tall; with a knot of hair."""
    bust = outline(
        "-2,-101 12,-99.5 24,-92 31.5,-82 33.5,-74 33.2,-69.6 34.6,-65.5 38,-59.5 41.4,-54.4 40.4,-52.2 36.8,-51.2* "
        "36.2,-49.4 38.6,-47.2 38.8,-45.8 36.8,-44.6* 38,-43 37.4,-41 34.8,-39.8 35.4,-37 34.6,-32.6 31,-29.4 24,-28.6 "
        "16,-29.2 11.4,-26 10.4,-19 12.4,-12 20,-6 27,3* -50,3* -47,-6 -39,-12.5 -28,-17 -20.5,-22 -17.6,-29 -18.6,-37 "
        "-25,-47 -31.4,-60 -32.6,-74 -27,-89 -15.4,-98"
    )
    if not bun:
        return bust
    return joined(bust, outline("-24,-88 -31,-93 -40,-91 -45,-83 -43,-74 -36,-69 -28,-71"))
