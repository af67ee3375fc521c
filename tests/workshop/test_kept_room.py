"""New lettering stays in the room that its picture has for it, and is set smaller to do so."""

from dataclasses import replace

import numpy as np
import pytest

from pipeline.domain.geometry import Box
from pipeline.domain.layout import Role
from pipeline.domain.operation import Anchor9, EditText, MoveText, Restyle
from pipeline.domain.words import CoverWords
from pipeline.typography.placement import under
from pipeline.typography.resizing import GROUP
from pipeline.typography.sheet import SMALLEST
from pipeline.workshop.edit_text import edited
from pipeline.workshop.move_text import moved
from pipeline.workshop.restyle import restyled
from tests.workshop.covers import ENGLISH, KOREAN, after, apart, block, on, shop, tried, version

SURROUNDED = (
    "pattern/brick", "pattern/stray", "pattern/square", "pattern/diagonal", "pattern/radial",
    "foil/scattered", "foil/arch", "foil/fan", "comic/panels", "lino/stamped", "lino/engraved",
    "grid/network", "grid/modules", "riso/burst", "double/specimen", "watercolour/moon",
)  # fmt: skip
"""What draws a label, a frame, motifs or a subject close around its lettering."""
LABELLED = ("pattern/brick", "pattern/stray")
TALL = {"en": ("platform", "poster"), "ko": ("dohyeon", "hanna")}
LONGER = {
    "en": "The Salt Cartographer and the Long Way Home",
    "ko": "달의 궁전을 훔친 소녀와 오래된 도서관의 마지막 밤",
}
PLAIN, SAME = 60.0, 0.02


def cover(name, words=ENGLISH, form="2:3"):
    recipe, composition = name.split("/")
    return version(recipe, words, form, short_px=250, composition=composition)


def ink(version):
    blocks = version.document.layout.blocks
    return Box.around(one.box for one in blocks if one.role in GROUP)


def strange(version, ground):
    """The share of pixels under the title's group that differ from `ground`."""
    art = under(shop().arts.pixels(version.raster), ink(version)).astype(float)
    return float((np.abs(art - ground).max(axis=-1) > PLAIN).mean())


def over_the_picture(base, made):
    """How much more of what is drawn lies under the new lettering than under the old."""
    ground = np.median(under(shop().arts.pixels(base.raster), ink(base)), axis=0)
    return strange(made, ground) - strange(base, ground)


@pytest.mark.parametrize("words", [ENGLISH, KOREAN], ids=["en", "ko"])
@pytest.mark.parametrize("name", SURROUNDED)
def test_tall_faces_stay_off_what_is_drawn_around_the_lettering(name, words):
    base = cover(name, words)
    for pairing in TALL[words.language]:
        made = after(restyled, Restyle(pairing=pairing), base)

        assert over_the_picture(base, made) < SAME
        assert apart(made)


@pytest.mark.parametrize("words", [ENGLISH, KOREAN], ids=["en", "ko"])
@pytest.mark.parametrize("name", SURROUNDED[::3])
def test_a_longer_title_stays_off_it_as_well(name, words):
    base = cover(name, words)
    made = after(edited, EditText(changes=(("title", LONGER[words.language]),)), base)

    assert over_the_picture(base, made) < SAME
    assert apart(made)


@pytest.mark.parametrize("name", ["seascape/headland", "symbol/boat", "landscape/expanse"])
def test_larger_faces_may_grow_where_the_ground_goes_on(name):
    base = cover(name)
    tall = Restyle(pairing="platform")
    free = restyled(tall, shop(), on("#808080", base), np.full((375, 250, 3), 128, np.uint8))

    made = after(restyled, tall, base)

    assert block(made, "title").size == pytest.approx(free.layout.block(Role.TITLE).size)


@pytest.mark.parametrize("form", ["2:3", "square", "16:9"])
@pytest.mark.parametrize("name", LABELLED)
def test_nothing_on_a_label_becomes_too_small_to_be_read(name, form):
    words = CoverWords(title="섬", author="한서윤", language="ko")
    base = cover(name, words, form)
    made = after(edited, EditText(changes=(("title", LONGER["ko"]),)), base)

    assert min(one.size for one in made.document.layout.blocks) > 0.99 * SMALLEST / 1000


@pytest.mark.parametrize("name", LABELLED)
def test_a_size_ends_at_the_border_of_a_label(name):
    base = cover(name)
    large = tried(restyled, Restyle(size=3.0), base)
    made = large if isinstance(large, type(base)) else base

    assert over_the_picture(base, made) < SAME


def test_a_size_that_a_person_chose_may_leave_other_rooms():
    base = cover("pattern/square")
    large = after(restyled, Restyle(size=1.5, blocks=("title",)), base)
    again = after(edited, EditText(changes=(("title", "The Salt Cartographers"),)), large)

    assert block(large, "title").size > block(base, "title").size
    assert block(again, "title").size > block(base, "title").size


def test_what_made_way_for_a_person_is_not_pulled_back_onto_the_label():
    base = cover("pattern/stray")
    made = after(moved, MoveText(block="author", to=block(base, "title").box), base)

    assert apart(made)


def test_a_title_that_a_person_placed_keeps_its_place():
    away = after(moved, MoveText(block="title", to=Anchor9.BOTTOM_LEFT), cover("pattern/stray"))
    made = after(restyled, Restyle(pairing="platform"), away)

    assert block(made, "title").box.y > 0.5


def test_a_cover_whose_recipe_is_gone_is_still_kept_off_its_picture():
    base = cover("grid/network")
    art = base.document.art
    lost = replace(art, choice=replace(art.choice, recipe="lost"))
    made = after(restyled, Restyle(pairing="platform"),
                 replace(base, document=replace(base.document, art=lost)))  # fmt: skip

    assert over_the_picture(base, made) < SAME
