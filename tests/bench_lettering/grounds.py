"""What the covers are painted with: photographs, our own recipes without words, textures, gradients.

Photographs are those that scikit-image (public domain or CC0) and scikit-learn (CC BY) ship.
The astronaut is cut to her portrait, since there are letters on her suit.
"""

import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter

from pipeline.illustrator.catalogue import recipes
from pipeline.illustrator.painter import paint
from pipeline.ports.lettering import Pixels
from tests.bench_lettering.truth import HEIGHT, WIDTH
from tests.look import scene_for
from tests.samples import concept

Rng = np.random.Generator
Crop = tuple[float, float, float, float]
WHOLE = (0.0, 0.0, 1.0, 1.0)
PHOTOGRAPHS: dict[str, Crop] = {
    "astronaut.png": (0.0, 0.0, 0.75, 0.5), "chelsea.png": WHOLE, "china.jpg": WHOLE,
    "coffee.png": WHOLE, "rocket.jpg": WHOLE, "hubble_deep_field.jpg": WHOLE, "flower.jpg": WHOLE,
    "ihc.png": WHOLE, "moon.png": WHOLE, "retina.jpg": WHOLE,
    "camera.png": WHOLE,
}  # fmt: skip
"""Files, and which part of each is used: left, top, right, bottom as fractions."""
TEXTURES = ("brick.png", "grass.png", "gravel.png")
MOTIFS = ("castle", "lighthouse", "tree", "ship", "house", "traveller")
ORDER = ("photograph", "drawn", "photograph", "drawn", "texture", "gradient")
"""Grounds in turn."""


def rng_of(*names: object) -> Rng:
    """An independent random stream of that name."""
    return np.random.default_rng(zlib.crc32("/".join(map(str, names)).encode()))


def ground(split: str, number: int) -> tuple[str, Pixels]:
    """Its kind, and the picture: the same for the same number of a split."""
    kind = ORDER[number % len(ORDER)]
    return kind, _PAINTERS[kind](rng_of("ground", split, number), number)


def _photograph(rng: Rng, number: int) -> Pixels:
    names = tuple(PHOTOGRAPHS)
    name = names[(number // 2 + 5 * (number // 24)) % len(names)]
    shown = _cropped(_part(_opened(name), PHOTOGRAPHS[name]), rng)
    return _graded(shown, rng)


def _drawn(rng: Rng, number: int) -> Pixels:
    made = tuple(recipes().values())
    recipe = made[(number // 2) % len(made)]
    composition = recipe.compositions[int(rng.integers(len(recipe.compositions)))]
    palette = recipe.palettes[int(rng.integers(len(recipe.palettes)))]
    motifs = tuple(concept(str(name)) for name in rng.permutation(MOTIFS)[:2])
    scene = scene_for(recipe, composition, palette, WIDTH / HEIGHT, motifs, number)
    return paint(recipe, scene, WIDTH, HEIGHT)


def _texture(rng: Rng, number: int) -> Pixels:
    grey = np.asarray(_cropped(_opened(TEXTURES[number // 6 % len(TEXTURES)]), rng), np.float32)
    tint = rng.uniform(0.55, 1.1, 3)
    return _bytes(grey * tint * rng.uniform(0.6, 1.0))


def _gradient(rng: Rng, number: int) -> Pixels:
    """Linear or radial, plain, grained, or washed like paper."""
    y, x = np.mgrid[0 : 1 : HEIGHT * 1j, 0 : 1 : WIDTH * 1j]
    angle = rng.uniform(0, 2 * np.pi)
    way = (np.cos(angle) * (x - 0.5) + np.sin(angle) * (y - 0.5)) / 1.42 + 0.5
    if number // 6 % 2:
        way = np.hypot(x - rng.uniform(0.2, 0.8), y - rng.uniform(0.2, 0.8))
    from_, to = rng.uniform(0, 255, (2, 3))
    picture = from_ + (to - from_) * np.clip(way, 0, 1)[..., None]
    picture += rng.normal(0, (0, 3, 22)[number // 6 % 3], picture.shape)
    if rng.random() < 0.4:
        wash = gaussian_filter(rng.normal(size=(HEIGHT, WIDTH)), 40)
        picture += 22 * (wash / wash.std())[..., None]
    return _bytes(picture)


_PAINTERS: dict[str, Callable[[Rng, int], Pixels]] = {
    "photograph": _photograph, "drawn": _drawn, "texture": _texture, "gradient": _gradient,
}  # fmt: skip


@cache
def _opened(name: str) -> Image.Image:
    import skimage  # noqa: PLC0415 - both take their time, and `--help` needs neither
    import sklearn  # noqa: PLC0415

    places = (Path(skimage.__file__).parent / "data",
              Path(sklearn.__file__).parent / "datasets" / "images")  # fmt: skip
    return Image.open(next(p / name for p in places if (p / name).exists())).convert("RGB")


def _part(picture: Image.Image, part: Crop) -> Image.Image:
    left, top, right, bottom = part
    width, height = picture.size
    return picture.crop((round(left * width), round(top * height), round(right * width), round(bottom * height)))  # fmt: skip


def _cropped(picture: Image.Image, rng: Rng) -> Image.Image:
    """A random piece with a cover's ratio, as large as it goes or a little less."""
    scale = max(WIDTH / picture.width, HEIGHT / picture.height) * rng.uniform(1.0, 1.2)
    size = (max(WIDTH, round(picture.width * scale)), max(HEIGHT, round(picture.height * scale)))
    large = picture.resize(size, Image.Resampling.LANCZOS)
    x, y = (int(rng.integers(0, room + 1)) for room in (size[0] - WIDTH, size[1] - HEIGHT))
    piece = large.crop((x, y, x + WIDTH, y + HEIGHT))
    return piece.transpose(Image.Transpose.FLIP_LEFT_RIGHT) if rng.random() < 0.4 else piece


def _graded(picture: Image.Image, rng: Rng) -> Pixels:
    """As it is, darker, faded, or in two inks, as designers treat photographs."""
    rgb = np.asarray(picture, np.float32)
    match int(rng.integers(4)):
        case 1:
            return _bytes(rgb * rng.uniform(0.45, 0.75))
        case 2:
            return _bytes(rgb * 0.6 + rng.uniform(60, 102))
        case 3:
            grey = rgb.mean(2, keepdims=True) / 255
            dark, light = rng.uniform(0, 90, 3), rng.uniform(150, 255, 3)
            return _bytes(dark + (light - dark) * grey)
        case _:
            return np.asarray(picture).copy()


def _bytes(picture: np.ndarray) -> Pixels:
    return np.clip(picture + 0.5, 0, 255).astype(np.uint8)
