"""Sample: looks to choose from, each as choosing it would make it."""

import io

import numpy as np
import pytest
from PIL import Image

from pipeline.domain.errors import LetteringError, VersionError
from pipeline.domain.operation import Lane, Restyle, Sample, lane_of
from pipeline.stages.board import board
from pipeline.workshop import sample as sampling
from pipeline.workshop.restyle import restyle, restyled
from pipeline.workshop.sample import looks, sample
from tests.real import library
from tests.workshop.covers import bench, shop, task, version

THREE = Sample(pairings=("inscription", "temple", "platform"))
TWO = Sample(colours=("#ffffff", "#a3122e"))


@pytest.fixture
def shown(monkeypatch):
    """The tiles that were put on the board."""
    tiles = []

    def watched(given, *args):
        tiles.extend(given)
        return board(given, *args)

    monkeypatch.setattr(sampling, "board", watched)
    return tiles


def pixels(content):
    return np.asarray(Image.open(io.BytesIO(content)).convert("RGB"))


async def sampled(operation, base):
    return await sample(operation, task(operation, base), bench())


async def test_samples_are_one_picture_and_no_version():
    made = await sampled(THREE, version(short_px=400))
    (file,) = made.files
    assert (made.drafts, file.name) == ((), "samples.png")
    assert pixels(file.content).shape == (file.height_px, file.width_px, 3)


def test_samples_never_wait_behind_long_work():
    assert lane_of(THREE) is Lane.QUICK


@pytest.mark.parametrize("operation", [
    Sample(pairings=("temple", "platform")), Sample(pairings=("jangjung", "jua")), TWO,
    Sample(colours=("#ffffff", "#d9ab4a"), blocks=()),
], ids=["latin", "korean", "a title in colours", "everything in colours"])  # fmt: skip
async def test_what_is_chosen_is_what_one_gets(shown, operation):
    base = version()
    await sampled(operation, base)
    orders = [Restyle(pairing=name) for name in operation.pairings]
    orders += [Restyle(blocks=operation.blocks, colour=colour) for colour in operation.colours]
    for order, tile in zip(orders, shown, strict=True):
        made = await restyle(task(order, base), bench())
        assert np.array_equal(tile.cover, sampling.proof_of(pixels(made.drafts[0].preview)))


async def test_the_present_look_is_shown_as_it_is_and_marked(shown):
    base = version(short_px=400)
    now = base.document.pairing
    await sampled(Sample(pairings=("platform", now)), base)
    assert [tile.here for tile in shown] == [False, True]


def test_a_colour_is_named_and_shown_and_the_present_one_marked():
    document = version(short_px=400).document
    mine = document.layout.blocks[0].colour
    found = list(looks(shop(), task(TWO, version(short_px=400)).brief, document,
                       Sample(colours=(mine, "#010203"))))  # fmt: skip
    assert [(look.label, look.chip) for look in found] == [("cream", mine), ("black", "#010203")]
    assert [look.here for look in found] == [True, False]


async def test_where_the_words_find_no_room_the_place_stays_empty(shown, monkeypatch):
    def refused(look, *about):
        if look.pairing == "platform":
            raise LetteringError("lettering-no-room", words="Words")
        return restyled(look, *about)

    monkeypatch.setattr(sampling, "restyled", refused)
    await sampled(THREE, version(short_px=400))
    assert [tile.cover is None for tile in shown] == [False, False, True]


async def test_a_pairing_that_the_catalogue_has_lost_is_told():
    with pytest.raises(VersionError, match="pairing-unknown"):
        await sampled(Sample(pairings=("lost",)), version(short_px=400))


def test_korean_readers_see_korean_names_of_korean_faces():
    fonts = library().catalogue
    jangjung = fonts.pairing("jangjung")
    assert fonts.named_as(jangjung, "ko") == "본명조 Black"
    assert fonts.named_as(jangjung, "en") == "Noto Serif KR Black"


@pytest.mark.parametrize("language", ["en", "ko"])
def test_no_two_pairings_of_a_writing_have_the_same_name(language):
    fonts = library().catalogue
    names = [(p.writing, fonts.named_as(p, language)) for p in fonts.pairings]
    assert len(set(names)) == len(names)
