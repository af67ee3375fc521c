"""Recolour: the same drawing in other colours."""

import functools
from dataclasses import replace

import numpy as np
import pytest

from pipeline.domain.errors import VersionError
from pipeline.domain.layout import Role
from pipeline.domain.operation import Recolour
from pipeline.domain.report import Verdict
from pipeline.drawing.colour import hue_distance, to_oklch
from pipeline.illustrator.catalogue import recipes
from tests.real import done
from tests.workshop.drawings import BENCH, book, brought, coloured, drawn, pixels


def recoloured(base, language="en", **asked):
    return done(Recolour(**asked), book(language), base, bench=BENCH).drafts[0]


def palette(draft):
    return draft.document.art.choice.palette


@functools.cache
def next_ones(language):
    """A seascape in the next colours, and in the next, as often as it has palettes."""
    base, made = drawn("seascape", language), []
    for _ in recipes()["seascape"].palettes:
        made.append(recoloured(base, language))
        base = replace(base, document=made[-1].document)
    return made


@pytest.mark.parametrize("style", ["seascape", "foil", "papercut"])
def test_only_the_colours_change(style):
    base, new = drawn(style).document, recoloured(drawn(style)).document
    assert replace(new.art, choice=base.art.choice) == base.art
    assert new.art.choice.seed == base.art.choice.seed
    assert [block.box for block in new.layout.blocks] == [b.box for b in base.layout.blocks]
    assert new.alt_text == base.alt_text


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_next_palettes_come_round_to_the_first(language):
    seen = [palette(one).name for one in (drawn("seascape", language), *next_ones(language))]
    assert len(set(seen)) == len(recipes()["seascape"].palettes)
    assert seen[-1] == seen[0]


def test_a_palette_is_taken_by_its_name():
    wanted = next(p for p in recipes()["foil"].palettes if p != palette(drawn("foil")))
    assert palette(recoloured(drawn("foil"), palette=wanted.name)) == wanted


def test_an_unknown_palette_is_told_what_there_is():
    with pytest.raises(VersionError) as refused:
        recoloured(drawn("foil"), palette="mud")
    assert refused.value.code == "palette-unknown"
    assert recipes()["foil"].palettes[0].name in refused.value.facts["palettes"]


def test_wanted_colours_are_in_the_picture():
    green = "#1f6f54"
    picture = pixels(recoloured(drawn("papercut"), colours=(green,)).raster)
    hues = [to_oklch(f"#{r:02x}{g:02x}{b:02x}") for r, g, b in picture[::97, ::97].reshape(-1, 3)]
    vivid = [hue for _, chroma, hue in hues if chroma > 0.06]
    near = [hue for hue in vivid if hue_distance(hue, to_oklch(green)[2]) < 40]
    assert len(near) > 0.6 * len(vivid) > 0


def test_a_colour_that_a_person_chose_is_kept_and_the_others_follow():
    base = coloured(drawn("riso"), "#7a1fa2")
    new = recoloured(base).document.layout
    assert new.block(Role.TITLE).colour == "#7a1fa2"
    assert new.block(Role.AUTHOR).colour != base.document.layout.block(Role.AUTHOR).colour


@pytest.mark.parametrize("language", ["en", "ko"])
def test_words_can_be_read_in_every_palette(language):
    for one in next_ones(language):
        contrast = [c.verdict for c in one.report.checks if c.code.startswith("contrast")]
        assert contrast
        assert set(contrast) == {Verdict.PASS}


def test_the_same_task_makes_the_same_bytes():
    first, again = next_ones("en")[0], recoloured(drawn())
    assert first.preview == again.preview
    assert np.array_equal(pixels(first.raster), pixels(again.raster))


def test_a_photograph_keeps_its_colours():
    with pytest.raises(VersionError) as refused:
        recoloured(brought())
    assert refused.value.code == "art-not-drawn"
