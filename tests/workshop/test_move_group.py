"""A title and what belongs to it in another place, and where what they meet goes."""

from dataclasses import replace

import numpy as np
import pytest

from pipeline.domain.arrangement import margin
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Align, Role
from pipeline.domain.operation import Anchor9, EditText, MoveText, Nudge
from pipeline.typography.legibility import measure
from pipeline.typography.rendering import render_over
from pipeline.workshop.edit_text import edited
from pipeline.workshop.move_text import move_text, moved
from tests.real import library
from tests.workshop.covers import (
    ENGLISH,
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
    version,
)

NIGHT = "#101a30"
SIDES = {
    Align.LEFT: (Anchor9.TOP_LEFT, Anchor9.LEFT, Anchor9.BOTTOM_LEFT),
    Align.CENTRE: (Anchor9.TOP, Anchor9.MIDDLE, Anchor9.BOTTOM),
    Align.RIGHT: (Anchor9.TOP_RIGHT, Anchor9.RIGHT, Anchor9.BOTTOM_RIGHT),
}

SERIES = replace(ENGLISH, series="The Tidewrack Cycle")
KOREAN_SERIES = replace(KOREAN, series="작은 밤 시리즈")
GROUP = ("series", "title", "subtitle")


def group_of(version):
    """The box around a title and its company."""
    roles = {Role.SERIES, Role.TITLE, Role.SUBTITLE}
    return Box.around(one.box for one in version.document.layout.blocks if one.role in roles)


def gaps(version):
    """From the series to the title, and from the title to the subtitle."""
    series, title, subtitle = (block(version, name).box for name in GROUP)
    return title.y - series.bottom, subtitle.y - title.bottom


def picture(version):
    """What a version looks like."""
    art = shop().arts.pixels(version.raster)
    return render_over(art, version.document.layout, library())


def pale(pixels):
    """The share of a picture, (height, width, 3) RGB, that is as light as paper."""
    return np.mean(pixels.min(axis=2) > 200)


def move(base, name, to):
    return after(moved, MoveText(block=name, to=to), base)


@pytest.mark.parametrize("form", ["2:3", "square", "16:9"])
@pytest.mark.parametrize("anchor", Anchor9)
def test_an_anchor_is_inside_the_margins_and_turns_the_lines_to_its_side(anchor, form):
    base = on(NIGHT, version(words=SERIES, form=form))
    mx, my = margin(base.document.layout.aspect)

    made = move(base, "title", anchor)

    align, anchors = next((a, names) for a, names in SIDES.items() if anchor in names)
    title, box = block(made, "title"), group_of(made)
    across = {Align.LEFT: box.x - mx, Align.CENTRE: box.centre[0] - 0.5,
              Align.RIGHT: box.right - (1 - mx)}[align]  # fmt: skip
    down = (box.y - my, box.centre[1] - 0.5, box.bottom - (1 - my))[anchors.index(anchor)]
    assert {block(made, name).align for name in GROUP} == {align}
    assert (across, down) == (pytest.approx(0, abs=1e-6), pytest.approx(0, abs=1e-6))
    assert title.size == pytest.approx(block(base, "title").size)


@pytest.mark.parametrize("words", [SERIES, KOREAN_SERIES])
@pytest.mark.parametrize("anchor", Anchor9)
def test_a_title_takes_its_series_and_subtitle_along_to_an_anchor(anchor, words):
    base = on(NIGHT, version(words=words))

    made = move(base, "title", anchor)

    assert gaps(made) == (pytest.approx(gaps(base)[0]), pytest.approx(gaps(base)[1]))
    assert apart(made)
    assert boxes_are_ink(made)


@pytest.mark.parametrize("form", ["square", "16:9"])
@pytest.mark.parametrize("anchor", Anchor9)
def test_a_group_at_an_anchor_touches_nothing_in_any_format(anchor, form):
    made = move(on(NIGHT, version(words=SERIES, form=form)), "title", anchor)

    assert apart(made)
    assert inside(made)


