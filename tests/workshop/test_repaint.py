"""What can be done to a painted version: near it, another idea, and all that is done to lettering."""

import functools
import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from pipeline.domain.adapter import Adapter, Base, LoraLayout
from pipeline.domain.art import Painted
from pipeline.domain.errors import VersionError
from pipeline.domain.forking import brief_as_seen, document_as_seen
from pipeline.domain.layout import Role
from pipeline.domain.limits import StudioLimits
from pipeline.domain.operation import (
    Compare,
    EditText,
    Export,
    Fork,
    MoveText,
    Nudge,
    Recolour,
    Reroll,
    Restyle,
    Sample,
    Vary,
)
from pipeline.domain.painting import AdapterUse
from pipeline.domain.possible import demand_possible
from pipeline.stages.keeping import words_on
from pipeline.workshop.repaint import NEAR, near_plans
from storage.codec import dumped, loaded
from tests.painting import EASEL, PaintBench, painted_versions, sha256, with_easel
from tests.real import done, version_of
from tests.workshop.drawings import book, brought, coloured, pixels, placed

BENCH = PaintBench()


@functools.cache
def base():
    return painted_versions(book(format="6x9"), BENCH)[0]


def after(operation, version=None, others=()):
    """What an operation makes of a painted version, and what the model was asked for it."""
    before = len(BENCH.painter.requests)
    made = done(operation, book(format="6x9"), version or base(), others, bench=BENCH)
    return made, BENCH.painter.requests[before:]


def apart(one, other):
    return np.abs(pixels(one).astype(np.int16) - pixels(other)).mean()


@functools.cache
def varied():
    return after(Vary(seed=7, count=2), placed(base()))


def test_variations_begin_from_the_picture_that_the_version_shows():
    made, requests = varied()
    own = pixels(BENCH.blobs[base().document.art.origin.sha256])

    for draft, request in zip(made.drafts, requests, strict=True):
        assert request.prompt == base().document.art.painting.prompt
        assert request.strength == NEAR
        assert np.array_equal(pixels(request.source), own)
        assert draft.document.art.painting.source == base().document.art.origin.sha256
        assert 1 < apart(draft.raster, BENCH.blobs[base().raster]) < 60


def test_every_variation_has_a_seed_and_a_picture_of_its_own():
    made, requests = varied()

    assert len({request.seed for request in requests} | {base().document.art.painting.seed}) == 3
    assert [draft.document.art.origin.sha256 for draft in made.drafts] == [
        sha256(draft.original) for draft in made.drafts
    ]
    assert apart(made.drafts[0].raster, made.drafts[1].raster) > 1


def test_variations_keep_the_lettering_where_a_person_put_it_and_legible():
    there = placed(base()).document.layout.block(Role.TITLE).box

    for draft in varied()[0].drafts:
        assert draft.document.layout.block(Role.TITLE).box == there
        assert all(
            check.verdict == "pass" for check in draft.report.checks if "contrast" in check.code
        )


def test_another_idea_has_another_prompt_and_begins_from_nothing():
    made, (request,) = after(Reroll(seed=3), others=[base()])
    (draft,) = made.drafts

    assert request.source is None
    assert request.prompt != base().document.art.painting.prompt
    assert words_on(draft.document.layout) == words_on(base().document.layout)
    assert draft.document.art.painting.prompt == request.prompt
    assert draft.document.pairing == base().document.pairing


def test_ideas_differ_from_all_that_the_cover_shows():
    asked = [base().document.art.painting.prompt]
    others = [base()]
    for seed in (3, 4):
        made, (request,) = after(Reroll(seed=seed), others=others)
        asked.append(request.prompt)
        others.append(painted_again(made.drafts[0]))

    media = {prompt.partition(" of ")[0] for prompt in asked}
    assert len(media) == 3


def painted_again(draft):
    return version_of(draft, BENCH)


def test_a_colour_that_a_person_chose_is_kept_in_another_idea():
    made, _ = after(Reroll(seed=3), coloured(base()))

    assert made.drafts[0].document.layout.block(Role.TITLE).colour == "#d81e5b"


def test_text_edits_keep_the_painting_to_the_byte():
    for operation in (EditText(changes=(("title", "Another Name"),)), Restyle(size=0.8),
                      MoveText(block="title", to=Nudge(dy=0.05))):  # fmt: skip
        made, asked = after(operation)
        assert made.drafts[0].raster is None
        assert made.drafts[0].document.art == base().document.art
        assert made.drafts[0].document.motifs == base().document.motifs
        assert not asked


