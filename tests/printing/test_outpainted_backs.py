"""The files of a painted cover: its back is painted on, or it is told why not, and its front is the same."""

import functools
import io
import json

import numpy as np
from PIL import Image

from pipeline.domain.errors import PaintError
from pipeline.domain.operation import Print
from pipeline.domain.report import Verdict
from pipeline.domain.report_json import report_in
from tests.outpainting import GoingOn
from tests.painting import PaintBench, painted_versions
from tests.real import done
from tests.workshop.drawings import book

ORDER = Print(target="kdp-6x9", pages=300, blurb="A keeper counts the ships.")
ABOUT = book(options=1, format="6x9")


@functools.cache
def files(error=None):
    bench = PaintBench(painter=GoingOn())
    (version,) = painted_versions(ABOUT, bench)
    bench.painter.error = error
    made = done(ORDER, ABOUT, version, bench=bench).files
    return {file.name.rpartition("-")[2]: file.content for file in made}


@functools.cache
def failed():
    return files(error=PaintError("painter-failed", kind="nan"))


def told(made):
    return next(content for name, content in made.items() if name.endswith(".json"))


def shown(made, name):
    with Image.open(io.BytesIO(made[name])) as picture:
        return np.asarray(picture.convert("RGB"))


def back(made):
    """The upper half of the back, without guides or lettering."""
    proof = shown(made, "proof.jpg")
    return proof[proof.shape[0] // 2 : -200, 100:900].astype(float)


def test_the_back_is_painted_on_and_the_front_bit_for_bit_the_same():
    painted, soft = files(), failed()
    assert np.array_equal(shown(painted, "front.png"), shown(soft, "front.png"))
    # whole rows: what is out of focus has a grain, and no stripes
    stripes = [np.abs(np.diff(back(made).mean(axis=1), axis=0)).mean() for made in (painted, soft)]
    assert stripes[0] > 3 * stripes[1]


def test_the_data_say_how_the_back_was_painted():
    said = json.loads(told(files()))["outpainted"]
    assert said["fault"] == ""
    assert len(said["extensions"]) == 2
    assert "lighthouse" not in said["extensions"][0]["prompt"]
    assert "back-art" not in {check.code for check in report_in(told(files())).checks}


def test_where_the_model_fails_the_cover_is_printed_and_its_owner_is_told():
    checks = {check.code: check for check in report_in(told(failed())).checks}
    assert checks["back-art"].verdict is Verdict.WARN
    assert json.loads(told(failed()))["outpainted"]["fault"] == "painter-failed"
