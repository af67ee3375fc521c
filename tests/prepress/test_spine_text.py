"""The words of a spine: only where a printer allows them, in the reading of their market, clear of folds."""

from dataclasses import replace

import pytest

from pipeline.domain.layout import Role
from pipeline.domain.printer import SpineReading
from pipeline.prepress.composed import Lettering, Turn
from pipeline.prepress.placing import rect_of, units_to_mm
from pipeline.prepress.setting_mm import POINT_MM
from pipeline.prepress.spine_text import spine_layout
from pipeline.typography.setting import set_block
from tests.prepress.sheets import drawn, korean, look, wrap
from tests.real import library


def spine_of(document, where=None):
    """The lettering of a spine, or None."""
    where = where or wrap()
    found = where.spine_text and spine_layout(
        where.spine, where.spine_text, look(document), library()
    )
    return found and Lettering(layout=found[0], area=where.spine, turn=found[1])


def bounds(part):
    place = units_to_mm(part)
    return {block.role: rect_of(place.mapRect(set_block(library(), block, part.layout.aspect).ink))
            for block in part.layout.blocks}  # fmt: skip


def test_a_book_with_too_few_pages_has_an_empty_spine():
    assert spine_of(drawn("foil"), wrap(pages=78)) is None
    assert spine_of(drawn("foil"), wrap(pages=110)) is not None


@pytest.mark.parametrize(("target", "pages"), [("kdp-6x9", 300), ("kdp-6x9", 120), ("ingram-6x9", 700),
                                               ("kdp-hardcover-6x9", 300)])  # fmt: skip
def test_words_keep_the_clear_space_of_the_printer(target, pages):
    where = wrap(target, pages)
    clear = where.spine_text
    for ink in bounds(spine_of(drawn("foil"), where)).values():
        assert clear.x <= ink.x and ink.right <= clear.right
        assert clear.y <= ink.y and ink.bottom <= clear.bottom


def test_english_runs_down_with_its_title_at_the_head():
    part = spine_of(drawn("foil"))
    found = bounds(part)
    assert part.turn is Turn.CLOCKWISE
    assert found[Role.TITLE].bottom < found[Role.AUTHOR].y


def test_capitals_stand_in_the_middle_of_the_spine():
    part = spine_of(drawn("foil"))
    author = bounds(part)[Role.AUTHOR]  # capitals have no descenders
    middle = part.area.x + part.area.w / 2
    assert abs(author.x + author.w / 2 - middle) < 0.06 * part.area.w


def test_hangul_stands_in_a_column_where_there_is_room():
    part = spine_of(korean())
    assert part.turn is Turn.NONE
    assert all(block.vertical for block in part.layout.blocks)


def test_hangul_runs_down_where_a_column_would_be_too_small():
    assert spine_of(korean(), wrap(pages=125)).turn is Turn.CLOCKWISE


def test_a_reading_can_be_asked_for():
    where = wrap()
    _, turn = spine_layout(
        where.spine, where.spine_text, look(korean()), library(), SpineReading.UP
    )
    assert turn is Turn.COUNTER


def test_an_author_gives_way_to_a_title_that_needs_the_whole_spine():
    where, spoken = wrap("kdp-5x8", 110), look(drawn("foil"))
    long = replace(spoken, title="A Very Long Title That Goes On About the Sea " * 3)
    made, _ = spine_layout(where.spine, where.spine_text, long, library())
    assert [block.role for block in made.blocks] == [Role.TITLE]
    assert made.blocks[0].size * where.spine.w / POINT_MM >= 5.5


def test_a_long_title_has_more_lines_where_a_spine_has_the_room():
    where = wrap("kdp-hardcover-6x9", 420)
    words = "A Complete and Unreliable Account of Every Door My Grandmother Refused to Open"
    long = replace(look(drawn("foil")), title=words)
    made, turn = spine_layout(where.spine, where.spine_text, long, library())
    title = made.blocks[0]
    assert " ".join(title.lines) == words and len(title.lines) > 1
    assert title.size * where.spine.w / POINT_MM > 12
    assert bounds(Lettering(layout=made, area=where.spine, turn=turn))[Role.TITLE].w < (
        where.spine_text.w)  # fmt: skip


def test_a_long_author_beside_a_long_title_has_two_lines():
    title, names = (
        "The Long Way Round the Harbour Light",
        "Maximiliana Featherstone and Bartholomew Vane",
    )
    said = replace(look(drawn("foil")), title=title * 2, author=names)
    where = wrap(pages=700)
    layout, _ = spine_layout(where.spine, where.spine_text, said, library())
    assert len(layout.block(Role.AUTHOR).lines) == 2


def test_a_thick_spine_has_larger_letters():
    said = replace(look(drawn("foil")), title="Ember", author="Sol Reyes")
    wheres = [wrap("ingram-6x9", pages) for pages in (600, 1150)]
    sizes = [spine_layout(one.spine, one.spine_text, said, library())[0].blocks[0].size * one.spine.w
             for one in wheres]  # fmt: skip
    assert sizes[1] > 1.2 * sizes[0]


def test_a_short_title_stays_on_one_line():
    title = spine_of(drawn("foil"), wrap("kdp-hardcover-6x9", 420)).layout.blocks[0]
    assert title.lines == (title.words,)


def test_words_that_fit_at_no_size_are_left_out():
    where = wrap("kdp-5x8", 100)
    endless = replace(look(drawn("foil")), title="Endless " * 60)
    assert spine_layout(where.spine, where.spine_text, endless, library()) is None
