"""A cover taken apart: what is soft goes into the ground, what is hard keeps its outline."""

import numpy as np
import pytest

from pipeline.domain.layout import Effect, EffectKind, Material
from pipeline.domain.wrap import RectMm
from pipeline.prepress.composed import Turn
from pipeline.prepress.layers import MATERIAL_DPI, Cutout, Fill, layers_of
from pipeline.prepress.placing import units_to_mm
from pipeline.prepress.strokes import strokes_of
from tests.prepress.small_cover import composed, on_spine, wrap
from tests.stages.proofs import SHADOW, library

PANEL = Effect(kind=EffectKind.PANEL, colour="#203040", strength=1.0, size=0.3)


def taken(cover):
    return layers_of(cover, library())


def test_flat_letters_are_flat_fills_and_the_art_stays_as_it_is():
    cover = composed()
    layers = taken(cover)
    assert all(isinstance(piece, Fill) for piece in layers.pieces)
    assert [piece.colour for piece in layers.pieces] == ["#ffffff", "#ffffff", "#101010"]
    assert layers.ground is cover.art


def test_a_shadow_is_in_the_ground_and_the_art_is_not_changed():
    cover = composed(effects=(SHADOW,))
    before = cover.art.copy()
    assert (taken(cover).ground != before).any()
    assert (cover.art == before).all()


def test_letters_are_not_in_the_ground():
    cover = composed(Material.EXTRUDE, art=np.full((260, 378, 3), 60, np.uint8))
    assert (taken(cover).ground == 60).all()


@pytest.mark.parametrize("material", [Material.FOIL, Material.LETTERPRESS, Material.EXTRUDE])
def test_what_changes_inside_letters_is_a_picture_of_600_dpi_in_their_outline(material):
    cut = [piece for piece in taken(composed(material)).pieces if isinstance(piece, Cutout)]
    finest = max(piece.picture.shape[1] / piece.part.w * 25.4 for piece in cut)
    assert finest == pytest.approx(MATERIAL_DPI)


def test_a_picture_is_poured_beyond_its_outline():
    """So that no pixel of the ground shows where a cut-out is clipped."""
    cover = composed(Material.EXTRUDE, art=np.full((260, 378, 3), 9, np.uint8))
    cut = next(piece for piece in taken(cover).pieces if isinstance(piece, Cutout))
    edge = np.concatenate([cut.picture[:, 0], cut.picture[:, -1]])
    assert (edge > 100).all()


def test_a_label_under_a_shadow_is_a_picture_with_the_shadow_on_it():
    plate = next(
        p for p in taken(composed(effects=(PANEL, SHADOW))).pieces if isinstance(p, Cutout)
    )
    assert plate.picture.std() > 2
    without = taken(composed(effects=(PANEL,))).pieces[0]
    assert isinstance(without, Fill)


def test_what_is_beside_the_sheet_is_left_out():
    cover = composed()
    far = RectMm(x=500.0, y=0.0, w=40.0, h=60.0)
    moved = tuple(type(one)(layout=one.layout, area=far) for one in cover.lettering[:1])
    assert strokes_of(composed(lettering=moved), library()) == []


@pytest.mark.parametrize(
    ("turn", "start", "down"),
    [
        (Turn.NONE, (43.0, 3.0), (0.0, 1.0)),
        (Turn.CLOCKWISE, (53.0, 3.0), (-1.0, 0.0)),
        (Turn.COUNTER, (43.0, 63.0), (1.0, 0.0)),
    ],
)
def test_a_turned_page_begins_at_another_corner(turn, start, down):
    """Its origin, and where its downward direction goes on the sheet."""
    place = units_to_mm(on_spine("#000000", turn))
    origin, below = place.mapXY(0, 0), place.mapXY(0, 10)
    assert (origin.fX, origin.fY) == pytest.approx(start)
    moved = (below.fX - origin.fX, below.fY - origin.fY)
    assert np.sign(np.round(moved, 6)) == pytest.approx(down)
    assert wrap().spine.x == 43.0
