"""Vary: the same idea and words, other pictures."""

import numpy as np
import pytest

from pipeline.domain.errors import VersionError
from pipeline.domain.layout import Role
from pipeline.domain.operation import Vary
from pipeline.stages.art import scene_of
from pipeline.stages.keeping import words_on
from tests.real import done
from tests.workshop.drawings import BENCH, book, brought, coloured, drawn, pixels, placed


def varied(base, language="en", count=3, seed=7):
    return done(Vary(seed=seed, count=count), book(language), base, bench=BENCH).drafts


@pytest.fixture(scope="module")
def near():
    return varied(drawn())


def test_variations_keep_style_motifs_palette_and_words(near):
    base = drawn().document
    for draft in near:
        choice = draft.document.art.choice
        assert choice.recipe == base.art.choice.recipe
        assert choice.concepts == base.art.choice.concepts
        assert choice.palette == base.art.choice.palette
        assert words_on(draft.document.layout) == words_on(base.layout)


def test_every_variation_is_another_picture(near):
    pictures = [pixels(BENCH.blobs[drawn().raster]), *(pixels(draft.raster) for draft in near)]
    for index, one in enumerate(pictures):
        for other in pictures[:index]:
            assert np.abs(one.astype(np.int16) - other).mean() > 1


def test_the_same_task_makes_the_same_bytes(near):
    again = varied(drawn())
    assert [(d.raster, d.preview) for d in again] == [(d.raster, d.preview) for d in near]


def test_another_seed_makes_other_pictures(near):
    assert varied(drawn(), count=1, seed=8)[0].raster not in [draft.raster for draft in near]


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("role", [Role.TITLE, Role.AUTHOR])
def test_what_a_person_placed_stays_and_the_picture_keeps_clear_of_it(role, language):
    base = placed(drawn(language=language), role, dy=0.35 if role is Role.TITLE else -0.4)
    there = base.document.layout.block(role).box
    for draft in varied(base, language, count=2):
        layout, art = draft.document.layout, draft.document.art
        others = [block.box for block in layout.blocks if block.role is not role]
        assert layout.block(role).box == there
        assert layout.block(role).locked
        assert not any(there.overlap(box) for box in others)
        scene = scene_of(art, layout.aspect)
        assert not any(scene.focus.intersects(text) for text in scene.text)


def test_a_colour_that_a_person_chose_is_kept():
    base = coloured(drawn("riso"), "#7a1fa2")
    (draft,) = varied(base, count=1)
    assert draft.document.layout.block(Role.TITLE).colour == "#7a1fa2"


def test_a_photograph_cannot_be_varied():
    with pytest.raises(VersionError) as refused:
        varied(brought())
    assert refused.value.code == "art-not-drawn"


def test_a_variation_is_described_by_what_its_own_composition_draws(near):
    seas = {draft.document.art.composition: draft.document for draft in near}
    for composition, document in seas.items():
        assert ("lighthouse" in document.motifs) == (composition != "open water")
        assert all(motif in document.alt_text for motif in document.motifs)
