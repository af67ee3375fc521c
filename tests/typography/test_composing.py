from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.domain.arrangement import Anchor
from pipeline.domain.errors import LetteringError
from pipeline.domain.geometry import Box
from pipeline.domain.layout import Align, Role
from pipeline.domain.words import CoverWords, Writing, tidy, writing_of
from pipeline.drawing.page import page
from pipeline.typography.composing import compose
from pipeline.typography.setting import set_block
from tests.typography.specimen import HARD, KOREAN, LATIN, RATIOS, zones

PAIRINGS = {"en": "cartographer", "ko": "jangjung"}


def layout_of(library, words, aspect=2 / 3, pairing=None, align=Align.CENTRE, **more):
    chosen = library.catalogue.pairing(pairing or PAIRINGS.get(words.language, "cartographer"))
    return compose(words, zones(aspect, align, **more), chosen, library, aspect)


def inks(library, layout):
    return {block.role: set_block(library, block, layout.aspect).ink for block in layout.blocks}


def letters(text):
    return "".join(text.replace("-", "").split())


@pytest.mark.parametrize("aspect", RATIOS)
@pytest.mark.parametrize("words", [*HARD, LATIN[3], KOREAN[4]], ids=lambda w: w.title[:12])
def test_the_hardest_words_fit_in_every_ratio(library, words, aspect):
    layout = layout_of(library, words, aspect)
    width, height = page(aspect)
    for role, ink in inks(library, layout).items():
        assert ink.left() >= 0
        assert ink.top() >= 0
        assert ink.right() <= width
        assert ink.bottom() <= height, role


@pytest.mark.parametrize("aspect", RATIOS)
@pytest.mark.parametrize("words", [*HARD, *LATIN, *KOREAN], ids=lambda w: w.title[:12])
def test_no_text_is_smaller_than_can_be_read(library, words, aspect):
    for block in layout_of(library, words, aspect).blocks:
        assert block.size >= (0.045 if block.role is Role.TITLE else 0.022) - 1e-9


@pytest.mark.parametrize("words", [*HARD, *LATIN, *KOREAN], ids=lambda w: w.title[:12])
def test_every_letter_of_the_words_is_on_the_cover(library, words):
    layout = layout_of(library, words)
    for role, text in ((Role.TITLE, words.title), (Role.SUBTITLE, words.subtitle),
                       (Role.AUTHOR, words.author), (Role.SERIES, words.series)):  # fmt: skip
        block = layout.block(role)
        assert (block is None) == (not text)
        if block:
            assert letters("".join(block.lines)) == letters(tidy(text))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text("aeionrstlmdcgpyAEIRST", min_size=1, max_size=14), min_size=1, max_size=16),
       st.sampled_from(RATIOS), st.sampled_from(["platform", "lamp", "balloon", "burst", "chapel"]),
       st.sampled_from(list(Align)))  # fmt: skip
def test_blocks_stay_on_the_page_and_apart(library, title, aspect, pairing, align):
    words = CoverWords(title=" ".join(title), subtitle="A story of small things",
                       author="Anna Wren", series="The Quiet Books")  # fmt: skip
    layout = layout_of(library, words, aspect, pairing, align)
    width, height = page(aspect)
    found = list(inks(library, layout).values())
    for index, ink in enumerate(found):
        assert 0 <= ink.left() <= ink.right() <= width
        assert 0 <= ink.top() <= ink.bottom() <= height
        assert not any(ink.intersects(other) for other in found[index + 1 :])


@pytest.mark.parametrize("words", [*LATIN, *KOREAN], ids=lambda w: w.title[:12])
def test_the_order_of_importance_is_title_subtitle_author(library, words):
    layout = layout_of(library, words)
    title = layout.block(Role.TITLE)
    for role, ratio in ((Role.SUBTITLE, 1.6), (Role.AUTHOR, 1.0), (Role.SERIES, 1.6)):
        block = layout.block(role)
        assert block is None or title.size >= ratio * block.size


@pytest.mark.parametrize("words", [*LATIN, *KOREAN], ids=lambda w: w.title[:12])
@pytest.mark.parametrize("align", list(Align))
def test_the_boxes_of_a_layout_are_the_bounds_of_its_ink(library, words, align):
    layout = layout_of(library, words, align=align)
    width, height = page(layout.aspect)
    for block in layout.blocks:
        ink = set_block(library, block, layout.aspect).ink
        assert ink.left() == pytest.approx(block.box.x * width, abs=0.5)
        assert ink.top() == pytest.approx(block.box.y * height, abs=0.5)
        assert ink.right() == pytest.approx(block.box.right * width, abs=0.5)
        assert ink.bottom() == pytest.approx(block.box.bottom * height, abs=0.5)


