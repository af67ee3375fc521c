"""Paint: a brief becomes options by a model, here one that paints landscapes at once."""

import io
from dataclasses import replace
from pickle import dumps, loads

import numpy as np
import pytest
from PIL import Image

from pipeline.domain.adapter import Adapter, Base, LoraLayout
from pipeline.domain.art import Painted
from pipeline.domain.errors import PaintError, PictureError
from pipeline.domain.operation import Paint
from pipeline.domain.step import Doing
from pipeline.ports.bench import Stopped
from pipeline.workshop.paint_plan import paint_plans
from tests.painting import EASEL, MODEL, PaintBench, painted, sha256, with_easel
from tests.real import files_of
from tests.workshop.drawings import PHOTOGRAPH, book, pixels


@pytest.fixture(scope="module")
def bench():
    return PaintBench()


@pytest.fixture(scope="module")
def made(bench):
    return painted(book(options=2, format="6x9"), bench)


def plans(about, easel=EASEL, seed=4, **paint):
    return paint_plans(with_easel(easel=easel), about, Paint(seed=seed, **paint), None)


def test_every_option_is_a_painting_with_its_own_picture_and_where_it_came_from(made, bench):
    for draft, request in zip(made.drafts, bench.painter.requests, strict=True):
        art = draft.document.art
        assert isinstance(art, Painted)
        assert art.origin.sha256 == sha256(draft.original)
        assert (art.origin.width_px, art.origin.height_px) == (512, 768)
        assert (art.painting.prompt, art.painting.seed) == (request.prompt, request.seed)
        assert art.painting.record.model == MODEL
        assert draft.document.maker.engine == "painter"


def test_options_differ_in_prompt_seed_and_type(made):
    paintings = [draft.document.art.painting for draft in made.drafts]

    assert len({painting.prompt for painting in paintings}) == 2
    assert len({painting.seed for painting in paintings}) == 2
    assert len({draft.document.pairing for draft in made.drafts}) == 2


def test_the_title_can_be_read_and_stands_at_the_head_where_the_picture_has_room(made):
    for draft in made.drafts:
        title = draft.document.layout.blocks[0]
        assert title.box.centre[1] < 0.45
        assert all(
            check.verdict == "pass" for check in draft.report.checks if "contrast" in check.code
        )


def test_the_raster_is_the_picture_at_preview_size(made):
    for draft in made.drafts:
        whole = Image.open(io.BytesIO(draft.original)).resize(
            (1024, 1536), Image.Resampling.LANCZOS
        )
        apart = np.abs(np.asarray(whole, np.int16) - pixels(draft.raster))
        assert apart.mean() < 1


def test_the_words_for_those_who_cannot_see_it_tell_what_was_understood(made):
    document = made.drafts[0].document

    assert document.motifs
    assert "painting of " + document.motifs[0] in document.alt_text
    assert "lighthouse" in " ".join(made.drafts[0].document.art.painting.understood)


def test_a_korean_brief_is_painted_in_english_and_told_in_korean():
    draft = painted(book("ko", format="46판")).drafts[0]
    painting = draft.document.art.painting

    assert painting.prompt.isascii()
    assert "등대" in painting.understood
    assert "그렸다" in draft.document.alt_text


