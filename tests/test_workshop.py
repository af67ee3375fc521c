"""From a brief to options: real fonts, real encoder, real recipes, no mocks."""

import io
import json

import numpy as np
import pytest
from PIL import Image

from pipeline.domain.errors import GenreError, StyleError
from pipeline.domain.layout_json import from_json
from pipeline.domain.report import Verdict
from pipeline.domain.step import Doing
from pipeline.illustrator.catalogue import recipes
from pipeline.illustrator.painter import paint
from pipeline.stages.plan import plan
from pipeline.stages.produce import draw
from pipeline.typography.rendering import render_over
from pipeline.workshop.orders import orders
from tests.real import Bench, brief, covers, files_of, library, workshop

LIGHTHOUSE = {
    "title": "The Lighthouse Keeper's Arithmetic",
    "author": "Oona Fairweather",
    "genre": "mystery",
    "summary": "A lighthouse keeper counts the ships that pass, and one night there is one too many.",
    "format": "5x8",
}
KOREAN = {
    "title": "바다와 등대",
    "author": "윤서아",
    "genre": "에세이",
    "summary": "외딴 섬의 등대지기가 바다와 고양이에 대해 쓴 산문.",
    "format": "46판",
}


@pytest.fixture(scope="module")
def made():
    return covers(brief(**LIGHTHOUSE, seed=11, options=3), for_print=True)


def test_options_differ_in_idea(made):
    assert len({draft.document.art.choice.recipe for draft in made.drafts}) == 3


def test_the_summary_decides_the_motifs(made):
    shown = {motif for draft in made.drafts for motif in draft.document.motifs}
    assert shown & {"lighthouse", "ship", "sea"}


def test_the_same_seed_gives_the_same_bytes(made):
    again = covers(brief(**LIGHTHOUSE, seed=11, options=3), for_print=True)
    assert [f.content for f in again.files] == [f.content for f in made.files]


def test_print_files_have_the_size_of_the_trim_at_300_dpi(made):
    for file in files_of(made, 1):
        if "print" in file.name:
            assert (file.width_px, file.height_px) == (1500, 2400)


def test_a_picture_is_as_large_as_it_says(made):
    for file in made.files:
        if file.name.endswith((".png", ".jpg")):
            assert Image.open(io.BytesIO(file.content)).size == (file.width_px, file.height_px)


def test_every_option_passes_its_preflight(made):
    assert [draft.report.verdict for draft in made.drafts] == [Verdict.PASS] * 3


def test_a_layout_read_back_from_its_file_gives_the_same_pixels():
    order = orders(workshop(), brief(**LIGHTHOUSE), 3, for_print=False)[0]
    cover = draw(order, recipes(), library())
    made = covers(brief(**LIGHTHOUSE, seed=3, options=1))
    written = next(file for file in made.files if file.name == "cover-1.json")
    layout = from_json(json.dumps(json.loads(written.content)["layout"]))
    assert np.array_equal(render_over(cover.art, layout, library()), cover.picture)


def test_lettering_is_set_before_the_picture_which_keeps_clear_of_it():
    order = orders(workshop(), brief(**LIGHTHOUSE), 5, for_print=False)[0]
    made = plan(order.choice, order.words, order.format.aspect, wishes=order.wishes,
                recipes=recipes(), library=library())  # fmt: skip
    for text in made.scene.text:
        overlap = text.makeInset(1, 1)
        assert not overlap.intersect(made.scene.focus)
    assert paint(made.recipe, made.scene, 100, 160).shape == (160, 100, 3)


def test_a_korean_brief_gets_korean_faces_and_a_korean_description():
    document = covers(brief(**KOREAN, seed=2, options=1)).drafts[0].document
    assert library().catalogue.pairing(document.pairing).writing == "korean"
    assert "표지" in document.alt_text


def test_a_style_is_obeyed_by_every_option():
    made = covers(brief(**KOREAN, style="판화", seed=2, options=2))
    assert {draft.document.art.choice.recipe for draft in made.drafts} == {"lino"}


@pytest.mark.parametrize(
    ("field", "error"), [("genre", GenreError), ("style", StyleError)]
)  # fmt: skip
def test_what_is_unknown_is_said_before_anything_is_drawn(field, error):
    bench = Bench()
    with pytest.raises(error):
        covers(brief(**{**KOREAN, field: "zzgrx"}, seed=1), bench=bench)
    assert {step.doing for step, _ in bench.told} <= {Doing.READING}


def test_progress_goes_from_nothing_to_the_sheet():
    bench = Bench()
    covers(brief(**KOREAN, seed=2, options=2), bench=bench)
    steps = [step for step, _ in bench.told]
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert (steps[0].doing, steps[-1].doing) == (Doing.READING, Doing.SHEET)
