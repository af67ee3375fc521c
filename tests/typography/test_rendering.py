import io
from dataclasses import replace

import numpy as np
import pypdf
import pytest
import skia

from pipeline.domain.geometry import Box
from pipeline.domain.layout import Effect, EffectKind, Layout, Material, Tone
from pipeline.domain.layout_json import from_json, to_json
from pipeline.typography.effects import reach_of
from pipeline.typography.rendering import render, render_over
from tests.typography.lettering import cover, ground, library

TONE = Tone(box=Box.edges(0, 0, 1, 0.3), colour="#102030", strength=0.6, fade=0.2)


def with_effect(kind, size=0.08):
    effect = Effect(kind=kind, colour="#203040", strength=0.9, size=size)
    layout = cover()
    title = layout.blocks[0]
    return layout.with_block(title, replace(title, effects=(effect,)))


def test_a_layout_from_json_renders_to_the_same_pixels():
    layout = replace(with_effect(EffectKind.HALO), tones=(TONE,))
    art = ground("#8899aa")

    again = render_over(art, from_json(to_json(layout)), library())

    assert np.array_equal(render_over(art, layout, library()), again)


def test_the_art_is_left_as_it_was():
    art = ground("#8899aa")

    render_over(art, cover(), library())

    assert (art == (0x88, 0x99, 0xAA)).all()


def test_ink_stays_inside_the_boxes_of_the_layout():
    art = ground("#102030")
    changed = (render_over(art, cover(), library()) != art).any(-1)

    for block in cover().blocks:
        box = block.box
        changed[int(box.y * 600) : int(box.bottom * 600) + 1,
                int(box.x * 400) : int(box.right * 400) + 1] = False  # fmt: skip

    assert not changed.any()


def test_a_tone_is_full_in_its_box_and_gone_beyond_its_fade():
    art = ground("#ffffff")
    toned = render_over(art, Layout(aspect=2 / 3, blocks=(), tones=(TONE,)), library())

    assert np.ptp(toned[: int(0.29 * 600)].astype(int), axis=(0, 1)).max() <= 2
    assert (toned[int(0.51 * 600) :] == 255).all()


def test_a_tone_fades_without_a_step():
    art = ground("#ffffff", 400, 600)
    toned = render_over(art, Layout(aspect=2 / 3, blocks=(), tones=(TONE,)), library())

    assert np.abs(np.diff(toned[:, 200].astype(int), axis=0)).max() <= 4


def test_a_tone_in_the_middle_fades_on_all_four_sides():
    tone = replace(TONE, box=Box.edges(0.4, 0.4, 0.6, 0.6), fade=0.1)
    toned = render_over(ground("#ffffff"), Layout(aspect=2 / 3, blocks=(), tones=(tone,)),
                        library())  # fmt: skip
    reach = reach_of(tone, 2 / 3)

    assert toned[300, 200].max() < 200
    for x, y in ((0.5, reach.y - 0.01), (0.5, reach.bottom + 0.01),
                 (reach.x - 0.01, 0.5), (reach.right + 0.01, 0.5)):  # fmt: skip
        assert (toned[int(y * 600), int(x * 400)] == 255).all()


@pytest.mark.parametrize("kind", EffectKind)
def test_every_effect_leaves_the_letters_themselves_alone(kind):
    art = ground("#8899aa")
    plain = render_over(art, cover(), library())
    dressed = render_over(art, with_effect(kind), library())

    letters = (plain == (0xFF, 0xF7, 0xE6)).all(-1)

    assert (dressed != plain).any()
    assert np.abs(dressed[letters].astype(int) - plain[letters]).max() <= 3


@pytest.mark.parametrize("material", Material)
def test_a_pdf_page_keeps_the_letters_as_outlines(material):
    out = skia.DynamicMemoryWStream()
    with skia.PDF.MakeDocument(out) as document, document.page(400, 600) as canvas:
        canvas.scale(0.4, 0.4)
        render(cover(material=material), canvas, library())

    page = pypdf.PdfReader(io.BytesIO(bytes(out.detachAsData()))).pages[0]
    content = page.get_contents().get_data()

    assert sum(content.count(drawn) for drawn in (b" c\n", b" v\n", b" y\n", b" l\n")) > 400
