"""Covers with lettering in their pictures, by the real engines from end to end."""

import functools
import io
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from pipeline.domain.found_json import found_in
from pipeline.domain.geometry import Box
from pipeline.domain.operation import EraseText, FindText, Letter
from pipeline.stages.open_picture import open_kept
from pipeline.workshop.find_text import looked_through
from pipeline.workshop.paint_plan import png
from tests.bench_lettering.generating import sample
from tests.bench_lettering.truth import Split
from tests.painting import FakePainter, PaintBench, painted, with_easel
from tests.real import brief, done, versions, workshop
from tests.real import lettered as covered

ABOUT = brief(format="6x9", options=1, seed=5)


@functools.cache
def shop():
    made = with_easel()
    made._retoucher = workshop().retoucher
    return made


@functools.cache
def english():
    """A cover's picture with a title in English in it, and what is known of it."""
    return sample(Split.ENGLISH, 0)


@dataclass
class Painter(FakePainter):
    """Paints one picture, whatever it is asked for."""

    shows: object = None

    async def paint(self, request, watch):
        picture = await super().paint(request, watch)
        rgb = Image.fromarray(self.shows).resize((request.width, request.height))
        return replace(picture, content=png(np.asarray(rgb)))


def painting_of(rgb):
    bench = PaintBench(painter=Painter(shows=rgb), shop=shop())
    return painted(ABOUT, bench)


def box(polygon):
    across, down = zip(*polygon, strict=True)
    return Box.edges(min(across), min(down), max(across), max(down))


def found(rgb):
    return looked_through(shop(), png(rgb))[0]


def test_a_title_that_a_model_painted_is_gone_before_the_real_one_is_set():
    made = painting_of(english().rgb)
    (draft,) = made.drafts
    (told,) = draft.document.art.retouches

    assert told.by_itself
    assert told.erased >= len(english().lines) - 1
    assert told.left == 0
    assert not found(open_kept(draft.original).rgb).lines


def test_a_painting_without_lettering_stays_as_it_is_to_the_byte():
    free = sample(Split.FREE, 1).rgb
    made = painting_of(free)

    assert made.drafts[0].document.art.retouches == ()
    assert (open_kept(made.drafts[0].original).rgb == free).all()


def test_what_is_found_on_a_cover_is_read_picked_and_erased():
    bench = PaintBench(shop=shop())
    bench.shop.arts = type(bench.shop.arts)(bench.blobs.__getitem__)
    picture = png(english().rgb)
    (base,) = versions(covered(ABOUT, picture, bench=bench), bench, Letter(picture="", seed=0))
    listed = found_in(done(FindText(), ABOUT, base, bench=bench).files[1].content)
    picked = max(range(len(listed.lines)), key=lambda n: len(listed.lines[n].words)) + 1
    (draft,) = done(EraseText(areas=listed.polygons((picked,)), seed=1), ABOUT, base,
                    bench=bench).drafts  # fmt: skip
    left = [box(line.polygon) for line in found(open_kept(draft.original).rgb).lines]
    places = [box(line.polygon) for line in listed.lines]

    assert listed.lines[picked - 1].words
    assert draft.document.art.retouches[-1].erased == 1
    assert [any(one.overlap(place) > 0.5 * place.area for one in left) for place in places] == [
        number != picked for number in range(1, len(places) + 1)
    ]


def test_a_picture_with_numbers_shows_every_line_that_is_listed():
    what, picture = looked_through(shop(), png(english().rgb))

    assert len(what.lines) >= len(english().lines) - 1
    assert Image.open(io.BytesIO(picture)).size != (what.width_px, what.height_px)