def test_progress_counts_every_step_and_shows_the_pictures_as_they_come(made, bench):
    steps = [step for step, _ in bench.told]
    shown = [picture for _, picture in bench.told if picture]

    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert steps[-1].total == 1 + 2 * (EASEL.manner.steps + 1) + 1
    assert {Doing.READING, Doing.PAINTING, Doing.SHEET} <= {step.doing for step in steps}
    assert len(shown) >= 2 * (EASEL.manner.steps // 4)
    assert len(steps) < 2 * EASEL.manner.steps


def test_the_files_are_those_of_every_engine(made):
    assert {file.name for file in made.files} >= {"contact-sheet.png", "brief.json"}
    assert [file.name for file in files_of(made, 1)] == [
        "cover-1-preview.png", "cover-1-preview.jpg", "cover-1.json",
    ]  # fmt: skip
    assert b'"painting"' in files_of(made, 1)[-1].content


def test_the_same_operation_asks_for_the_same_pictures():
    assert plans(book(options=3)) == plans(book(options=3))
    assert plans(book(options=3)) != plans(book(options=3), seed=5)


def test_all_options_are_painted_side_by_side(made, bench):
    assert bench.painter.most_running == 2


@pytest.mark.parametrize(("form", "aspect"), [("1:2.5", 0.4), ("2.5:1", 2.5)])
def test_a_steep_cover_is_painted_less_steep_and_continued(form, aspect):
    bench = PaintBench()

    art = painted(book(format=form), bench).drafts[0].document.art

    first, more = bench.painter.requests
    sides = sorted((first.width, first.height))
    assert sides[1] / sides[0] < 1.9
    assert more.mask and more.source
    assert more.prompt != first.prompt
    assert art.painting.extensions[0].seed == more.seed
    shown = art.origin.crop.w * art.origin.width_px / (art.origin.crop.h * art.origin.height_px)
    assert shown == pytest.approx(aspect)


def test_a_photograph_is_what_every_option_begins_from():
    bench = PaintBench()

    painting = (
        painted(book(format="6x9"), bench, picture=PHOTOGRAPH.read_bytes())
        .drafts[0]
        .document.art.painting
    )

    (request,) = bench.painter.requests
    assert Image.open(io.BytesIO(request.source)).size == (request.width, request.height)
    assert request.strength == Paint(seed=0).strength == painting.strength
    assert painting.source == sha256(PHOTOGRAPH.read_bytes())


def test_a_file_that_is_no_picture_is_not_painted_from():
    with pytest.raises(PictureError):
        painted(book(), picture=b"words")


def test_a_picture_that_the_safety_check_held_back_is_tried_with_other_seeds():
    bench = PaintBench()
    (plan,) = plans(book())
    bench.painter.unsafe = {plan.request.seed, plan.spare[0]}

    painting = painted(book(), bench).drafts[0].document.art.painting

    assert painting.seed == plan.spare[1]


def test_a_brief_that_is_never_safe_ends_without_a_picture():
    bench = PaintBench()
    (plan,) = plans(book())
    bench.painter.unsafe = {plan.request.seed, *plan.spare}

    with pytest.raises(PaintError) as refused:
        painted(book(), bench)

    assert refused.value.code == "paint-unsafe"
    assert len(bench.painter.requests) == 3


def test_without_a_model_nothing_is_painted():
    bench = PaintBench(shop=with_easel(easel=None))

    with pytest.raises(PaintError) as refused:
        painted(book(), bench)

    assert refused.value.code == "painter-missing"


def test_whoever_stops_the_job_stops_every_picture():
    bench = PaintBench()
    tell = bench.tell

    async def stopped(step, picture=None):
        await tell(step, picture)
        if step.done > 4:
            raise Stopped

    bench.tell = stopped
    with pytest.raises(Stopped):
        painted(book(options=3), bench)

    assert bench.painter.running == 0


def lora(name, weight=0.8, base=Base.SD1, genres=("mystery",)):
    return Adapter(name=name, genres=genres, weight=weight, trigger=f"{name} style", sha256=name, size=1,
                   layout=LoraLayout.KOHYA, base=base, rank=4)  # fmt: skip


def test_the_adapters_of_the_genre_are_used_together_and_their_triggers_come_first():
    loras = (
        lora("noir"),
        lora("fog", 0.8),
        lora("other", genres=("fantasy",)),
        lora("xl", base=Base.SDXL),
    )
    easel = replace(EASEL, adapters=lambda: loras)

    (plan,) = plans(book(), easel)

    assert [use.name for use in plan.request.adapters] == ["noir", "fog"]
    assert sum(use.weight for use in plan.request.adapters) == pytest.approx(1.2)
    assert plan.request.prompt.startswith("noir style, fog style, ")


def test_an_adapter_that_is_asked_for_by_name_is_used_and_told_and_not_painted_as_a_thing():
    easel = replace(EASEL, adapters=lambda: (lora("noir"), lora("glass-tiger", genres=())))

    (plan,) = plans(book(requirements="In the manner of glass tiger."), easel)
    (usual,) = plans(book(), easel)

    assert [use.name for use in plan.request.adapters] == ["glass-tiger", "noir"]
    assert plan.request.prompt.startswith("glass-tiger style, noir style, ")
    assert "tiger" not in plan.request.prompt.removeprefix("glass-tiger style")
    assert "glass-tiger" in plan.prompt.understood
    assert plan.prompt.left_out == usual.prompt.left_out
    assert [use.name for use in usual.request.adapters] == ["noir"]


def test_an_adapter_of_the_genre_is_left_out_where_the_author_does_not_want_it():
    easel = replace(EASEL, adapters=lambda: (lora("noir"), lora("fog")))

    (plan,) = plans(book(requirements="noir 없이"), easel)

    assert [use.name for use in plan.request.adapters] == ["fog"]


def test_an_adapter_of_another_family_is_not_used_by_name_either():
    easel = replace(EASEL, adapters=lambda: (lora("xl", base=Base.SDXL, genres=()),))

    (plan,) = plans(book(requirements="In the manner of xl."), easel)

    assert plan.request.adapters == ()
    assert "In the manner of xl." in plan.prompt.left_out


def test_a_plan_travels_between_processes():
    (plan,) = plans(book())

    assert loads(dumps(plan)) == plan  # noqa: S301 - our own


def test_nothing_goes_on_beside_a_picture_that_failed():
    bench = PaintBench()
    bench.painter.error = PaintError("painter-failed", kind="nan")

    with pytest.raises(PaintError):
        painted(book(options=3), bench)

    assert bench.painter.running == 0
