"""Other words in the place of lettering: who letters them, and what a version tells of it."""

import functools
import io
from dataclasses import dataclass, field

import numpy as np
import pytest
from PIL import Image

from pipeline.domain.errors import ModelError, PaintError, RetouchError
from pipeline.domain.lettering import Hand
from pipeline.domain.operation import Letter, ReplaceText
from pipeline.domain.painting import PaintedPicture, PaintRecord
from pipeline.stages.open_picture import open_kept
from tests.lettering.test_erase_text import png, sloping
from tests.real import Bench, brief, done, lettered, versions
from tests.retouching import HANGUL, LATIN, SAYS, with_retoucher
from tests.retouching import lettered as barred

ABOUT = brief(format="6x9", options=1)
BAR = {(0.2, 0.3, 0.8, 0.36): LATIN}
AREA = ((0.2, 0.3), (0.8, 0.3), (0.8, 0.36), (0.2, 0.36))


@dataclass
class WriterBench(Bench):
    """A scene-text model that fills its mask with a colour for each request; bars are its letters."""

    colours: list = field(default_factory=list)
    requests: list = field(default_factory=list)
    fault: Exception | None = None

    async def paint(self, request, watch):
        if self.fault is not None:
            raise self.fault
        colour = self.colours[len(self.requests) % len(self.colours)]
        self.requests.append(request)
        source = np.array(Image.open(io.BytesIO(request.source)).convert("RGB"))
        mask = np.array(Image.open(io.BytesIO(request.mask)).convert("L")) > 127
        source[mask] = colour
        record = PaintRecord(model="tests/writer", device="cpu", dtype="float32", buckets="1*1")
        return PaintedPicture(content=png(source), width=256, height=256, record=record)


@functools.cache
def base():
    bench = Bench()
    bench.shop = with_retoucher(bench.blobs)
    picture = barred(png(sloping(400, 600)), BAR)
    return versions(lettered(ABOUT, picture, bench=bench), bench, Letter(picture="", seed=0))[
        0
    ], bench


def bench_for(*colours, writes=True):
    _, kept = base()
    bench = WriterBench(blobs=kept.blobs, colours=list(colours))
    bench.shop = with_retoucher(kept.blobs, writes=writes)
    return bench


def replaced(bench, words="바다", **wishes):
    version, _ = base()
    return done(ReplaceText(area=AREA, words=words, seed=5, **wishes), ABOUT, version, bench=bench)


def told(made):
    return made.drafts[0].document.art.retouches[-1]


def test_without_a_model_the_typesetter_sets_the_words():
    made = replaced(bench_for(writes=False), "Sea Queen", font="Jost")

    assert (told(made).hand, told(made).fallback) == (Hand.TYPE, False)
    assert told(made).face == "Jost"


def test_only_the_place_changes_in_the_original():
    version, bench = base()
    made = replaced(bench_for(writes=False), "Sea Queen", font="Jost")

    art = version.document.art
    before = open_kept(bench.blobs[art.origin.sha256]).rgb
    after = open_kept(made.drafts[0].original).rgb
    crop = art.origin.crop
    rows, _ = np.nonzero((before != after).any(-1))
    tall = crop.h * before.shape[0]
    assert before.shape == after.shape
    assert (0.3 - 0.08) * tall < rows.min() - crop.y * before.shape[0]
    assert rows.max() - crop.y * before.shape[0] < (0.36 + 0.08) * tall


def test_a_sample_that_reads_right_is_taken_and_no_more_are_asked_for():
    bench = bench_for(HANGUL, LATIN, HANGUL, HANGUL)

    made = replaced(bench, SAYS[LATIN].words.lower())

    assert told(made).hand is Hand.MODEL
    assert told(made).read == SAYS[LATIN].words
    assert len(bench.requests) == 4


def test_the_model_is_asked_as_it_was_taught():
    bench = bench_for(LATIN)

    replaced(bench, "Sea King", font="Jost", colour="red")

    request = bench.requests[0]
    assert request.prompt == 'Write "Sea King" in font: Jost and color: red'
    assert (request.words, request.width, request.height) == ("Sea King", 256, 256)
    assert (request.manner.steps, request.manner.guidance) == (30, 7.5)
    assert len({one.seed for one in bench.requests}) == 4


def test_where_no_sample_reads_right_others_are_tried_and_then_the_typesetter():
    bench = bench_for(HANGUL)

    made = replaced(bench, "Sea King", font="Jost")

    assert (told(made).hand, told(made).fallback) == (Hand.TYPE, True)
    assert len({one.seed for one in bench.requests}) == 8


FAULTS = [PaintError("painter-lost"), ModelError("writer-damaged", path="x", reason="y")]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.code)
def test_a_model_that_fails_leaves_the_words_to_the_typesetter(fault):
    bench = bench_for(LATIN)
    bench.fault = fault

    made = replaced(bench, "Sea King", font="Jost")

    assert (told(made).hand, told(made).fallback) == (Hand.TYPE, True)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.code)
def test_a_model_that_is_asked_for_and_fails_says_why(fault):
    bench = bench_for(LATIN)
    bench.fault = fault

    with pytest.raises(type(fault), match=fault.code):
        replaced(bench, "Sea King", font="Jost", hand=Hand.MODEL)


def test_words_are_cleaned_of_what_nobody_sees():
    bench = bench_for(LATIN)

    assert told(replaced(bench, "Sea\u200b \u202eKing\n")).words == "Sea King"
    assert bench.requests[0].words == "Sea King"


@pytest.mark.parametrize("words", ["Sea Queen – I", "A title of twenty-odd letters"])
def test_what_the_model_cannot_write_goes_to_the_typesetter_at_once(words):
    bench = bench_for(LATIN)

    assert told(replaced(bench, words, font="Jost")).hand is Hand.TYPE
    assert not bench.requests


@pytest.mark.parametrize(("words", "writes", "code"), [
    ("Sea", False, "replace-model"), ("바다", True, "replace-script"),
    ("A title of twenty-odd letters", True, "replace-long"), ("  ", True, "replace-empty"),
    ("\u200b", True, "replace-empty"),
])  # fmt: skip
def test_a_model_that_is_asked_for_and_cannot_says_why(words, writes, code):
    with pytest.raises(RetouchError, match=code):
        replaced(bench_for(LATIN, writes=writes), words, hand=Hand.MODEL)
