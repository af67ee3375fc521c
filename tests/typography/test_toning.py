from dataclasses import replace

import pytest

from pipeline.domain.geometry import Box
from pipeline.domain.layout import Align, Layout, Role, Tone
from pipeline.typography.toning import band, with_tone
from tests.typography.lettering import block

UPRIGHT, WIDE = Layout(aspect=2 / 3, blocks=()), Layout(aspect=16 / 9, blocks=())
TONE = Tone(box=Box.edges(0, 0, 1, 0.3), colour="#101820", strength=0.4, fade=0.2)


def at(box, role=Role.TITLE, align=Align.CENTRE):
    return replace(block(role, "Ink", y=0.1, size=0.1, colour="#ffffff"), box=box, align=align)


@pytest.mark.parametrize(
    ("made", "layout", "edges"),
    [
        (at(Box.edges(0.1, 0.1, 0.9, 0.3)), UPRIGHT, (0, 0, 1)),
        (at(Box.edges(0.07, 0.9, 0.4, 0.93), Role.AUTHOR, Align.LEFT), UPRIGHT, (0, None, None)),
        (at(Box.edges(0.6, 0.3, 0.95, 0.6), align=Align.LEFT), WIDE, (None, 0, 1)),
    ],
)
def test_a_tone_runs_off_the_edges_that_its_block_stands_at(made, layout, edges):
    box = band(made, layout)

    for value, edge in zip((box.x, box.y, box.right), edges, strict=True):
        assert edge is None or value == pytest.approx(edge)
    assert box.overlap(made.box) == pytest.approx(made.box.area)


def test_a_block_in_the_middle_is_toned_by_itself():
    box = band(at(Box.edges(0.2, 0.45, 0.8, 0.55)), UPRIGHT)

    assert 0 < box.x < 0.2
    assert 0 < box.y < 0.45


def test_tones_that_lie_over_one_another_become_one():
    lower = replace(TONE, box=Box.edges(0, 0, 1, 0.4), strength=0.7)
    (joined,) = with_tone((TONE,), lower)

    assert joined.box.bottom == pytest.approx(0.4)
    assert joined.strength == 0.7


def test_tones_apart_stay_apart():
    foot = replace(TONE, box=Box.edges(0, 0.8, 1, 1))

    assert with_tone((TONE,), foot) == (TONE, foot)