def test_the_same_words_make_the_same_outlines(library):
    first, again = (layout_of(library, LATIN[0]) for _ in range(2))
    assert first == again
    paths = [set_block(library, layout.blocks[0], 2 / 3).path for layout in (first, again)]
    assert paths[0] == paths[1]


@pytest.mark.parametrize("anchor", list(Anchor))
def test_a_stack_is_packed_to_the_side_of_its_zone(library, anchor):
    layout = layout_of(library, CoverWords(title="Nine"), anchor=anchor)
    zone, box = zones(2 / 3, Align.CENTRE).title, layout.blocks[0].box
    above, below = box.y - zone.y, zone.bottom - box.bottom
    assert {Anchor.TOP: above < 0.001, Anchor.BOTTOM: below < 0.001,
            Anchor.MIDDLE: abs(above - below) < 0.001}[anchor]  # fmt: skip


def test_an_opening_quote_hangs_and_the_letters_are_flush(library):
    words = CoverWords(title="“Yes,” she said", subtitle="Stories")
    layout = layout_of(library, words, align=Align.LEFT)
    quoted, small = layout.block(Role.TITLE), layout.block(Role.SUBTITLE)
    assert quoted.box.x < small.box.x - 0.01


def test_a_right_to_left_title_stands_at_the_right(library):
    layout = layout_of(library, HARD[7], align=Align.LEFT)
    assert layout.block(Role.TITLE).align is Align.RIGHT


def test_hangul_stands_in_columns_where_the_composition_wants_it(library):
    layout = layout_of(library, KOREAN[0], vertical=True, align=Align.RIGHT)
    title = layout.block(Role.TITLE)
    lines = set_block(library, title, 2 / 3).lines
    assert title.vertical
    assert title.box.x > 0.5
    assert all(right.left() > left.right() for right, left in pairwise(lines))


def test_latin_titles_never_stand_in_columns(library):
    assert not layout_of(library, LATIN[0], vertical=True).block(Role.TITLE).vertical


def test_very_long_titles_are_not_set_in_capitals(library):
    short = layout_of(library, LATIN[0], pairing="inscription").block(Role.TITLE)
    long = layout_of(library, HARD[0], pairing="inscription").block(Role.TITLE)
    assert (short.case, long.case) == ("upper", "as-typed")


def test_characters_without_a_face_are_named(library):
    with pytest.raises(LetteringError) as error:
        layout_of(library, CoverWords(title="Moon 🚀"))
    assert error.value.facts == {"characters": "🚀"}


def test_words_that_fit_nowhere_are_refused_and_not_shrunk(library):
    with pytest.raises(LetteringError) as error:
        layout_of(library, CoverWords(title="Endless words without any room " * 300))
    assert error.value.code == "lettering-no-room"


def test_a_third_of_hangul_makes_a_title_korean():
    assert writing_of("AI 시대") is Writing.KOREAN
    assert writing_of("The Book of 달 and Stars") is Writing.LATIN
    assert writing_of("\u1103\u1161\u11af") is Writing.KOREAN


def test_decomposed_hangul_is_composed_before_it_is_set():
    assert tidy("  \u1103\u1161\u11af\n의  ") == "달 의"


def test_a_title_of_few_letters_grows_larger_than_one_of_many(library):
    few, many = (layout_of(library, CoverWords(title=t)).block(Role.TITLE).size
                 for t in ("Nine", "The Cartographer of Small Griefs"))  # fmt: skip
    assert few > 1.5 * many


def test_a_zone_grows_when_the_title_would_be_small_in_it(library):
    narrow = zones(2 / 3, Align.CENTRE)
    narrow = replace(narrow, title=Box(x=0.4, y=0.4, w=0.2, h=0.08))
    words = CoverWords(title="The Lighthouse Keeper’s Arithmetic")
    layout = compose(words, narrow, library.catalogue.pairing("poster"), library, 2 / 3)
    assert layout.block(Role.TITLE).size > 0.052
    assert layout.block(Role.TITLE).box.w > 0.2


def test_the_author_keeps_a_distance_even_where_the_zones_adjoin(library):
    close = replace(zones(1.0, Align.LEFT, Anchor.BOTTOM), title=Box.edges(0.07, 0.4, 0.93, 0.87))
    layout = compose(LATIN[2], close, library.catalogue.pairing("poster"), library, 1.0)
    placed = inks(library, layout)
    assert placed[Role.AUTHOR].top() - placed[Role.SUBTITLE].bottom() >= 40
