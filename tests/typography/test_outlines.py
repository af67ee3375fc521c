import numpy as np
import pytest
import skia

from pipeline.domain.layout import Role
from pipeline.domain.words import Writing
from pipeline.typography.outlines import grown, merged, roughened
from pipeline.typography.rendering import letters_of
from tests.typography.lettering import block, library

SAMPLES = {Writing.LATIN: ("Afkteg&", "BRSxyz83"), Writing.KOREAN: ("훔친 궁전", "뷁의 달빛")}


def coverage(path):
    cover = np.zeros((300, 500), np.uint8)
    surface = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeA8(500, 300), cover, 500)
    canvas = surface.getCanvas()
    canvas.scale(0.5, 0.5)
    canvas.drawPath(path, skia.Paint(AntiAlias=True))
    return cover.astype(np.int16)


@pytest.mark.parametrize("pairing", library().catalogue.pairings, ids=lambda pairing: pairing.name)
def test_merging_overlaps_changes_nothing_that_is_seen(pairing):
    made = block(Role.TITLE, *SAMPLES[pairing.writing], y=0.02, size=0.17, colour="#000000",
                 font=pairing.title.face, axes=pairing.title.axes)  # fmt: skip
    path = letters_of(library(), made, 2 / 3).path

    difference = np.abs(coverage(merged(path)) - coverage(path))

    # where two contours overlap, an antialiased edge inside them vanishes: that is the purpose
    assert (difference > 128).sum() < 12


def test_merging_takes_the_edges_inside_a_letter_away():
    cross = skia.Path()
    cross.addRect(skia.Rect.MakeXYWH(400, 100, 100, 400))
    cross.addRect(skia.Rect.MakeXYWH(250, 250, 400, 100))

    # twelve corners are left of two times four, and nothing crosses
    assert merged(cross).countPoints() >= 12
    assert not merged(cross).isEmpty()
    assert np.abs(coverage(merged(cross)) - coverage(cross)).max() <= 2


def test_an_empty_outline_stays_empty():
    assert merged(skia.Path()).isEmpty()


def test_growing_reaches_equally_far_on_every_side():
    box = skia.Path()
    box.addRect(skia.Rect.MakeXYWH(100, 100, 200, 100))

    bounds = grown(box, 10).computeTightBounds()

    assert tuple(bounds) == pytest.approx((90, 90, 310, 210), abs=0.1)


def test_a_rough_outline_is_the_same_every_time():
    box = skia.Path()
    box.addOval(skia.Rect.MakeXYWH(100, 100, 200, 100))

    assert roughened(box, 150) == roughened(box, 150)
    assert roughened(box, 150) != box
