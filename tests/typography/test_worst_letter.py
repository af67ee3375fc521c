"""One letter that cannot be told from its ground, in a block that is clear everywhere else."""

from dataclasses import replace

import pytest

from pipeline.domain.layout import Layout, Role, Trait
from pipeline.typography.legibility import measure
from pipeline.typography.repair import repair
from pipeline.typography.setting import set_block
from tests.typography.lettering import block, ground, library

CREAM, NIGHT = "#f4ecd2", "#14203c"
LETTER = 0.8
"""The width of a broad capital and the air beside it, in ems."""


def title(*lines, **options):
    made = block(Role.TITLE, *lines, y=0.1, size=0.09, colour=CREAM, **options)
    return Layout(aspect=2 / 3, blocks=(made,))


LONG = title("THE SALT ROAD", "CARTOGRAPHERS")


def hidden(layout, along, *, line=-1, wide=LETTER, colour=CREAM):
    """Art that is `colour` behind a piece of one line, `wide` ems, and night elsewhere."""
    art = ground(NIGHT)
    placed = set_block(library(), layout.blocks[0], layout.aspect)
    bounds, scale = placed.lines[line], art.shape[1] / 1000
    if layout.blocks[0].vertical:
        begin, end, upright = bounds.top(), bounds.bottom(), True
    else:
        begin, end, upright = bounds.left(), bounds.right(), False
    start = begin + along * (end - begin - wide * placed.em)
    piece = slice(round(start * scale), round((start + wide * placed.em) * scale))
    across = (bounds.left(), bounds.right()) if upright else (bounds.top(), bounds.bottom())
    around = slice(round((across[0] - 12) * scale), round((across[1] + 12) * scale))
    patch = ground(colour)
    where = (piece, around) if upright else (around, piece)
    art[where] = patch[where]
    return art


def ratio(layout, art):
    return measure(layout, art, library())[0].ratio


@pytest.mark.parametrize("line", [0, 1])
@pytest.mark.parametrize("along", [0, 0.13, 0.29, 0.5, 0.61, 0.87, 1])
def test_a_title_is_as_legible_as_its_worst_letter(along, line):
    assert ratio(LONG, ground(NIGHT)) > 10
    assert ratio(LONG, hidden(LONG, along, line=line)) < 2.4


@pytest.mark.parametrize("along", [0, 0.5, 1])
def test_in_a_column_letters_are_looked_at_from_the_top_to_the_bottom(along):
    words = "달의궁전을훔친소녀들의"
    column = title(words, font="nanum-myeongjo-extrabold", vertical=True)

    assert ratio(column, ground(NIGHT)) > 10
    assert ratio(column, hidden(column, along, wide=1.0)) < 2.4


@pytest.mark.parametrize("along", [0, 0.4, 1])
def test_a_thin_line_behind_a_letter_hides_no_letter(along):
    assert ratio(LONG, hidden(LONG, along, wide=0.06)) > 3


def test_a_letter_a_little_fainter_than_the_rest_is_no_lost_letter():
    assert ratio(LONG, hidden(LONG, 0.5, colour="#8c8c8c")) > 2.4


@pytest.mark.parametrize("along", [0, 0.5, 1])
def test_a_lost_letter_is_mended(along):
    art = hidden(LONG, along)

    assert ratio(repair(LONG, art, library()), art) >= 3


def test_a_lost_letter_is_helped_in_the_colour_that_was_chosen():
    chosen = replace(LONG.blocks[0], chosen=(Trait.COLOUR,))
    layout = replace(LONG, blocks=(chosen,))
    art = hidden(layout, 1)
    done = repair(layout, art, library())

    assert done.blocks[0].colour == CREAM
    assert ratio(done, art) >= 3
