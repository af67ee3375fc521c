"""Compare: versions side by side in one picture."""

from dataclasses import replace

import numpy as np
import pytest

from pipeline.domain.errors import VersionError
from pipeline.domain.operation import Compare
from pipeline.stages.sheet import Proof, SheetWords, contact_sheet
from pipeline.stages.sheet_grid import cell_aspect, grid
from tests.real import done, library
from tests.workshop.drawings import BENCH, book, drawn, pixels


def numbered(*versions):
    return [replace(one, id=f"id{n}", number=n) for n, one in enumerate(versions, 1)]


def compared(versions, names=None):
    operation = Compare(versions=tuple(names or [one.id for one in versions]))
    return done(operation, book(), versions[0], versions[1:], bench=BENCH)


def test_a_comparison_is_one_file_and_no_version():
    made = compared(numbered(drawn(), drawn("riso")))
    (file,) = made.files
    assert made.drafts == ()
    assert file.name == "comparison.png"
    assert pixels(file.content).shape == (file.height_px, file.width_px, 3)


def test_versions_stand_in_the_order_in_which_they_are_named():
    pair = numbered(drawn(), drawn("riso"))
    there, back = compared(pair), compared(pair, ["id2", "id1"])
    width = there.files[0].width_px
    left, right = (pixels(made.files[0].content)[:, : width // 2] for made in (there, back))
    assert np.abs(left.astype(np.int16) - right).mean() > 5


def test_numbers_and_words_stand_under_each():
    pair = numbered(drawn(), drawn("riso"))
    other = [pair[0], replace(pair[1], number=12)]
    assert compared(pair).files[0].content != compared(other).files[0].content


def test_what_is_not_there_cannot_be_compared():
    with pytest.raises(VersionError) as refused:
        compared(numbered(drawn()), ["id1", "nowhere"])
    assert refused.value.code == "version-missing"


def test_covers_of_several_ratios_keep_theirs_and_stand_on_one_floor():
    aspects = [2 / 3, 1.0, 16 / 9]
    plan = grid(3, cell_aspect(aspects), 900)
    places = [plan.stand(index, aspects) for index in range(3)]
    for (_, top, width, height), aspect in zip(places, aspects, strict=True):
        assert width / height == pytest.approx(aspect, abs=0.01)
        assert top + height == places[0][1] + places[0][3]
    areas = [width * height for *_, width, height in places]
    assert max(areas) < 1.02 * min(areas)


def test_a_cover_is_not_stretched_on_a_mixed_sheet():
    wide, slim = np.full((300, 600, 3), 40, np.uint8), np.full((600, 300, 3), 200, np.uint8)
    sheet = contact_sheet([Proof(cover=wide, name="w"), Proof(cover=slim, name="s")],
                          SheetWords(title="T"), library())  # fmt: skip
    rows, columns = np.nonzero((sheet == 40).all(-1))
    assert np.ptp(columns) > 1.9 * np.ptp(rows)
