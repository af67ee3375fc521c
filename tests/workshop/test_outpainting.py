"""A painted cover is continued for its spine and back by what painted it, and its front stays as it is."""

import asyncio
import functools
import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from pipeline.domain.errors import PaintError, UpscaleError, WorkError
from pipeline.domain.geometry import Box
from pipeline.domain.operation import Print
from pipeline.domain.step import Doing
from pipeline.domain.upscaling import Upscaled, Weights
from pipeline.ports.bench import Stopped
from pipeline.prepress.sheet_plan import SheetPlan
from pipeline.stages.crop import cut
from pipeline.workshop.outpaint_plan import outpaint_plan
from pipeline.workshop.outpainting import outpainted
from pipeline.workshop.printing import bound
from tests.enlarging import RepeatingUpscaler, with_upscaler
from tests.outpainting import GoingOn
from tests.painting import EASEL, PaintBench, painted_versions, with_easel
from tests.retouching import LEAST_PX, PSEUDO, lettered, with_retoucher
from tests.workshop.drawings import book, drawn, pixels

ABOUT = book(options=1, format="6x9")
SMALL = replace(EASEL, area_px=128 * 128)
"""A model that paints small pictures, which are soon enlarged."""
HIGH = 192


@functools.cache
def cover():
    """A painted cover, and its picture."""
    bench = PaintBench()
    (version,) = painted_versions(ABOUT, bench)
    return version, bench.blobs[version.document.art.origin.sha256]


def planned(shop=None, document=None, pages=300, picture=None):
    version, own = cover()
    shop = shop or with_easel(easel=SMALL)
    where = bound(shop, Print(target="kdp-6x9", pages=pages)).wrap
    sheet = SheetPlan(wrap=where, dpi=300)
    return outpaint_plan(shop, ABOUT, document or version.document, picture or own, sheet)


def place(shop=None):
    return PaintBench(shop=shop or with_easel(easel=SMALL), painter=GoingOn())


def made(bench=None, **more):
    bench = bench or place()
    return asyncio.run(outpainted(planned(bench.shop), more.get("upscaled"), bench)), bench


@functools.cache
def once():
    return made()


def test_the_picture_goes_on_as_far_as_spine_and_back_need_and_is_enlarged():
    aside, _ = once()
    with Image.open(io.BytesIO(aside.content)) as file:
        width, height = file.size
    assert height == 4 * HIGH
    assert width / height >= (6 + 300 * 0.002252 + 0.125) / 9
    assert aside.fault == ""
    assert (aside.aside.width_px, aside.aside.height_px) == (width, height)
    assert (aside.aside.upscaled.engine, aside.aside.upscaled.height_px) == ("repeating", HIGH)


def test_every_strip_is_asked_for_with_the_one_before_in_view_and_told_how():
    aside, bench = once()
    first, second = bench.painter.requests
    assert first.mask != second.mask
    assert first.source != second.source
    assert [one.seed for one in aside.aside.extensions] == [first.seed, second.seed]
    assert first.seed != second.seed
    assert aside.aside.extensions[0].record.model == "tests/landscapes"


def test_the_model_sees_the_front_as_it_is_and_may_not_change_it():
    _, bench = once()
    request, plan = bench.painter.requests[0], planned()
    seen, mask = (np.asarray(Image.open(io.BytesIO(one)).convert("RGB"), np.int16)
                  for one in (request.source, request.mask))  # fmt: skip
    view = plan.extent.core.width
    front = cut(pixels(cover()[1]), Box(x=0.0, y=0.0, w=view / HIGH * 1.5, h=1.0), (view, HIGH))
    assert np.abs(seen[:, -view:] - front).mean() < 1
    assert not mask[:, -view:].any()
    assert mask[:, :-view].all()


def test_neither_subject_nor_lettering_is_asked_for():
    request = planned().request
    (lead, *_) = cover()[0].document.motifs
    assert lead.split()[-1] not in request.prompt
    assert request.prompt != cover()[0].document.art.painting.prompt
    assert request.negative.startswith("text, letters")


def test_the_same_picture_is_always_continued_in_the_same_way():
    assert planned() == planned()
    thin, thick = planned(pages=100), planned(pages=800)
    assert thin.seeds == thick.seeds[: len(thin.seeds)]


