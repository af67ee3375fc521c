"""From a brief to lettered covers by a real engine with a tiny model: every part but the weights."""

import asyncio
import functools
import itertools

import pytest

from pipeline.domain.art import Painted
from pipeline.domain.operation import Print, Vary
from pipeline.domain.painting import Manner, PaintStep
from pipeline.engines.diffusion.engine import open_engine
from pipeline.ports.painter import Advanced, Failed, Ready
from pipeline.prepress.sheet_plan import SheetPlan
from pipeline.workshop import outpainting
from pipeline.workshop.easel import Easel
from pipeline.workshop.outpaint_plan import outpaint_plan
from pipeline.workshop.printing import bound
from tests.diffusion.painting import settings_of
from tests.painting import PaintBench, painted, painted_versions, with_easel
from tests.real import done
from tests.workshop.drawings import book, pixels


class EnginePainter:
    """An engine as a painter, in this process: every step is done for all that were admitted."""

    def __init__(self, engine):
        self.at_once = 4
        self.requests = []
        self._engine = engine
        self._events = {}
        self._tickets = map(str, itertools.count())

    async def paint(self, request, watch):
        self.requests.append(request)
        ticket, mine = next(self._tickets), asyncio.Queue()
        self._events[ticket] = mine
        self._engine.admit(ticket, request)
        while True:
            await asyncio.sleep(0)
            if mine.empty():
                for event in self._engine.step():
                    self._events[event.ticket].put_nowait(event)
                continue
            match mine.get_nowait():
                case Advanced(step=step):
                    assert isinstance(step, PaintStep)
                    await watch(step)
                case Ready(picture=picture):
                    return picture
                case Failed(error=error):
                    raise error


@pytest.fixture(scope="module")
def bench(models):
    easel = Easel(model="tiny", area_px=256 * 256, manner=Manner(steps=2), words_room=150,
                  tokenizer=models / "sd1" / "tokenizer")  # fmt: skip
    blobs = {}
    bench = PaintBench(blobs=blobs, shop=with_easel(blobs, easel))
    bench.painter = EnginePainter(_engine(models))
    return bench


@functools.cache
def _engine(models):
    return open_engine(settings_of(models / "sd1", preview_every=1))


def test_options_are_painted_in_shared_passes_and_lettered(bench):
    made = painted(book(options=2, format="6x9"), bench)

    for draft in made.drafts:
        art = draft.document.art
        assert isinstance(art, Painted)
        assert (art.origin.width_px, art.origin.height_px) == (256, 384)
        assert art.painting.record.buckets
        assert art.painting.record.versions
        assert draft.document.layout.blocks
    assert any(picture for _, picture in bench.told)


def test_no_prompt_is_longer_than_the_model_reads(bench):
    for request in bench.painter.requests:
        assert bench.shop.prompt_room.count(request.prompt) <= 150
        assert "lighthouse" in request.prompt


def test_a_variation_is_painted_from_the_version(bench):
    (base,) = painted_versions(book(format="6x9"), bench)

    made = done(Vary(seed=1, count=1), book(format="6x9"), base, bench=bench)

    painting = made.drafts[0].document.art.painting
    assert painting.source == base.document.art.origin.sha256
    assert painting.strength < 1


def test_a_steep_cover_is_continued_by_the_same_model(bench):
    art = painted(book(format="1:2.5"), bench).drafts[0].document.art

    assert art.painting.extensions
    assert art.origin.height_px > art.painting.height


def test_a_cover_is_continued_to_the_left_by_the_same_model(bench, monkeypatch):
    # weights that nobody trained go on from nothing
    monkeypatch.setattr(outpainting, "MOST_APART", 256.0)
    (version,) = painted_versions(book(format="6x9"), bench)
    document, picture = version.document, bench.blobs[version.document.art.origin.sha256]
    sheet = SheetPlan(wrap=bound(bench.shop, Print(target="kdp-6x9", pages=300)).wrap, dpi=300)
    plan = outpaint_plan(bench.shop, book(format="6x9"), document, picture, sheet)

    aside = asyncio.run(outpainting.outpainted(plan, None, bench))

    assert aside.fault == ""
    assert bench.shop.prompt_room.count(plan.request.prompt) <= 150
    assert [one.record.model for one in aside.aside.extensions] == ["sd1"] * len(plan.extent.strips)
    assert pixels(aside.content).shape == (4 * 384, 4 * plan.extent.core.x, 3)
