"""Pictures that were just painted lose their lettering before they are lettered."""

import functools
from dataclasses import dataclass, replace

import pytest

from pipeline.domain.errors import RetouchError, WorkError
from pipeline.domain.lettering import Eraser, Erasure
from pipeline.domain.operation import Paint, Vary
from pipeline.domain.outcome import Treatment
from pipeline.stages.open_picture import open_kept
from tests.painting import FakePainter, PaintBench, painted
from tests.real import brief, done, versions
from tests.retouching import BarDetector, MeanInpainter, ink, lettered, with_retoucher

ABOUT = brief(format="6x9", options=1, seed=5)


@dataclass
class LetteringPainter(FakePainter):
    """Every picture has three lines of lettering."""

    async def paint(self, request, watch):
        picture = await super().paint(request, watch)
        return replace(picture, content=lettered(picture.content))


def bench(painter=None, **changes):
    made = PaintBench(painter=painter or LetteringPainter())
    made.shop = with_retoucher(made.blobs, **changes)
    return made


@functools.cache
def erased():
    """What a cover comes to whose picture was painted with three lines."""
    return painted(ABOUT, bench())


def test_a_painted_picture_is_lettered_without_the_lettering_that_it_came_with():
    (draft,) = erased().drafts

    assert not ink(open_kept(draft.original).rgb).any()
    assert not ink(open_kept(draft.raster).rgb).any()
    assert draft.document.art.origin.sha256 == open_kept(draft.original).sha256


def test_the_version_tells_what_was_erased_though_nobody_asked():
    (draft,) = erased().drafts

    assert draft.document.art.retouches == (
        Erasure(eraser=Eraser.BUILTIN, erased=3, left=0, tries=1, by_itself=True),
    )
    assert erased().treatments == (
        Treatment(detector="craft", eraser="builtin", found=3, erased=3, by_itself=True),
    )


def test_a_picture_without_lettering_stays_as_it_was_painted():
    without = painted(ABOUT, bench(FakePainter(), by_itself=False)).drafts[0]
    made = painted(ABOUT, bench(FakePainter()))

    assert made.drafts[0].original == without.original
    assert made.drafts[0].document.art.retouches == ()
    assert made.treatments == (Treatment(detector="craft", by_itself=True),)


def test_nothing_is_looked_at_where_the_setting_says_no():
    made = painted(ABOUT, bench(by_itself=False, detector=BarDetector(error=AssertionError())))

    assert ink(open_kept(made.drafts[0].original).rgb).any()
    assert made.treatments == ()


@pytest.mark.parametrize("error", [
    RetouchError("detector-lost", detector="keras-ocr"), WorkError("work-crashed"),
])  # fmt: skip
def test_a_detector_that_breaks_costs_no_cover(error):
    made = painted(ABOUT, bench(detector=BarDetector(error=error)))

    assert ink(open_kept(made.drafts[0].original).rgb).any()
    assert made.drafts[0].document.art.retouches == ()
    assert made.treatments == (Treatment(by_itself=True, fault=error.code),)


def test_what_is_left_after_two_tries_is_told():
    made = painted(ABOUT, bench(inpainter=MeanInpainter(misses=99)))

    (told,) = made.drafts[0].document.art.retouches
    assert (told.erased, told.left, told.tries) == (0, 3, 2)


def test_a_variation_is_painted_from_the_erased_picture_and_erased_as_well():
    at = bench()
    (base,) = versions(painted(ABOUT, at), at, Paint(seed=5))
    made = done(Vary(seed=7, count=2), ABOUT, base, bench=at)

    assert at.painter.requests[-1].source is not None
    assert not ink(open_kept(at.painter.requests[-1].source).rgb).any()
    assert all(not ink(open_kept(one.original).rgb).any() for one in made.drafts)
    assert [one.erased for one in made.treatments] == [3, 3]
