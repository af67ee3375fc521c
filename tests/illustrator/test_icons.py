import numpy as np
import pytest
import skia

from pipeline.drawing.canvas import fill, fitted
from pipeline.illustrator.icons import icon_path, known_icons
from pipeline.illustrator.sturdy import sturdy_icon


def ink_share(path):
    surface = skia.Surface(64, 64)
    surface.getCanvas().drawPath(fitted(path, skia.Rect.MakeWH(64, 64)), fill("#ffffff"))
    return np.mean(surface.makeImageSnapshot().toarray()[..., 3] > 127)


def test_every_icon_lies_inside_its_square():
    square = skia.Rect.MakeLTRB(-1, -1, 513, 513)
    outside = [n for n in known_icons() if not square.contains(icon_path(n).computeTightBounds())]
    assert outside == []


def test_every_icon_has_ink_and_is_no_solid_block():
    assert [n for n in known_icons() if not 0.03 < ink_share(icon_path(n)) < 0.97] == []


def test_an_icon_is_parsed_once():
    name = min(known_icons())
    assert icon_path(name) is icon_path(name)


def test_an_unknown_icon_is_a_key_error():
    with pytest.raises(KeyError):
        icon_path("no such icon")


def test_icons_made_of_thin_lines_are_thickened_and_compact_ones_are_left_alone():
    for name in ("stethoscope", "bicycle", "atom"):
        assert ink_share(sturdy_icon(name)) > 1.15 * ink_share(icon_path(name))
    for name in ("heart", "fingerprint", "raven"):
        assert sturdy_icon(name) is icon_path(name)


def test_a_thickened_icon_keeps_its_place():
    for name in known_icons():
        thin, sturdy = (path(name).computeTightBounds() for path in (icon_path, sturdy_icon))
        assert thin.makeOutset(6, 6).contains(sturdy)
        assert sturdy.makeOutset(0.5, 0.5).contains(thin), name
