"""What was done to lettering in a picture is stored with its version, and old versions load still."""

import json
from dataclasses import replace

import pytest

from pipeline.domain.art import Brought
from pipeline.domain.geometry import Box
from pipeline.domain.lettering import Eraser, Erasure, Hand, Replacement
from pipeline.domain.operation import EraseText, FindText, Operation, ReplaceText
from pipeline.domain.picture import Origin
from pipeline.domain.report import Report
from pipeline.domain.version import Document, Version
from storage.codec import dumped, loaded
from storage.references import of_version
from tests.paintings import painted
from tests.storage.orders import START, document

RETOUCHES = (
    Erasure(eraser=Eraser.PAINTER, erased=2, left=1, tries=3, by_itself=True),
    Replacement(hand=Hand.TYPE, words="바다", face="Nanum Myeongjo", read="바다", fallback=True),
)
QUAD = ((0.1, 0.2), (0.9, 0.25), (0.9, 0.31), (-0.01, 0.26))


def brought(picture):
    crop = Box(x=0.0, y=0.0, w=1.0, h=1.0)
    origin = Origin(sha256=picture, kind="JPEG", width_px=800, height_px=1200, crop=crop)
    return replace(document(), art=Brought(origin=origin))


@pytest.mark.parametrize("made", [brought("a" * 64), painted(document(), "b" * 64)])
def test_a_version_from_before_there_were_retouches_has_none(made):
    old = json.loads(dumped(made))
    assert old["art"].pop("retouches") == []

    assert loaded(Document, json.dumps(old)) == made


@pytest.mark.parametrize("made", [brought("a" * 64), painted(document(), "b" * 64)])
def test_retouches_survive_being_stored_in_their_order(made):
    retouched = replace(made, art=replace(made.art, retouches=RETOUCHES))

    assert loaded(Document, dumped(retouched)) == retouched


@pytest.mark.parametrize("operation", [
    FindText(), EraseText(), EraseText(areas=(QUAD, QUAD), seed=7),
    ReplaceText(area=QUAD, words="SEA KING", hand=Hand.MODEL, colour="#102040", seed=1),
    ReplaceText(area=QUAD, words="바다"),
])  # fmt: skip
def test_orders_about_lettering_survive_being_stored(operation):
    assert loaded(Operation, dumped(operation, Operation)) == operation


def test_a_retouched_version_holds_its_own_original():
    made = Version(
        id="v2", cover="c", number=2, parent="v1", operation=EraseText(seed=1), raster="a" * 64,
        document=painted(document(), "c" * 64), report=Report(checks=()), preview="b" * 64,
        job="j", made_at=START,
    )  # fmt: skip

    assert of_version(made) == {"a" * 64, "b" * 64, "c" * 64}