def test_progress_is_told_by_steps_with_the_time_that_is_left():
    steps = [step for step, _ in once()[1].told]
    painting = [step for step in steps if step.doing is Doing.PAINTING]
    assert [step.done for step in painting] == sorted(step.done for step in painting)
    assert all(step.left_s is not None for step in painting[1:])
    assert painting[-1].done == painting[-1].total
    assert any(step.doing is Doing.ENLARGING for step in steps)


def test_whoever_stops_the_order_stops_the_painting():
    bench = place()
    tell = bench.tell

    async def stopped(step, picture=None):
        await tell(step, picture)
        if step.done > 2:
            raise Stopped

    bench.tell = stopped
    with pytest.raises(Stopped):
        made(bench)
    assert len(bench.painter.requests) == 1
    assert bench.painter.running == 0


@pytest.mark.parametrize(
    "error", [
        PaintError("painter-failed", kind="nan"), PaintError("painter-missing"),
        PaintError("painter-memory", width=512, height=768), WorkError("work-memory"),
    ], ids=lambda error: error.code,
)  # fmt: skip
def test_where_the_model_fails_there_is_nothing_and_it_is_told_why(error):
    bench = place()
    bench.painter.error = error
    aside, _ = made(bench)
    assert (aside.content, aside.fault) == (None, error.code)


def test_what_cannot_be_enlarged_is_no_part_of_a_print():
    broken = RepeatingUpscaler(error=UpscaleError("upscale-disk", needed_mb=1))
    aside, _ = made(place(with_upscaler(with_easel(easel=SMALL), broken)))
    assert (aside.content, aside.fault) == (None, "upscale-disk")


def test_a_strip_that_the_safety_check_holds_back_is_tried_with_other_seeds():
    bench = place()
    seeds = planned(bench.shop).seeds
    bench.painter.unsafe = {seeds[0][0], seeds[1][0], seeds[1][1]}
    aside, _ = made(bench)
    assert [one.seed for one in aside.aside.extensions] == [seeds[0][1], seeds[1][2]]


def test_what_goes_on_from_nothing_is_painted_again():
    bench = place()
    first, second = planned(bench.shop).seeds
    bench.painter.astray = {first[0], second[0]}
    aside, _ = made(bench)
    assert [one.seed for one in aside.aside.extensions] == [first[1], second[1]]


def test_a_model_that_only_paints_other_pictures_paints_no_back():
    bench = place()
    bench.painter.astray = set(planned(bench.shop).seeds[1])
    aside, _ = made(bench)
    assert (aside.content, aside.fault) == (None, "apart")
    assert len(bench.painter.requests) == 1 + 3


def test_lettering_that_the_model_paints_there_is_taken_out_as_of_any_painting():
    bench = place(with_retoucher(easel=SMALL))
    paint = bench.paint

    async def written(request, watch):
        picture = await paint(request, watch)
        return replace(picture, content=lettered(picture.content, {(0.1, 0.4, 0.4, 0.5): PSEUDO}))

    bench.paint = written
    aside, _ = made(bench)
    assert aside.aside.erasures[0].erased > 0
    assert aside.aside.erasures[0].left == 0
    assert aside.treatments[0].by_itself
    yellow = np.abs(pixels(aside.content)[::4, ::4].astype(int) - PSEUDO).max(axis=2) < 24
    assert yellow.sum() < LEAST_PX


def test_it_is_enlarged_with_the_weights_of_its_picture():
    upscaler = RepeatingUpscaler()
    bench = place(with_upscaler(with_easel(easel=SMALL), upscaler))
    upscaled = Upscaled(engine="ncnn", weights=Weights.ANIME, width_px=512, height_px=768)
    made(bench, upscaled=upscaled)
    assert {weights for weights, _ in upscaler.asked} == {Weights.ANIME}


def test_nothing_is_painted_where_no_model_is_or_nothing_is_missing_or_art_is_drawn():
    document, art = cover()[0].document, cover()[0].document.art
    crop = replace(art.origin.crop, x=0.6, w=0.3)
    wide = replace(document, art=replace(art, origin=replace(art.origin, crop=crop)))
    assert planned(with_easel(easel=None)) is None
    assert planned(document=wide) is None
    assert planned(document=drawn("foil", "en").document) is None
