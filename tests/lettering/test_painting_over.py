"""Lettering erased by the model that paints: several tries, of which the best is taken."""

import asyncio
import functools
from dataclasses import dataclass, replace

import numpy as np
import pytest

from pipeline.domain.errors import ModelError, PaintError, RetouchError, WorkError
from pipeline.domain.lettering import Eraser
from pipeline.domain.operation import EraseText, Letter
from pipeline.ports.bench import Stopped
from pipeline.stages.open_picture import open_kept
from pipeline.workshop.clearing import all_cleared
from pipeline.workshop.erase_plan import CANDIDATES, Ground, patches
from pipeline.workshop.paint_plan import png
from pipeline.workshop.painting_over import painted_over, untold
from tests.lettering.test_erase_text import WHOLE, sloping
from tests.painting import FakePainter, PaintBench, painted
from tests.real import brief, done, versions
from tests.real import lettered as covered
from tests.retouching import LATIN, BarDetector, MeanInpainter, ink, lettered, with_retoucher

ABOUT = brief(format="6x9", options=1)
ONE = {(0.2, 0.1, 0.8, 0.16): LATIN}


@dataclass
class Filler(FakePainter):
    """Paints the mean of what it begins from; with lettering again in the pictures of `letters`."""

    letters: tuple[int, ...] = ()

    async def paint(self, request, watch):
        number = len(self.requests)
        picture = await super().paint(request, watch)
        source = open_kept(request.source).rgb.copy()
        source[:] = source.reshape(-1, 3).mean(axis=0)
        content = png(source)
        return replace(
            picture, content=lettered(content, ONE) if number in self.letters else content
        )


def bench(painter, **changes):
    made = PaintBench(painter=painter)
    made.shop = with_retoucher(made.blobs, eraser=Eraser.PAINTER, **changes)
    return made


@functools.cache
def picture(width=256, height=384):
    return lettered(png(sloping(width, height)), ONE)


@functools.cache
def ground(width=256, height=384):
    """The same picture, erased without the model."""
    content = picture(width, height)
    first = all_cleared(with_retoucher(), content, WHOLE, 3)
    return Ground(content=content, crop=WHOLE, first=first, painting=None, seed=3)


def erased(painter, **changes):
    """The picture after the model had its goes."""
    return asyncio.run(painted_over(ground(), bench(painter, **changes), untold))


@functools.cache
def usual():
    painter = Filler()
    return erased(painter), painter.requests


def test_the_model_is_asked_for_plain_ground_with_several_seeds():
    _, requests = usual()

    assert len(requests) == CANDIDATES
    assert len({request.seed for request in requests}) == CANDIDATES
    assert all("background" in request.prompt for request in requests)
    assert all("lettering" in request.negative for request in requests)


def test_it_begins_from_what_has_no_lettering_any_more():
    _, requests = usual()

    assert not any(ink(open_kept(request.source).rgb).any() for request in requests)


def test_it_paints_the_place_of_the_lettering_and_little_more():
    _, requests = usual()
    white = open_kept(requests[0].mask).rgb[..., 0] > 127

    assert white[round(0.13 * white.shape[0]), white.shape[1] // 2]
    assert 0.03 < white.mean() < 0.15


def test_it_is_told_that_the_model_erased_it():
    made, _ = usual()

    assert (made.erasure.eraser, made.erasure.erased, made.erasure.left) == (Eraser.PAINTER, 1, 0)


def test_nothing_outside_the_mask_changes():
    made, requests = usual()
    white = open_kept(requests[0].mask).rgb[..., 0] > 0
    rows = np.flatnonzero(white.any(axis=1)) * 384 / white.shape[0]
    before, now = open_kept(picture()).rgb, open_kept(made.content).rgb

    different = np.flatnonzero((before != now).any(axis=2).any(axis=1))
    assert before.shape == now.shape
    assert rows.min() - 1 <= different.min() < different.max() <= rows.max() + 2


def test_of_several_paintings_one_without_lettering_is_taken():
    made = erased(Filler(letters=(0, 1, 3)))

    assert not ink(open_kept(made.content).rgb).any()
    assert made.erasure.eraser is Eraser.PAINTER


def test_a_model_that_only_letters_is_not_heeded():
    made = erased(Filler(letters=tuple(range(99))))

    assert made == ground().first


@pytest.mark.parametrize("error", [
    PaintError("painter-lost"), ModelError("model-device", device="cuda"), PaintError("paint-unsafe"),
])  # fmt: skip
def test_where_the_model_fails_the_place_is_filled_without_it(error):
    assert erased(Filler(error=error)) == ground().first


@pytest.mark.parametrize("error", [
    RetouchError("detector-lost", detector="keras-ocr"), WorkError("work-memory"),
])  # fmt: skip
def test_what_was_filled_without_the_model_is_not_lost_when_nobody_can_choose(error):
    assert erased(Filler(), judge=BarDetector(error=error)) == ground().first


def test_a_painted_picture_is_filled_in_its_own_words():
    (draft,) = painted(ABOUT).drafts
    painting = replace(draft.document.art.painting, prompt="oil painting of a grey sea")
    asked = patches(bench(Filler()).shop, replace(ground(), painting=painting))

    prompts = [request.prompt for request in asked[0].requests]
    assert any(prompt.endswith("oil painting of a grey sea") for prompt in prompts)
    assert "plain background" in prompts


def test_of_a_large_picture_windows_are_painted_that_the_model_can_paint():
    at = bench(Filler())
    (patch,) = patches(at.shop, ground(900, 1350))

    assert patch.window.bottom - patch.window.top < 700
    area = at.shop.easel.area_px
    assert all(one.width * one.height <= 1.61 * area for one in patch.requests)


@functools.cache
def cover():
    at = bench(Filler())
    content = picture(400, 600)
    return versions(covered(ABOUT, content, bench=at), at, Letter(picture="", seed=0))[0], at


def test_a_cover_is_erased_by_the_model_and_the_steps_only_go_on():
    base, at = cover()
    (draft,) = done(EraseText(seed=3), ABOUT, base, bench=at).drafts

    told = [step for step, _ in at.told if step.doing == "erasing"]
    assert draft.document.art.retouches[-1].eraser is Eraser.PAINTER
    assert [step.done for step in told] == sorted({step.done for step in told})
    assert all(step.done < step.total for step in told)


def test_who_cancels_stops_the_model():
    base, at = cover()
    painter = Filler()
    cancelled = replace(at, painter=painter, shop=at.shop)

    async def tell(step, _picture=None):
        if step.done > 2:
            raise Stopped

    cancelled.tell = tell
    with pytest.raises(Stopped):
        done(EraseText(seed=3), ABOUT, base, bench=cancelled)
    assert painter.requests
    assert painter.running == 0


def test_a_fresh_painting_asks_the_model_only_for_what_is_left():
    class Painter(Filler):
        async def paint(self, request, watch):
            if request.source is not None:
                return await super().paint(request, watch)
            fresh = await FakePainter.paint(self, request, watch)
            return replace(fresh, content=lettered(fresh.content, ONE))

    easy, hard = Painter(), Painter()
    painted(ABOUT, bench(easy))
    made = painted(ABOUT, bench(hard, inpainter=MeanInpainter(misses=2)))

    assert not any(request.mask for request in easy.requests)
    assert sum(request.mask is not None for request in hard.requests) >= CANDIDATES
    (told,) = made.drafts[0].document.art.retouches
    assert (told.by_itself, told.left) == (True, 0)
