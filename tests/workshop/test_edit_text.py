"""Other words on a cover that is there: what changes, what stays, and what is refused."""

import io
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from pipeline.domain.blocks import names
from pipeline.domain.errors import ArtiCoverError, BriefError, VersionError
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Align, Material, Role, Trait
from pipeline.domain.operation import Anchor9, EditText, MoveText, Nudge, Restyle
from pipeline.workshop.edit_text import FREE_LIMIT, edit_text, edited
from pipeline.workshop.move_text import moved
from pipeline.workshop.restyle import restyled
from tests.workshop.covers import (
    BLOBS,
    KOREAN,
    after,
    apart,
    bench,
    block,
    boxes_are_ink,
    inside,
    on,
    shop,
    task,
    tried,
    version,
)

NIGHT = "#101a30"


def edit(base, *changes):
    return after(edited, EditText(changes=changes), base)


async def test_a_child_keeps_the_parents_raster_and_shows_the_new_words():
    base = version(short_px=400)
    desk = bench()

    made = await edit_text(task(EditText(changes=(("title", "Another Tide"),)), base), desk)

    draft = made.drafts[0]
    assert draft.raster is None
    assert block(replace(base, document=draft.document), "title").words == "Another Tide"
    assert "Another Tide" in draft.document.alt_text
    assert draft.document.art == base.document.art
    assert [step.done for step, _ in desk.told] == [0, 1]


async def test_the_picture_is_the_art_where_no_lettering_is():
    base = on(NIGHT, short_px=400)

    made = await edit_text(task(EditText(changes=(("title", "Another Tide"),)), base), bench())

    picture = np.asarray(Image.open(io.BytesIO(made.drafts[0].preview)).convert("RGB"))
    art = shop().arts.pixels(base.raster)
    bare = np.ones(art.shape[:2], bool)
    for one in made.drafts[0].document.layout.blocks:
        box = one.box.inset(-0.02, -0.02)
        bare[int(box.y * 600) : int(box.bottom * 600) + 1,
             int(box.x * 400) : int(box.right * 400) + 1] = False  # fmt: skip
    assert bare.mean() > 0.4
    assert (picture[bare] == art[bare]).all()
    assert not (picture == art).all()


def test_another_author_does_not_move_the_title():
    base = on(NIGHT)

    made = edit(base, ("author", "Maximiliana Featherstonehaugh and Bartholomew Quill"))

    assert block(made, "title") == block(base, "title")
    assert block(made, "subtitle") == block(base, "subtitle")
    assert block(made, "author").box.bottom == pytest.approx(block(base, "author").box.bottom)


def test_a_longer_title_is_composed_anew_and_nothing_touches():
    made = edit(on(NIGHT), ("title", "The Incomplete History of Everyone We Ever Loved"))

    assert len(block(made, "title").lines) > 2
    assert inside(made)
    assert apart(made)


def test_looks_that_a_person_chose_outlive_other_words():
    base = after(restyled, Restyle(blocks=("title",), colour="#ffcc00", material=Material.RISO,
                                   size=0.8), on(NIGHT))  # fmt: skip

    title = block(edit(base, ("title", "The Salt Cartographers")), "title")

    assert (title.colour, title.material) == ("#ffcc00", Material.RISO)
    assert title.size == pytest.approx(block(base, "title").size)
    assert set(title.chosen) == {Trait.COLOUR, Trait.SIZE, Trait.MATERIAL}


def test_a_role_that_the_cover_lacks_is_added_and_one_is_removed():
    made = edit(on(NIGHT), ("series", "The Thornwood Chronicles"), ("subtitle", ""))

    assert set(names(made.document.layout)) == {"title", "author", "series"}
    assert block(made, "series").box.bottom < block(made, "title").box.y
    assert apart(made)


def test_free_blocks_get_places_of_their_own():
    base = on(NIGHT)

    made = edit(base, ("free", "“A marvel.”"), ("free", "Winner of the Golden Quill"))

    assert names(made.document.layout)[-2:] == ("free-1", "free-2")
    assert block(made, "free-2").words == "Winner of the Golden Quill"
    assert block(made, "title") == block(base, "title")
    assert inside(made)
    assert apart(made)


def test_a_free_block_keeps_off_what_the_picture_is_about():
    base = version(short_px=400)
    art = base.document.art
    width, height = 1000, 1000 / base.document.layout.aspect

    box = block(edit(base, ("free", "“A marvel of a book.”")), "free").box

    middle = (art.focus.centre[0] / width, art.focus.centre[1] / height)
    assert not (box.x < middle[0] < box.right and box.y < middle[1] < box.bottom)


def test_one_of_two_free_blocks_is_reworded_and_the_other_removed():
    base = edit(on(NIGHT), ("free", "First"), ("free", "Second"))

    made = edit(base, ("free-1", ""), ("free-2", "Third"))

    assert [b.words for b in made.document.layout.blocks if b.role is Role.FREE] == ["Third"]


def test_a_free_block_makes_way_when_the_title_needs_its_place():
    base = edit(on(NIGHT), ("title", "Salt"), ("free", "“A marvel.”"))
    under = block(base, "title").box
    free = block(base, "free")
    there = replace(free, box=replace(free.box, y=under.bottom + 0.09))
    base = replace(base, document=replace(
        base.document, layout=base.document.layout.with_block(free, there)))  # fmt: skip

    made = edit(base, ("title", "The Incomplete and Unauthorised History of Everyone Here"))

    assert apart(made)


