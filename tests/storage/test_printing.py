"""Orders for print and enlarged pictures are stored, and what was stored before loads still."""

import json
from dataclasses import replace

import pytest

from pipeline.domain.operation import Export, Illustrate, Operation, Print, Upscale, as_made
from pipeline.domain.printer import PdfStandard, SpineReading
from pipeline.domain.report import Report
from pipeline.domain.upscaling import Upscaled, Weights
from pipeline.domain.version import Document, Version
from storage.codec import dumped, loaded
from storage.references import of_version
from tests.paintings import aside_of, painted
from tests.storage.orders import START, document
from tests.storage.test_retouches import brought

UPSCALED = Upscaled(engine="ncnn", weights=Weights.ANIME, width_px=848, height_px=1264)
PICTURES = [brought("a" * 64), painted(document(), "b" * 64)]
FULL = Print(
    target="bookk-신국판", pages=312, paper="미색", isbn="9791190000000", blurb="바다.\n둘째 줄",
    about="은현은 바닷가에 산다.", weights=Weights.PHOTO, marks=True, guides=True,
    standard=PdfStandard.X3, reading=SpineReading.UP, outpaint=False,
)  # fmt: skip


@pytest.mark.parametrize("operation", [
    Upscale(), Upscale(weights=Weights.DRAFT), Print(target="kdp-6x9", pages=24), FULL,
])  # fmt: skip
def test_orders_for_print_survive_being_stored(operation):
    assert loaded(Operation, dumped(operation, Operation)) == operation


def test_an_order_from_before_spines_could_be_turned_runs_as_its_market_has_it():
    old = json.loads(dumped(FULL, Operation))
    for name in ("reading", "outpaint"):
        del old[name]

    assert loaded(Operation, json.dumps(old)) == replace(FULL, reading=None, outpaint=True)


@pytest.mark.parametrize("made", PICTURES)
def test_a_version_from_before_pictures_were_enlarged_was_not(made):
    old = json.loads(dumped(made))
    assert old["art"].pop("upscaled") is None

    assert loaded(Document, json.dumps(old)) == made


@pytest.mark.parametrize("made", PICTURES)
def test_how_a_picture_was_enlarged_survives_being_stored(made):
    enlarged = replace(made, art=replace(made.art, upscaled=UPSCALED))

    assert loaded(Document, dumped(enlarged)) == enlarged


@pytest.mark.parametrize("made", PICTURES)
def test_what_was_painted_beside_a_picture_survives_being_stored_and_before_it_nothing_was(made):
    continued = replace(made, art=replace(made.art, aside=aside_of("c" * 64)))
    old = json.loads(dumped(made))
    assert old["art"].pop("aside") is None

    assert loaded(Document, dumped(continued)) == continued
    assert loaded(Document, json.dumps(old)) == made


@pytest.mark.parametrize("made", PICTURES)
def test_a_version_holds_what_was_painted_beside_its_picture(made):
    continued = replace(made, art=replace(made.art, aside=aside_of("c" * 64)))

    assert of_version(first(continued)) == of_version(first(made)) | {"c" * 64}


def first(of):
    return Version(id="v", cover="c", number=1, parent=None, operation=Illustrate(seed=1), document=of,
                   report=Report(checks=()), raster="d" * 64, preview="e" * 64, job="j", made_at=START)  # fmt: skip


def test_a_version_that_was_enlarged_for_its_files_has_nothing_of_the_book_in_its_history():
    assert as_made(FULL, enlarged=True) == Upscale(weights=Weights.PHOTO)
    assert as_made(Export(format="a5"), enlarged=True) == Upscale()
    assert as_made(Illustrate(seed=3), enlarged=False) == Illustrate(seed=3)


def test_a_version_that_was_painted_on_for_a_book_tells_of_its_printer_and_nothing_else():
    assert as_made(FULL, enlarged=False) == Print(target=FULL.target, pages=FULL.pages)
