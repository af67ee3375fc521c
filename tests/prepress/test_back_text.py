"""The words of a back are fitted, stay off edges, hinge and barcode, and can be read."""

import numpy as np
import pytest

from pipeline.domain.errors import LetteringError, PrintError
from pipeline.domain.layout import Align, Role
from pipeline.prepress.back_room import room_of
from pipeline.prepress.back_text import back_layout
from pipeline.prepress.back_words import BackWords
from pipeline.prepress.composed import Lettering
from pipeline.prepress.placing import rect_of, units_to_mm
from pipeline.prepress.setting_mm import POINT_MM
from pipeline.prepress.sheet_plan import SheetPlan
from pipeline.typography.legibility import measure
from pipeline.typography.setting import set_block
from tests.prepress.sheets import (
    DPI,
    ENGLISH,
    KOREAN,
    MIDDLE,
    brought,
    drawn,
    gradient,
    korean,
    look,
    sheet,
    wrap,
)
from tests.real import library

TARGETS = (
    "kdp-6x9",
    "kdp-5x8",
    "kdp-8.5x11",
    "kdp-hardcover-6x9",
    "ingram-6x9",
    "bookk-신국판",
    "kyobo-46판",
)


def layout(words, target="kdp-6x9", document=None):
    room = room_of(SheetPlan(wrap=wrap(target), dpi=DPI))
    return back_layout(words, room, look(document or drawn("foil")), library())


def points(block, target="kdp-6x9"):
    page = room_of(SheetPlan(wrap=wrap(target), dpi=DPI)).page
    return block.size * min(page.width, page.height) / POINT_MM


def inks(made, where):
    """The ink of each block of a back, in millimetres of the sheet."""
    part = Lettering(layout=made, area=SheetPlan(wrap=where, dpi=DPI).verso)
    place = units_to_mm(part)
    return [
        rect_of(place.mapRect(set_block(library(), block, made.aspect).ink))
        for block in made.blocks
    ]


def meet(one, other):
    return (
        one.x < other.right
        and other.x < one.right
        and one.y < other.bottom
        and other.y < one.bottom
    )


@pytest.mark.parametrize("target", TARGETS)
def test_words_stay_inside_the_safe_area_and_off_the_barcode(target):
    where = wrap(target)
    for ink in inks(layout(ENGLISH, target), where):
        safe, zone = where.safe_back, where.barcode
        assert (
            safe.x <= ink.x
            and ink.right <= safe.right
            and safe.y <= ink.y
            and ink.bottom <= safe.bottom
        )
        assert not meet(ink, zone)


def test_no_word_of_a_blurb_is_lost():
    words = " ".join(" ".join(block.lines) for block in layout(ENGLISH).blocks)
    assert words.split() == f"{ENGLISH.blurb} {ENGLISH.about}".split()


def test_the_first_short_paragraph_is_a_hook_in_the_titles_face():
    hook, body, *_ = layout(ENGLISH).blocks
    assert hook.font == drawn("foil").layout.block(Role.TITLE).font
    assert hook.size > 1.1 * body.size


def test_the_words_about_the_author_stand_beside_the_barcode():
    about, zone = inks(layout(ENGLISH), wrap())[-1], wrap().barcode
    assert about.bottom > zone.y and about.right < zone.x


def test_a_long_blurb_is_set_smaller_but_never_below_eight_points():
    long = BackWords(blurb="\n\n".join([ENGLISH.body[0]] * 9))
    assert 8 <= points(layout(long).blocks[0]) < points(layout(ENGLISH).blocks[1])


def test_a_blurb_that_does_not_fit_is_refused_with_what_would_fit():
    with pytest.raises(PrintError) as caught:
        layout(BackWords(blurb="\n\n".join([ENGLISH.body[0]] * 40)))
    assert caught.value.code == "print-room"
    fits = caught.value.facts["fits"]
    assert layout(BackWords(blurb=(ENGLISH.body[0] + " ") * (fits // len(ENGLISH.body[0])))).blocks


def test_characters_that_no_face_has_are_refused():
    with pytest.raises(LetteringError):
        layout(BackWords(blurb="A smile 😀."))


def test_a_quote_hangs_out_of_the_edge_of_its_column():
    *_, quote, _ = layout(ENGLISH).blocks
    body = layout(ENGLISH).blocks[1]
    assert quote.box.x < body.box.x


def test_korean_breaks_between_words_and_is_set_with_more_leading():
    made = layout(KOREAN, document=korean())
    body = made.blocks[1]
    assert " ".join(body.lines) == KOREAN.body[0]
    assert body.leading >= 1.5


def test_a_back_without_words_has_title_and_author_small_in_its_middle():
    title, author = layout(BackWords()).blocks
    assert (title.role, author.role) == (Role.TITLE, Role.AUTHOR)
    assert title.align is Align.CENTRE
    assert abs(title.box.centre[0] - 0.5) < 0.01
    assert points(title) <= 19.01


def test_words_on_a_restless_picture_can_be_read():
    noise = (
        np.random.default_rng(2).integers(0, 255, (60, 90, 3), np.uint8).repeat(8, 0).repeat(8, 1)
    )
    made = sheet(brought(noise, MIDDLE), words=ENGLISH, picture=noise)
    part, where = made.lettering[0], SheetPlan(wrap=made.wrap, dpi=DPI)
    assert all(one.ok for one in measure(part.layout, where.piece(made.art, part.area), library()))


def test_the_same_document_makes_the_same_sheet():
    first, second = (
        sheet(brought(gradient(), MIDDLE), words=ENGLISH, picture=gradient()) for _ in range(2)
    )
    assert (first.art == second.art).all() and first.lettering == second.lettering


def sized(words, target):
    """The size of the running text on a plain back, in points, and where its text begins and ends."""
    room = room_of(SheetPlan(wrap=wrap(target), dpi=DPI))
    blocks = back_layout(words, room, look(drawn()), library()).blocks
    short = min(room.page.width, room.page.height)
    text = blocks[-1]
    return text.size * short / POINT_MM, blocks[0].box.y, text.box.bottom


def test_few_words_are_set_larger_than_many():
    few = BackWords(blurb="\n\n".join(ENGLISH.blurb.split("\n\n")[:2]))
    many = BackWords(blurb="\n\n".join([few.blurb] * 4))
    assert sized(few, "kdp-6x9")[0] > 1.15 * sized(many, "kdp-6x9")[0]


def test_a_large_page_has_larger_text():
    few = BackWords(blurb=ENGLISH.blurb)
    assert sized(few, "kdp-8.5x11")[0] > 1.1 * sized(few, "kdp-5x8")[0]


def test_a_hook_alone_stands_in_the_middle_and_a_text_at_the_head():
    alone = sized(BackWords(blurb="A summer. A house. Nine letters."), "kdp-6x9")
    text = sized(BackWords(blurb=ENGLISH.blurb), "kdp-6x9")
    assert 0.33 < (alone[1] + alone[2]) / 2 < 0.5
    assert text[1] < 0.22
