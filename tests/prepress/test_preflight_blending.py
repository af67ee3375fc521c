"""Ink where colours are blended: bounded where that is right, and told as unread elsewhere."""

import pytest
from pikepdf import Array, Dictionary, Name, Stream

from tests.prepress.pages import check, ground, pdf, report, stream, target

TO = target(own=False)
FULL = b" 0 0 900 900 re f "


def seen(folder, content, mode="Multiply", group=None, art=None):
    def made(file):
        states = {"/ExtGState": {"/M": Dictionary(BM=Name(f"/{mode}"))}}
        if art is not None:
            states["/XObject"] = {"/X": stream(file, art, "/DeviceCMYK")}
        return states

    def change(file):
        if group:
            file.pages[0].obj.Group = Dictionary(S=Name.Transparency, CS=group)

    return report(folder, pdf(content, resources=made, change=change), TO)


@pytest.mark.parametrize(("mode", "below", "above", "told"), [
    ("Multiply", b"1 1 0 0 k", b"0 0 0 0.6 k", True), ("Darken", b"1 1 0 0 k", b"0 0 1 0 k", True),
    ("Multiply", b"1 1 0.8 0 k", b"0 0 0.2 1 k", False), ("Screen", b"1 1 1 0 k", b"1 1 1 1 k", True),
    ("Overlay", b"1 0 0 0 k", b"0 0 0 0.1 k", False), ("Multiply", b"0 1 0 rg", b"0 0 0 0.1 k", False),
    ("Multiply", b"1 0 0 0 k", b"0.5 0.5 0 rg", False),
])  # fmt: skip
def test_what_two_colours_together_cannot_have_is_no_cause_for_doubt(
    mode, below, above, told, tmp_path
):
    found = seen(tmp_path, below + FULL + b"/M gs " + above + FULL, mode)

    assert ("total-ink" not in found.unmeasured) == told


def test_the_bound_is_told_where_colours_are_blended(tmp_path):
    found = seen(tmp_path, b"1 0.5 0 0 k" + FULL + b"/M gs 0 0 0 0.6 k" + FULL)

    assert check(found, "total-ink").measured == 210


@pytest.mark.parametrize(("group", "told"), [(Name.DeviceCMYK, True), (Name.DeviceRGB, False)])
def test_colours_that_are_blended_in_rgb_have_no_bound(group, told, tmp_path):
    found = seen(tmp_path, b"1 0 0 0 k" + FULL + b"/M gs 0 0 0 0.6 k" + FULL, group=group)

    assert ("total-ink" not in found.unmeasured) == told


@pytest.mark.parametrize(("shade", "told"), [(100, True), (250, False)])
def test_pictures_are_bounded_by_their_heaviest_place(shade, told, tmp_path):
    picture = ground((shade, shade, shade, shade), dpi=30)
    shown = b"q /M gs 500 0 0 400 0 0 cm /X Do Q"

    found = seen(tmp_path, b"1 0 0 0 k" + FULL + shown, art=picture)

    assert ("total-ink" not in found.unmeasured) == told


@pytest.mark.parametrize("mode", ["Screen", "Overlay"])
def test_ink_that_blending_takes_away_is_not_claimed(mode, tmp_path):
    found = seen(tmp_path, b"1 0 0 0 k" + FULL + b"/M gs 1 1 1 1 k" + FULL, mode)

    assert "total-ink" not in [one.code for one in found.checks if one.verdict != "pass"]


def test_too_much_that_is_not_blended_is_told_all_the_same(tmp_path):
    found = seen(tmp_path, b"1 1 1 1 k" + FULL + b"/M gs 0 0 0 0.1 k 0 0 9 9 re f")

    assert check(found, "total-ink").verdict == "fail"


@pytest.mark.parametrize(("inks", "told"), [(b"1 1 0.5 0 k", True), (b"1 1 1 0.5 k", False)])
def test_what_shows_through_a_mask_has_no_more_ink_than_its_colour(inks, told, tmp_path):
    def made(file):
        shape = file.make_indirect(Stream(file, b"0.5 g 0 0 900 900 re f", BBox=[0, 0, 900, 900]))
        return {
            "/ExtGState": {"/K": Dictionary(SMask=Dictionary(S=Name.Luminosity, G=shape))},
            "/XObject": {"/X": stream(file, ground((128, 128, 128, 128), dpi=30), "/DeviceCMYK",
                                      Mask=Array([0, 1] * 4))},
        }  # fmt: skip

    content = b"q /K gs " + inks + FULL + b"Q q 500 0 0 400 0 0 cm /X Do Q"
    found = report(tmp_path, pdf(content, resources=made), TO)

    assert ("total-ink" not in found.unmeasured) == told
