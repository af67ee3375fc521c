"""Lettering in a version's picture: found with numbers, and erased."""

import functools
import io

import numpy as np
import pytest
from PIL import Image

from pipeline.domain.errors import PictureError, RetouchError
from pipeline.domain.found_json import found_in
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Role
from pipeline.domain.lettering import Eraser, Erasure, Script
from pipeline.domain.operation import EditText, EraseText, Export, FindText, Letter, MoveText, Nudge
from pipeline.domain.outcome import Treatment
from pipeline.stages.open_picture import open_kept
from pipeline.workshop.clearing import all_cleared, cleared
from pipeline.workshop.find_text import looked_through
from tests.real import Bench, brief, done, lettered, versions
from tests.retouching import LATIN, THREE, ink, with_retoucher
from tests.retouching import lettered as barred
from tests.workshop.covers import BLOBS, version

ABOUT = brief(format="6x9", options=1)
WHOLE = Box(x=0.0, y=0.0, w=1.0, h=1.0)
BENCH = Bench()
BENCH.shop = with_retoucher(BENCH.blobs)


def sloping(width=800, height=1200):
    """A picture without lettering: colours that go over into each other."""
    y, x = np.mgrid[0:height, 0:width]
    rgb = np.dstack([y * 200 // height, x * 200 // width, 60 + (x + y) * 90 // (width + height)])
    return rgb.astype(np.uint8)


def png(rgb):
    file = io.BytesIO()
    Image.fromarray(rgb).save(file, "PNG", compress_level=1)
    return file.getvalue()


@functools.cache
def base():
    """A cover over a picture with three lines of lettering in it."""
    picture = barred(png(sloping()))
    return versions(lettered(ABOUT, picture, bench=BENCH), BENCH, Letter(picture="", seed=0))[0]


def after(operation, version=None):
    return done(operation, ABOUT, version or base(), bench=BENCH)


@functools.cache
def found():
    return after(FindText())


@functools.cache
def erased(*picked):
    return after(EraseText(areas=areas(*picked), seed=3))


def areas(*numbers):
    return found_in(found().files[1].content).polygons(numbers)


def test_what_is_found_is_a_picture_with_numbers_and_a_list_and_no_version():
    picture, listed = found().files

    assert (picture.name, listed.name) == ("lettering.png", "lettering.json")
    assert Image.open(io.BytesIO(picture.content)).size == (picture.width_px, picture.height_px)
    lines = found_in(listed.content).lines
    assert [(one.words, one.script) for one in lines] == [
        ("SEA KING", Script.LATIN), ("바다", Script.HANGUL), ("", Script.UNKNOWN),
    ]  # fmt: skip
    assert found().drafts == ()
    assert found().treatments == (Treatment(detector="craft", found=3),)


def test_a_line_is_found_where_it_is_on_the_cover():
    (corner, *_), *_ = areas(1, 2, 3)

    assert corner == pytest.approx((0.2, 0.1), abs=0.004)


def test_everything_is_erased_where_nothing_is_picked():
    (draft,) = erased().drafts

    assert not ink(open_kept(draft.original).rgb).any()
    assert draft.document.art.retouches == (Erasure(eraser=Eraser.BUILTIN, erased=3),)
    assert erased().treatments == (Treatment(eraser="builtin", erased=3),)


def test_picked_lines_go_and_the_others_stay():
    (draft,) = erased(1, 3).drafts
    left = ink(open_kept(draft.original).rgb)
    height = left.shape[0]

    assert left[round(0.3 * height) : round(0.35 * height)].any()
    assert not left[: round(0.25 * height)].any()
    assert not left[round(0.75 * height) :].any()
    assert draft.document.art.retouches[-1].erased == 2


def test_no_pixel_changes_but_those_of_the_lettering_and_its_edge():
    before = open_kept(BENCH.blobs[base().document.art.origin.sha256]).rgb
    after_it = open_kept(erased().drafts[0].original).rgb

    rows, columns = np.nonzero((before != after_it).any(axis=2))
    places = [(top, bottom) for _, top, _, bottom in THREE]
    near = 0.04 * before.shape[0]
    assert before.shape == after_it.shape
    assert all(
        any(top * 1200 - near <= row <= bottom * 1200 + near for top, bottom in places)
        for row in set(rows.tolist())
    )
    assert columns.min() > 0.1 * before.shape[1]


def test_a_version_can_be_erased_again_and_tells_of_both():
    (first,) = versions(erased(1), BENCH, EraseText(), base())
    (second,) = after(EraseText(seed=1), first).drafts

    assert [one.erased for one in second.document.art.retouches] == [1, 2]
    assert second.document.art.origin.crop == base().document.art.origin.crop


def test_the_same_order_makes_the_same_bytes():
    assert (
        after(EraseText(areas=areas(1), seed=3)).drafts[0].original == erased(1).drafts[0].original
    )


def test_words_and_their_places_stay():
    before, now = base().document.layout, erased().drafts[0].document.layout

    assert [(b.words, b.box) for b in now.blocks] == [(b.words, b.box) for b in before.blocks]
    assert erased().drafts[0].document.alt_text == base().document.alt_text


def test_lettering_far_from_what_was_erased_looks_as_before():
    moved = after(MoveText(block="title", to=Box(x=0.2, y=0.5, w=0.6, h=0.2)))
    (version_,) = versions(moved, BENCH, MoveText(block="title", to=Nudge()), base())
    (draft,) = after(EraseText(areas=areas(1), seed=3), version_).drafts

    title = Role.TITLE
    assert draft.document.layout.block(title) == version_.document.layout.block(title)


def test_nothing_found_is_nothing_to_erase():
    (clean,) = versions(erased(), BENCH, EraseText(), base())

    with pytest.raises(RetouchError) as refused:
        after(EraseText(seed=1), clean)
    assert refused.value.code == "retouch-nothing"


@pytest.mark.parametrize("operation", [FindText(), EraseText(seed=1)])
def test_a_drawing_has_no_lettering_in_it(operation):
    BENCH.blobs.update(BLOBS)
    with pytest.raises(RetouchError) as refused:
        after(operation, version())
    assert refused.value.code == "retouch-drawn"


def test_what_was_erased_is_erased_in_print_as_well():
    (clean,) = versions(erased(), BENCH, EraseText(), base())
    printed = after(Export(), clean).files

    png_file = next(one for one in printed if one.name.endswith(".png"))
    assert not ink(open_kept(png_file.content).rgb).any()
    told = next(one for one in printed if one.name.endswith(".json")).content.decode()
    assert '"kind": "erasure"' in told


def test_text_edits_keep_the_erased_picture_to_the_byte():
    (clean,) = versions(erased(), BENCH, EraseText(), base())
    (draft,) = after(EditText(changes=(("title", "Another Name"),)), clean).drafts

    assert draft.raster is None
    assert draft.document.art == clean.document.art


def test_a_large_picture_is_erased_as_large_as_it_is():
    width, height = 1700, 2550
    picture, only = sloping(width, height), {(0.2, 0.1, 0.8, 0.16): LATIN}
    made = cleared(BENCH.shop, barred(png(picture), only), WHOLE, areas(1), 3)
    now = open_kept(made.content).rgb

    assert now.shape == picture.shape
    assert not ink(now).any()
    untouched = np.ones(now.shape[:2], bool)
    untouched[round(0.06 * height) : round(0.2 * height)] = False
    assert (now[untouched] == picture[untouched]).all()
    assert made.erasure == Erasure(eraser=Eraser.BUILTIN, erased=1)


def test_only_what_a_cover_shows_of_a_picture_is_looked_over():
    half = Box(x=0.0, y=0.25, w=1.0, h=0.5)
    made = all_cleared(BENCH.shop, barred(png(sloping())), half, 3)
    left = ink(open_kept(made.content).rgb)

    assert made.erasure.erased == 1
    assert not left[300:900].any()
    assert left[:300].any()
    assert left[900:].any()


def test_places_outside_the_picture_are_nothing_to_erase():
    beyond = ((1.1, 1.1), (1.2, 1.1), (1.2, 1.2), (1.1, 1.2))
    with pytest.raises(RetouchError) as refused:
        cleared(BENCH.shop, png(sloping()), WHOLE, [beyond], 3)
    assert refused.value.code == "retouch-nothing"


def test_a_file_is_looked_through_without_a_cover():
    what, picture = looked_through(BENCH.shop, barred(png(sloping(1700, 2550))))

    assert (what.width_px, what.height_px) == (1700, 2550)
    assert len(what.lines) == 3
    assert Image.open(io.BytesIO(picture)).format == "PNG"


def test_a_file_that_is_no_picture_is_refused():
    with pytest.raises(PictureError):
        looked_through(BENCH.shop, b"no picture")
