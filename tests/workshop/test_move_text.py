"""Blocks in other places: where they come to stand, what makes way, and what is refused."""

import math
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.domain.errors import LetteringError, VersionError
from pipeline.domain.geometry import Box
from pipeline.domain.layout import EffectKind, Role
from pipeline.domain.operation import Anchor9, EditText, MoveText, Nudge, Restyle
from pipeline.domain.words import CoverWords
from pipeline.typography.legibility import measure
from pipeline.workshop.edit_text import edited
from pipeline.workshop.move_text import move_text, moved
from pipeline.workshop.restyle import restyled
from tests.real import library
from tests.workshop.covers import (
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


def move(base, name, to):
    return after(moved, MoveText(block=name, to=to), base)


async def test_a_moved_block_is_a_new_version_over_the_same_raster():
    base = version(short_px=400)

    made = await move_text(task(MoveText(block="author", to=Anchor9.TOP_LEFT), base), bench())

    assert made.drafts[0].raster is None
    assert made.drafts[0].document.layout.block(Role.AUTHOR).locked


@pytest.mark.parametrize("anchor", Anchor9)
def test_at_an_anchor_what_nobody_placed_makes_way(anchor):
    made = move(on(NIGHT), "author", anchor)

    assert apart(made)
    assert inside(made)


def test_what_a_person_placed_before_stays():
    base = move(on(NIGHT), "title", Anchor9.MIDDLE)

    made = move(base, "author", Anchor9.MIDDLE)

    assert block(made, "title") == block(base, "title")


@pytest.mark.parametrize(
    "box", [Box(x=0.1, y=0.4, w=0.8, h=0.2), Box(x=0.05, y=0.05, w=0.3, h=0.9),
            Box(x=0.5, y=0.5, w=0.5, h=0.5), Box(x=0, y=0, w=1, h=1)],
)  # fmt: skip
@pytest.mark.parametrize("words", [None, KOREAN])
def test_ink_fills_its_box(box, words):
    base = on(NIGHT, version(words=words) if words else version())

    ink = block(move(base, "title", box), "title").box

    assert ink.x >= box.x - 1e-6
    assert ink.right <= box.right + 1e-6
    assert ink.y >= box.y - 1e-6
    assert ink.bottom <= box.bottom + 1e-6
    assert max(ink.w / box.w, ink.h / box.h) > 0.98


def test_lines_are_broken_for_the_box():
    base = on(NIGHT)

    wide = block(move(base, "title", Box(x=0.05, y=0.4, w=0.9, h=0.05)), "title")
    tall = block(move(base, "title", Box(x=0.05, y=0.1, w=0.6, h=0.5)), "title")

    assert len(wide.lines) == 1
    assert len(tall.lines) >= 2


def test_a_nudge_moves_the_block_and_nothing_else():
    base = on(NIGHT)

    made = move(base, "subtitle", Nudge(dx=0.02, dy=0.03))

    before, now = block(base, "subtitle"), block(made, "subtitle")
    assert (now.box.x - before.box.x, now.box.y - before.box.y) == (
        pytest.approx(0.02), pytest.approx(0.03))  # fmt: skip
    assert (now.lines, now.size) == (before.lines, before.size)
    assert block(made, "title") == block(base, "title")
    assert block(made, "author") == block(base, "author")


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(dx=st.floats(-0.1, 0.1), dy=st.floats(-0.02, 0.4))
def test_a_nudge_there_and_back_gives_the_same_layout(dx, dy):
    base = move(on(NIGHT), "author", Box(x=0.3, y=0.4, w=0.4, h=0.03))

    there = move(base, "author", Nudge(dx=dx, dy=dy))
    back = move(there, "author", Nudge(dx=-dx, dy=-dy))

    first, last = block(base, "author"), block(back, "author")
    assert (last.lines, last.size, last.colour, last.effects) == (
        first.lines, first.size, first.colour, first.effects)  # fmt: skip
    assert (last.box.x, last.box.y) == (pytest.approx(first.box.x), pytest.approx(first.box.y))
    assert back.document.layout.tones == base.document.layout.tones


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(x=st.floats(0, 0.7), y=st.floats(0, 0.8), w=st.floats(0.05, 0.3), h=st.floats(0.02, 0.2))
def test_any_box_on_the_page_is_kept_to_or_is_too_small(x, y, w, h):
    box = Box(x=x, y=y, w=w, h=h)
    made = tried(moved, MoveText(block="title", to=box), on(NIGHT))
    if isinstance(made, LetteringError):
        assert made.code == "lettering-no-room"
        assert min(w, h) < 0.2
        return

    ink = block(made, "title").box
    assert box.x - 1e-6 <= ink.x <= ink.right <= box.right + 1e-6
    assert box.y - 1e-6 <= ink.y <= ink.bottom <= box.bottom + 1e-6
    assert boxes_are_ink(made)


@pytest.mark.parametrize(
    "to",
    [Nudge(dx=0.5), Nudge(dy=-0.2), Nudge(dx=math.nan), Nudge(dy=math.inf),
     Box(x=0.8, y=0.1, w=0.3, h=0.1), Box(x=-0.01, y=0.1, w=0.3, h=0.1),
     Box(x=0.1, y=0.1, w=0, h=0.1), Box(x=0.1, y=0.1, w=math.nan, h=0.1)],
)  # fmt: skip
def test_nothing_leaves_the_page(to):
    with pytest.raises(VersionError) as refused:
        move(on(NIGHT), "title", to)

    assert (refused.value.code, refused.value.facts) == ("place-outside", {"block": "title"})


def test_a_block_that_is_not_there_cannot_be_moved():
    with pytest.raises(VersionError) as refused:
        move(on(NIGHT), "free-2", Anchor9.TOP)

    assert refused.value.code == "block-missing"


@pytest.mark.parametrize("recipe", ["papercut", "riso", "seascape", "noir", "pattern"])
@pytest.mark.parametrize("anchor", [Anchor9.MIDDLE, Anchor9.BOTTOM_LEFT])
def test_a_block_over_the_subject_can_be_read(recipe, anchor):
    made = move(version(recipe, short_px=500), "title", anchor)

    art = shop().arts.pixels(made.raster)
    assert all(one.ok for one in measure(made.document.layout, art, library()))


@pytest.mark.parametrize("fixed", [False, True])
def test_a_letter_that_would_vanish_on_the_moon_is_seen_and_helped(fixed):
    words = CoverWords(title="The Salt Road", subtitle="A Novel", author="Mara Ellison")
    base = version("seascape", words, short_px=400, palette=1, composition="open water")
    if fixed:
        base = after(restyled, Restyle(blocks=("title",), colour="#f6f0da"), base)
    art = shop().arts.pixels(base.raster)
    corner = MoveText(block="title", to=Anchor9.TOP_LEFT)

    unhelped = moved(corner, shop(), base, art).layout
    helped = after(moved, corner, base).document.layout

    assert not measure(unhelped, art, library())[0].ok
    assert all(one.ok for one in measure(helped, art, library()))
    assert not fixed or helped.block(Role.TITLE).colour == "#f6f0da"


def test_help_that_was_needed_elsewhere_stays_behind():
    pale = on("#dcd8cc")
    base = after(restyled, Restyle(blocks=("author",), colour="#dcd8cc"), pale)
    helped = block(base, "author").effects
    assert helped

    dark = on(NIGHT, base)
    made = move(dark, "author", Nudge(dx=0.01))

    assert not block(made, "author").effects


def test_effects_that_a_person_chose_go_along():
    base = after(restyled, Restyle(blocks=("author",), effects=(EffectKind.SHADOW,)), on(NIGHT))

    made = move(base, "author", Anchor9.TOP_LEFT)

    assert [e.kind for e in block(made, "author").effects] == [EffectKind.SHADOW]


def test_a_column_lies_down_in_a_wide_box_and_stands_in_a_high_one():
    base = on(NIGHT, version("flow", KOREAN, "16:9"))
    zones = replace(base.document.zones, vertical=True)
    base = replace(base, document=replace(base.document, zones=zones))
    upright = after(edited, EditText(changes=(("title", "겨울 바다"),)), base)

    lying = block(move(upright, "title", Box(x=0.1, y=0.6, w=0.8, h=0.2)), "title")
    standing = block(move(upright, "title", Box(x=0.1, y=0.05, w=0.1, h=0.9)), "title")

    assert block(upright, "title").vertical
    assert (lying.vertical, standing.vertical) == (False, True)
