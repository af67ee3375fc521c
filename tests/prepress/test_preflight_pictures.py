import numpy as np
import pytest
from PIL import Image

from pipeline.prepress.preflight.judged import judged
from pipeline.prepress.preflight.reading import read_file
from tests.prepress.pages import BOOK, check, target, verdicts, wrap

BARE = (80, 110)
BLED = (86, 116)


def picture(folder, size_mm, dpi=300, name="cover.png", mode="RGB", told=True, fill=None, **more):
    size = tuple(round(side / 25.4 * dpi) for side in size_mm)
    path = folder / name
    Image.new(
        mode, size, fill or {"CMYK": (90, 40, 0, 10)}.get(mode, (60, 90, 120, 255)[: len(mode)])
    ).save(path, **({"dpi": (dpi, dpi)} if told else {}), **more)
    return judged(read_file(path), target(own=False), BOOK)


@pytest.mark.parametrize("told", [True, False])
def test_a_front_with_bleed_is_known_by_its_shape(told, tmp_path):
    seen = picture(tmp_path, BLED, told=told)

    assert verdicts(seen) == {"file-kind": "warn", "colour-space": "warn"}
    assert check(seen, "image-resolution").measured == pytest.approx(300, abs=1)


def test_a_front_without_bleed_is_told_so(tmp_path):
    assert verdicts(picture(tmp_path, BARE))["bleed"] == "fail"


def test_a_picture_of_the_whole_sheet_is_judged_as_one(tmp_path):
    seen = picture(tmp_path, (wrap().sheet.w, wrap().sheet.h))

    assert "fail" not in verdicts(seen).values()
    assert check(seen, "spine-width").verdict == "pass"


@pytest.mark.parametrize(("dpi", "verdict"), [(300, "pass"), (220, "warn"), (120, "fail")])
def test_its_pixels_are_held_against_the_sheet_and_not_against_what_it_says(dpi, verdict, tmp_path):
    seen = picture(tmp_path, BLED, dpi, told=False)

    assert check(seen, "image-resolution").verdict == verdict


def test_inks_of_a_jpeg_are_those_that_print(tmp_path):
    seen = picture(tmp_path, BLED, name="a.jpg", mode="CMYK", fill=(255, 255, 255, 128), quality=95)

    assert check(seen, "total-ink").measured == pytest.approx(350, abs=2)
    assert check(seen, "colour-space").verdict == "pass"


def test_what_is_seen_through_is_told_and_a_full_alpha_is_not(tmp_path):
    assert (
        verdicts(picture(tmp_path, BLED, mode="RGBA", fill=(9, 9, 9, 99)))["transparency"] == "warn"
    )
    assert "transparency" not in verdicts(picture(tmp_path, BLED, mode="RGBA"))


def test_several_frames_are_several_pages(tmp_path):
    more = [Image.new("RGB", (9, 9))]

    seen = picture(tmp_path, BLED, name="a.tiff", save_all=True, append_images=more)

    assert check(seen, "page-count").measured == 2


def test_a_picture_whose_edge_is_white_has_no_bleed(tmp_path):
    size = tuple(round(side / 25.4 * 300) for side in BLED)
    page = Image.new("RGB", size, "white")
    page.paste((20, 60, 90), (36, 36, size[0] - 36, size[1] - 36))
    page.save(tmp_path / "a.png", dpi=(300, 300))

    seen = judged(read_file(tmp_path / "a.png"), target(own=False), BOOK)

    assert check(seen, "bleed").verdict == "fail"


def test_what_was_not_looked_for_is_not_called_good(tmp_path):
    seen = picture(tmp_path, BLED)

    assert {"edge-clearance", "title-size", "total-ink"} <= set(seen.unmeasured)
    assert check(seen, "edge-clearance") is None
    assert np.isfinite(check(seen, "page-count").measured)
