"""The mask of lettering holds all of its ink, its shadows and glows, and little else."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from pipeline.stages.ink_mask import ink_mask

SIZE = (420, 150)
FONT = ImageFont.load_default(size=64)
AT = (40, 40)
WORDS = "Harbour"


def plain(*colour):
    return Image.new("RGB", SIZE, colour)


def gradient():
    across = np.linspace(0, 1, SIZE[0])[None, :, None]
    rgb = (1 - across) * np.array([20, 40, 90]) + across * np.array([230, 150, 90])
    return Image.fromarray(np.broadcast_to(rgb, (SIZE[1], SIZE[0], 3)).astype(np.uint8))


def rough(spread=30):
    noise = np.random.default_rng(5).normal(0, spread, (SIZE[1], SIZE[0], 1))
    return Image.fromarray(np.clip(noise + np.array([120, 140, 90]), 0, 255).astype(np.uint8))


def lettered(ground, colour, **how):
    picture = ground.copy()
    ImageDraw.Draw(picture).text(AT, WORDS, font=FONT, fill=colour, **how)
    return picture


def shadowed(ground, colour, shade, offset=4, blur=2.0):
    soft = Image.new("L", SIZE, 0)
    ImageDraw.Draw(soft).text((AT[0] + offset, AT[1] + offset), WORDS, font=FONT, fill=255)
    soft = soft.filter(ImageFilter.GaussianBlur(blur))
    return lettered(Image.composite(Image.new("RGB", SIZE, shade), ground, soft), colour)


CASES = {
    "dark on light": (plain(236, 230, 214), lambda g: lettered(g, "#251a22")),
    "light on dark": (plain(18, 24, 40), lambda g: lettered(g, "#f4ecd8")),
    "red on green": (plain(40, 110, 70), lambda g: lettered(g, "#c03028")),
    "close in lightness": (plain(90, 120, 170), lambda g: lettered(g, "#a86a5c")),
    "light on a gradient": (gradient(), lambda g: lettered(g, "#fffbe8")),
    "dark on a gradient": (gradient(), lambda g: lettered(g, "#080812")),
    "outlined": (
        gradient(),
        lambda g: lettered(g, "#f5d060", stroke_width=3, stroke_fill="#301008"),
    ),
    "with a shadow": (plain(190, 205, 215), lambda g: shadowed(g, "#ffffff", "#203040")),
    "glowing": (plain(14, 12, 30), lambda g: shadowed(g, "#fff6d0", "#c07818", 0, 5.0)),
    "light on texture": (rough(), lambda g: lettered(g, "#ffffff")),
    "dark on texture": (rough(), lambda g: lettered(g, "#140c10")),
}


def place(ground, picture):
    """The box of the letters themselves, and all that they changed so that it can be seen."""
    changed = np.abs(np.asarray(picture, int) - np.asarray(ground, int)).max(axis=2) > 20
    left, top, right, bottom = ImageDraw.Draw(picture).textbbox(AT, WORDS, font=FONT)
    corners = np.array([(left, top), (right, top), (right, bottom), (left, bottom)], np.float32)
    return corners, changed


@pytest.mark.parametrize("case", CASES)
def test_all_that_letters_changed_is_masked_and_most_of_the_ground_is_not(case):
    ground, letter = CASES[case]
    picture = letter(ground)
    corners, changed = place(ground, picture)
    mask = ink_mask(np.asarray(picture), [corners])
    assert mask[changed].mean() > 0.99
    high, wide = np.ptp(corners[:, 1]) * 1.32, np.ptp(corners[:, 0]) + 0.32 * np.ptp(corners[:, 1])
    assert mask.sum() < 0.85 * high * wide


def with_emblems(colour):
    """Lettering over a row of houses, which are dark as well, and of another colour."""
    picture = plain(206, 232, 216)
    draw = ImageDraw.Draw(picture)
    for left in range(10, SIZE[0], 90):
        draw.rectangle((left, 20, left + 46, 62), fill=(30, 84, 76))
        draw.polygon([(left - 6, 24), (left + 23, 0), (left + 52, 24)], fill=(30, 84, 76))
    ground = picture.copy()
    ImageDraw.Draw(picture).text(AT, WORDS, font=FONT, fill=colour)
    return ground, picture


def test_what_letters_stand_on_is_left_where_no_letter_is():
    ground, picture = with_emblems("#140c10")
    corners, changed = place(ground, picture)
    mask = ink_mask(np.asarray(picture), [corners])
    assert mask[changed].mean() > 0.99
    houses = np.asarray(ground)[..., 0] < 60
    beside = ~np.asarray(Image.fromarray(changed).filter(ImageFilter.MaxFilter(17)))
    assert mask[houses & beside].mean() < 0.05


def test_a_line_beside_does_not_make_its_colour_one_of_the_ground():
    ground = gradient()
    picture = lettered(ground, "#fffbe8")
    ImageDraw.Draw(picture).text((AT[0], AT[1] - 48), WORDS, font=FONT, fill="#fffbe8")
    corners, changed = place(ground, lettered(ground, "#fffbe8"))
    mask = ink_mask(np.asarray(picture), [corners, corners - np.array([0, 48], np.float32)])
    assert mask[changed].mean() > 0.99 and mask.mean() < 0.6


def test_high_letters_are_masked_to_their_edges():
    font = ImageFont.load_default(size=220)
    picture = Image.new("RGB", (700, 330), "#305070")
    ImageDraw.Draw(picture).text((40, 30), "Sea 7", font=font, fill="#ffe9c0")
    left, top, right, bottom = ImageDraw.Draw(picture).textbbox((40, 30), "Sea 7", font=font)
    rgb = np.asarray(picture)
    mask = ink_mask(
        rgb, [np.array([(left, top), (right, top), (right, bottom), (left, bottom)], np.float32)]
    )
    assert mask[np.abs(rgb.astype(int) - [0x30, 0x50, 0x70]).max(axis=2) > 20].all()
    assert mask.mean() < 0.6


def test_lettering_that_nothing_tells_from_its_ground_is_masked_as_a_whole():
    rgb = np.asarray(rough(spread=60))
    corners = np.array([(60, 40), (300, 40), (300, 100), (60, 100)], np.float32)
    mask = ink_mask(rgb, [corners])
    assert mask[40:100, 60:300].all()
    assert not mask[:25].any() and not mask[:, 330:].any()


def test_a_second_try_masks_more():
    picture = np.asarray(lettered(plain(236, 230, 214), "#251a22"))
    corners = np.array([(40, 45), (270, 45), (270, 115), (40, 115)], np.float32)
    once, twice = ink_mask(picture, [corners]), ink_mask(picture, [corners], more=6)
    assert not (once & ~twice).any() and twice.sum() > 1.3 * once.sum()


def test_corners_outside_the_picture_mask_nothing():
    picture = np.asarray(plain(10, 20, 30))
    far = np.array([(900, 900), (990, 900), (990, 930), (900, 930)], np.float32)
    assert not ink_mask(picture, [far]).any()
    assert not ink_mask(picture, []).any()


def test_a_shadow_that_shows_on_one_half_of_a_line_is_followed_there():
    ground = plain(18, 32, 46)
    ImageDraw.Draw(ground).rectangle((0, 0, AT[0] + 100, SIZE[1]), fill=(230, 216, 196))
    picture = shadowed(ground, "#f6f2e6", (120, 120, 110), 5, 6.0)
    corners, changed = place(ground, picture)
    mask = ink_mask(np.asarray(picture), [corners])
    assert mask[changed].mean() > 0.95