def test_a_block_that_a_person_placed_takes_new_words_in_the_room_it_has():
    base = after(moved, MoveText(block="title", to=Anchor9.BOTTOM_LEFT), on(NIGHT))
    room = block(base, "title").box

    title = block(edit(base, ("title", "A Much Longer Title For This Book")), "title")

    assert title.locked
    assert title.size <= block(base, "title").size
    assert title.box.x >= room.x - 1e-6
    assert title.box.right <= room.right + 1e-6
    assert title.box.y >= room.y - 1e-6
    assert title.box.bottom <= room.bottom + 1e-6


def test_a_cover_without_a_title_gets_one_again():
    base = edit(on(NIGHT), ("title", ""))
    assert "title" not in names(base.document.layout)

    made = edit(base, ("title", "Again"))

    assert block(made, "title").size > 0.1
    assert apart(made)


@pytest.mark.parametrize("words", [
    "달의 궁전을 훔친 소녀가 남긴 아주 길고 긴 겨울 이야기", "밤", "مدينة الملح والضوء", "עיר של אור 1948",
    "Donaudampfschifffahrtsgesellschaftskapitän", "吾輩は猫である",
    "대한민국헌법제정과정에서논의된기본권조항의변천과그의미에관한연구서설",
])  # fmt: skip
@pytest.mark.parametrize("form", ["2:3", "16:9"])
def test_every_script_and_the_longest_words_stay_on_the_page(words, form):
    made = edit(on(NIGHT, version(form=form)), ("title", words), ("free", words))

    assert inside(made)
    assert boxes_are_ink(made)
    assert apart(made)


def test_a_korean_column_stays_a_column():
    base = on(NIGHT, version("flow", KOREAN, "16:9"))
    columns = [one for one in base.document.layout.blocks if one.vertical]
    standing = replace(base.document.zones, vertical=True, align=Align.RIGHT)
    base = replace(base, document=replace(base.document, zones=standing))

    made = edit(base, ("title", "겨울 바다"))

    assert not columns
    assert block(made, "title").vertical
    assert inside(made)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ((("title", "The  Salt Cartographer "),), "text-unchanged"),
        ((("title", ""), ("subtitle", ""), ("author", "")), "block-last"),
        ((("series", ""),), "block-missing"),
        ((("free-1", "Words"),), "block-missing"),
        ((("caption", "Words"),), "block-missing"),
    ],
)
def test_what_cannot_be_done_is_told(changes, code):
    with pytest.raises(VersionError) as refused:
        edit(on(NIGHT), *changes)

    assert refused.value.code == code


@pytest.mark.parametrize(
    ("name", "words", "code", "field"),
    [
        ("title", "a" * 401, "brief-too-long", "title"),
        ("author", "a" * 201, "brief-too-long", "author"),
        ("free", "a" * (FREE_LIMIT + 1), "brief-too-long", "free"),
        ("title", "Night \U0001f600", "brief-undrawable", "title"),
        ("free", "a" + "\u0301" * 5 + "\u0302", "brief-stacked-marks", "free"),
    ],
)
def test_words_are_held_to_what_a_brief_may_say(name, words, code, field):
    with pytest.raises(BriefError) as refused:
        edit(on(NIGHT), (name, words))

    assert (refused.value.code, refused.value.facts["field"]) == (code, field)


def test_words_of_nothing_but_spaces_remove_a_block():
    made = edit(on(NIGHT), ("subtitle", " \u200b\n "))

    assert "subtitle" not in names(made.document.layout)


def test_a_tone_goes_with_the_lettering_that_it_was_for():
    base = after(moved, MoveText(block="title", to=Box(x=0.1, y=0.45, w=0.8, h=0.1)),
                 version("papercut", short_px=400))  # fmt: skip
    assert base.document.layout.tones

    made = edit(base, ("title", ""))

    assert not made.document.layout.tones


words = st.text(st.sampled_from("abcdefgh IJKL éß 가나다라마바사 가을밤 ,.!—“”"), max_size=80)
edits = st.builds(
    lambda name, text: EditText(changes=((name, text),)),
    st.sampled_from(["title", "subtitle", "author", "series", "free", "free-1"]), words,
)  # fmt: skip
moves = st.builds(
    lambda name, to: MoveText(block=name, to=to),
    st.sampled_from(["title", "author", "free"]),
    st.one_of(
        st.sampled_from(Anchor9),
        st.builds(lambda x, y: Nudge(dx=x, dy=y), st.floats(-0.2, 0.2), st.floats(-0.2, 0.2)),
    ),
)
looks = st.builds(
    lambda size, material: Restyle(size=size, material=material),
    st.floats(0.3, 3.5), st.sampled_from(Material),
)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(operations=st.lists(st.one_of(edits, moves, looks), max_size=6),
       form=st.sampled_from(["2:3", "square", "16:9"]))  # fmt: skip
def test_any_sequence_of_changes_keeps_the_ink_on_the_page_and_the_art_as_it_was(operations, form):
    base = found = on(NIGHT, version(form=form))
    content = BLOBS[base.raster]
    change = {EditText: edited, MoveText: moved, Restyle: restyled}

    for operation in operations:
        made = tried(change[type(operation)], operation, found)
        found = found if isinstance(made, ArtiCoverError) else made
        assert inside(found)
        assert boxes_are_ink(found)

    assert found.document.art == base.document.art
    assert (found.raster, BLOBS[found.raster]) == (base.raster, content)
