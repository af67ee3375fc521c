"""Colours as inks: paper stays bare, greys stay grey, and no ink is above the limit."""

import io

import numpy as np
import pytest
from PIL import Image, ImageCms

from config.printers import load_printers
from pipeline.prepress.composed import BLACK, PAPER_WHITE
from pipeline.prepress.inks import (
    PER_CENT,
    PROFILES,
    inks_of,
    profile,
    separated,
    soft_proof,
    text_inks,
    total_ink,
)

EVERY = pytest.mark.parametrize("name", PROFILES)


def cube(step=15):
    """Colours from all of sRGB as a picture."""
    side = np.arange(0, 256, step, dtype=np.uint8)
    return np.stack(np.meshgrid(side, side, side, indexing="ij"), axis=-1).reshape(-1, len(side), 3)


def lab(picture):
    """CIELAB by Pillow, lightness 0 to 100."""
    raw = np.asarray(
        ImageCms.applyTransform(
            Image.fromarray(picture),
            ImageCms.buildTransform(
                ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB"), "RGB", "LAB"
            ),
        )
    )
    return np.dstack([raw[..., 0] / 2.55, *(raw[..., c].astype(np.int8) for c in (1, 2))])


def greys():
    return np.repeat(np.arange(256, dtype=np.uint8)[None, :, None], 3, axis=2)


@EVERY
def test_no_colour_has_more_ink_than_the_profile_allows(name):
    ink = total_ink(separated(cube(), profile(name))) * PER_CENT
    assert profile(name).ink_most - 15 < ink.max() <= profile(name).ink_most


@EVERY
def test_a_printer_may_allow_less(name):
    noise = np.random.default_rng(0).integers(0, 60, (40, 40, 3), dtype=np.uint8)
    assert (total_ink(separated(noise, profile(name), 180.0)) * PER_CENT).max() <= 180


def test_black_stays_when_ink_is_taken_away():
    dark = np.full((1, 1, 3), 5, np.uint8)
    full, less = (separated(dark, profile("fogra39-300"), most)[0, 0] for most in (None, 200.0))
    assert full[3] == less[3] > 230
    assert (less[:3] < full[:3]).all()


@EVERY
def test_white_is_bare_paper_and_black_is_full_of_black(name):
    assert inks_of("#ffffff", profile(name)) == PAPER_WHITE
    assert inks_of("#000000", profile(name))[3] > 0.98


@EVERY
def test_greys_stay_grey_and_in_their_order(name):
    printed = lab(soft_proof(separated(greys(), profile(name)), profile(name)))[0]
    assert np.hypot(printed[60:, 1], printed[60:, 2]).max() < 3
    assert (np.diff(printed[:, 0]) > -0.8).all()


@EVERY
def test_colours_that_a_press_has_come_back_as_they_were(name):
    muted = (96 + cube(30).astype(int) // 4).astype(np.uint8)
    back = soft_proof(separated(muted, profile(name)), profile(name))
    away = np.linalg.norm(lab(back) - lab(muted), axis=2)
    assert away.mean() < 3


def test_small_black_lettering_is_black_ink_alone():
    assert text_inks("#15161a", profile("gracol-240")) == BLACK
    assert text_inks("#40102a", profile("gracol-240")) != BLACK


def test_black_ink_alone_is_lighter_than_with_the_others():
    rich = separated(np.zeros((1, 1, 3), np.uint8), profile("fogra39-300"))
    alone = np.array([[[0, 0, 0, 255]]], np.uint8)
    light, deep = (soft_proof(inks, profile("fogra39-300")).sum() for inks in (alone, rich))
    assert deep < light < 200


def test_a_picture_is_the_same_in_bands_and_at_once():
    tall = np.random.default_rng(2).integers(0, 255, (1100, 3, 3), dtype=np.uint8)
    inks = separated(tall, profile("gracol-300"))
    assert (inks[600:700] == separated(tall[600:700], profile("gracol-300"))).all()


def test_every_printer_names_a_profile_that_is_there():
    for printer in load_printers():
        assert profile(printer.file.profile).ink_most <= printer.file.ink_warn


@EVERY
def test_a_profile_is_of_a_press_in_a_version_that_pdf_1_3_knows(name):
    icc = profile(name).icc
    assert (icc[8], icc[12:16], icc[16:20]) == (2, b"prtr", b"CMYK")
    said = ImageCms.getProfileCopyright(ImageCms.ImageCmsProfile(io.BytesIO(icc)))
    assert "ArtiCover" in said