def test_only_the_title_is_placed_by_its_move_so_that_its_company_follows_again():
    base = on(NIGHT, version(words=SERIES))

    once = move(base, "title", Anchor9.BOTTOM)
    twice = move(once, "title", Anchor9.MIDDLE)

    assert [one.role for one in twice.document.layout.blocks if one.locked] == [Role.TITLE]
    assert gaps(twice) == (pytest.approx(gaps(base)[0]), pytest.approx(gaps(base)[1]))


def test_company_that_a_person_placed_stays():
    base = move(on(NIGHT, version(words=SERIES)), "subtitle", Box(x=0.3, y=0.5, w=0.4, h=0.05))

    made = move(base, "title", Anchor9.BOTTOM)

    assert block(made, "subtitle") == block(base, "subtitle")
    assert block(made, "series").box.bottom < block(made, "title").box.y


def test_company_that_was_left_behind_comes_back_at_the_usual_distance():
    base = on(NIGHT, version(words=SERIES))
    left = move(base, "title", Box(x=0.1, y=0.55, w=0.8, h=0.1))
    assert block(left, "subtitle") == block(base, "subtitle")

    made = move(left, "title", Anchor9.MIDDLE)

    assert 0 < max(gaps(made)) < 0.1


def test_columns_move_as_they_stand():
    base = on(NIGHT, version("flow", KOREAN_SERIES, "16:9"))
    zones = replace(base.document.zones, vertical=True)
    base = replace(base, document=replace(base.document, zones=zones))
    upright = after(edited, EditText(changes=(("title", "겨울 바다"),)), base)
    assert block(upright, "title").vertical

    made = move(upright, "title", Anchor9.TOP_RIGHT)

    shifts = {(round(now.x - was.x, 6), round(now.y - was.y, 6)) for now, was in (
        (block(made, name).box, block(upright, name).box) for name in GROUP)}  # fmt: skip
    assert len(shifts) == 1
    assert group_of(made).right == pytest.approx(1 - margin(16 / 9)[0])


@pytest.mark.parametrize("anchor", [Anchor9.BOTTOM_LEFT, Anchor9.BOTTOM, Anchor9.BOTTOM_RIGHT])
def test_an_author_goes_to_the_edge_that_the_title_left_aligned_as_it_is(anchor):
    base = on(NIGHT, version(words=SERIES))
    assert block(base, "author").box.y > 0.85

    made = move(base, "title", anchor)

    author = block(made, "author")
    assert author.box.y == pytest.approx(margin(2 / 3)[1])
    assert author.align is block(made, "title").align
    assert author.size == pytest.approx(block(base, "author").size)


def test_a_title_that_must_make_way_and_finds_no_room_in_its_zone_goes_with_its_group():
    base = move(on(NIGHT, version(words=SERIES)), "author", Box(x=0.07, y=0.05, w=0.86, h=0.3))

    assert apart(base)
    assert gaps(base)[0] > 0
    assert gaps(base)[1] > 0


@pytest.mark.parametrize("to", [Nudge(dy=0.06), Box(x=0.1, y=0.16, w=0.8, h=0.14)])
def test_what_a_moved_title_covers_stands_under_it_again(to):
    base = on(NIGHT, version(words=SERIES))

    made = move(base, "title", to)

    assert apart(made)
    assert 0 < block(made, "subtitle").box.y - block(made, "title").box.bottom < 0.1
    assert block(made, "author") == block(base, "author")


async def test_going_back_from_a_move_gives_the_pixels_of_before():
    base = version(short_px=400)
    pixels = picture(base)

    await move_text(task(MoveText(block="title", to=Anchor9.BOTTOM), base), bench())

    assert np.array_equal(picture(base), pixels)


@pytest.mark.parametrize("words", [SERIES, KOREAN_SERIES])
@pytest.mark.parametrize("anchor", Anchor9)
def test_no_grey_cloud_lies_on_the_paper_of_a_print(anchor, words):
    base = version("riso", words, short_px=500)

    made = move(base, "title", anchor)

    art = shop().arts.pixels(base.raster)
    assert all(one.ok for one in measure(made.document.layout, art, library()))
    assert pale(picture(made)) > pale(picture(base)) - 0.05