def test_new_words_are_told_to_those_who_cannot_see_it():
    made, _ = after(EditText(changes=(("title", "Another Name"),)))

    told = made.drafts[0].document.alt_text
    assert "Another Name" in told
    assert f"painting of {base().document.motifs[0]}" in told


def test_a_fork_shares_the_painting():
    made, _ = after(Fork(source=base().id))

    assert made.drafts[0].document == document_as_seen(base().document)
    assert made.drafts[0].document.art.origin == base().document.art.origin


@pytest.mark.parametrize("operation", [Vary(seed=7, count=1), Reroll(seed=3, count=1)])
def test_a_fork_is_painted_again_by_what_can_be_seen_of_it(operation):
    asked = book(format="6x9", summary="A keeper hides in Mrs Harrow's rotten lighthouse.",
                 requirements="a black dog on a crooked pier")  # fmt: skip
    source = painted_versions(replace(asked, options=1), BENCH)[0]
    assert "crooked pier" in source.document.art.painting.prompt
    mine = brief_as_seen(asked, source.document.layout)
    (fork,) = done(Fork(source=source.id), mine, source, bench=BENCH).drafts
    (draft,) = done(operation, mine, version_of(fork, BENCH), bench=BENCH).drafts

    prompt = draft.document.art.painting.prompt
    assert prompt == BENCH.painter.requests[-1].prompt
    assert not [word for word in ("Harrow", "rotten", "crooked", "pier")
                if word in dumped(draft.document.art.painting)]  # fmt: skip
    assert ("dog" in prompt) == isinstance(operation, Vary)


def test_versions_are_compared_and_sampled():
    sheet = after(Compare(versions=(base().id,)))[0].files[0]
    samples = after(Sample(colours=("#ffffff", "#102040")))[0].files[0]

    assert Image.open(io.BytesIO(sheet.content)).size == (sheet.width_px, sheet.height_px)
    assert Image.open(io.BytesIO(samples.content)).size == (samples.width_px, samples.height_px)


@pytest.mark.parametrize("form", ["", "신국판"])
def test_print_files_are_made_from_the_painting_also_in_other_formats(form):
    files = after(Export(format=form))[0].files

    png = next(file for file in files if file.name.endswith(".png"))
    assert apart(_smaller(png.content), BENCH.blobs[base().preview]) < (
        8 if form else 2
    )  # another format shows a little less


def _smaller(content):
    file = io.BytesIO()
    Image.open(io.BytesIO(content)).convert("RGB").resize(
        (1024, 1536), Image.Resampling.LANCZOS
    ).save(file, "PNG")
    return file.getvalue()


def test_a_painting_has_no_palette_and_a_photograph_is_not_painted_again():
    for operation, document, code in (
        (Recolour(), base().document, "art-painted"),
        (Vary(count=2), brought().document, "art-not-drawn"),
        (Reroll(), brought().document, "art-not-drawn"),
        (Recolour(), brought().document, "art-not-drawn"),
    ):
        with pytest.raises(VersionError) as refused:
            demand_possible(operation, document, book().format, StudioLimits())
        assert refused.value.code == code
    demand_possible(Vary(count=2), base().document, book().format, StudioLimits())
    demand_possible(Reroll(), base().document, book().format, StudioLimits())


def test_a_painting_survives_being_json():
    art = base().document.art

    assert loaded(Painted, dumped(art)) == art


def test_a_variation_keeps_the_adapters_that_its_picture_has_as_far_as_they_are_there():
    adapter = Adapter(
        name="glass", sha256="1", size=1, layout=LoraLayout.KOHYA, base=Base.SD1, rank=4
    )
    easel = replace(EASEL, adapters=lambda: (adapter,))
    held = tuple(AdapterUse(name=name, sha256="0", weight=1) for name in ("glass", "gone"))
    art = base().document.art
    art = replace(art, painting=replace(art.painting, adapters=held))

    (plan,) = near_plans(with_easel(easel=easel), book(format="6x9"), base(), art,
                         Vary(seed=7, count=1), BENCH.blobs[art.origin.sha256])  # fmt: skip

    assert plan.request.adapters == (AdapterUse(name="glass", sha256="1", weight=0.8),)
