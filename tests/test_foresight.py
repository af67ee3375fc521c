"""The minutes that a picture will be enlarged, told before the order waits for its turn."""

import hashlib
from dataclasses import replace

import pytest

from config.formats import load_formats
from pipeline.domain.art import Brought
from pipeline.domain.errors import PrintError, UpscaleError
from pipeline.domain.foreseeing import SECONDS_A_MEGAPIXEL
from pipeline.domain.format import find_format
from pipeline.domain.geometry import Box
from pipeline.domain.ids import new_id
from pipeline.domain.operation import Export, Print, Upscale
from pipeline.domain.picture import Origin
from pipeline.domain.step import Doing
from pipeline.domain.upscaling import Enlarger, Upscaled, Weights
from tests.place import HERE, Place
from tests.storage.orders import document

PRINT = Print(target="kdp-6x9", pages=200, weights=Weights.ANIME)
WHOLE = Box(x=0.0, y=0.0, w=1.0, h=1.0)


@pytest.fixture(autouse=True)
def by_ncnn(monkeypatch):
    """Whose times are known before anything was measured; a machine may have what is quicker."""
    monkeypatch.setenv("ARTICOVER_UPSCALER", "ncnn")


def picture(width, height, upscaled=None):
    """Art that was brought and has so many pixels."""
    sha = hashlib.sha256(b"a picture").hexdigest()  # as every version there has
    origin = Origin(sha256=sha, kind="jpeg", width_px=width, height_px=height, crop=WHOLE)
    return Brought(origin=origin, upscaled=upscaled)


async def with_cover(art):
    """A place, somebody there, and their cover in 6 x 9 in."""
    place = Place()
    ada = await place.person()
    begun = await place.ordered(ada, format="6x9")
    return place, ada, await place.made(begun.job, art=art)


async def ordered(place, ada, version, operation):
    return (await place.studio.order(ada, version.id, operation, HERE, new_id())).job


@pytest.mark.parametrize(("operation", "weights"), [
    (Upscale(), Weights.PHOTO), (Upscale(weights=Weights.DRAFT), Weights.DRAFT),
    (Export(), Weights.PHOTO), (PRINT, Weights.ANIME),
], ids=["enlarge", "as a draft", "export", "print"])  # fmt: skip
async def test_minutes_of_enlarging_are_foreseen_before_an_order_waits(operation, weights):
    job = await ordered(*await with_cover(picture(500, 1000)), operation)

    assert job.step.doing is Doing.ENLARGING
    assert job.step.left_s == pytest.approx(SECONDS_A_MEGAPIXEL[Enlarger.NCNN][weights] / 2)


@pytest.mark.parametrize("art", [picture(1800, 2700), document().art], ids=["large", "drawn"])
async def test_nothing_is_foreseen_for_what_is_large_enough_or_drawn_at_any_size(art):
    assert (await ordered(*await with_cover(art), Export())).step is None


@pytest.mark.parametrize(("operation", "foreseen"), [
    (PRINT, False), (Print(target="kdp-hardcover-6x9", pages=200), True), (Export(), False),
    (Export(format="6.14x9.21"), True), (Upscale(), True),
], ids=["trim", "its larger boards", "front", "larger front", "asked for nothing else"])  # fmt: skip
async def test_time_is_foreseen_for_whatever_is_going_to_be_enlarged(operation, foreseen):
    job = await ordered(*await with_cover(picture(1720, 2580)), operation)

    assert (job.step is not None) is foreseen


async def test_files_are_foreseen_where_no_version_is_made_for_them():
    place, _, drawn = await with_cover(document().art)
    own = find_format("6x9", load_formats())
    small = replace(drawn, document=replace(drawn.document, art=picture(500, 1000)))

    names = await place.studio.foresight.names(PRINT, drawn, own)
    assert f"{drawn.id}-kdp-6x9-cover.pdf" in names
    assert await place.studio.foresight.names(PRINT, small, own) == ()


async def test_what_is_wrong_with_an_order_is_told_before_what_is_in_the_way_of_its_files():
    place, _, drawn = await with_cover(document().art)

    with pytest.raises(PrintError, match="isbn-check"):
        await place.studio.foresight.names(replace(PRINT, isbn="9780306406158"), drawn,
                                           find_format("6x9", load_formats()))  # fmt: skip


async def test_the_next_order_is_foreseen_by_what_the_last_one_took():
    place, ada, version = await with_cover(picture(500, 1000))
    was = Upscaled(engine=Enlarger.NCNN, weights=Weights.PHOTO, width_px=500, height_px=1000)
    first = await ordered(place, ada, version, Upscale())
    larger = await place.made(first, seconds=42.0, art=picture(2000, 4000, was))
    other = await place.made((await place.ordered(ada, format="6x9")).job, art=picture(250, 1000))

    assert (await ordered(place, ada, other, Export())).step.left_s == pytest.approx(21.0)
    assert (await ordered(place, ada, version, Export())).step is None
    assert larger.parent == version.id


async def test_what_need_not_be_enlarged_is_refused_before_it_waits():
    place, ada, version = await with_cover(picture(1800, 2700))

    with pytest.raises(UpscaleError, match="upscale-enough"):
        await ordered(place, ada, version, Upscale())
