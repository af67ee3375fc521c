"""Opens a picture that somebody sent: bounded, checked before it is decoded, and in sRGB."""

import hashlib
import importlib.util
import io
import struct
import warnings
import zlib
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from pipeline.domain.errors import PictureError
from pipeline.domain.picture import LARGEST_MB, LARGEST_MP, LEAST_PX, MEGABYTE
from pipeline.stages.colour_profile import srgb

KINDS = ("JPEG", "PNG", "WEBP", "TIFF")
"""What is opened, by the names that Pillow has for it."""
OPAQUE = 255
SHOWN_KINDS = "JPEG, PNG, WebP, TIFF"
HEIF = "pi_heif"
"""The optional library that reads what telephones make."""
ONE_PICTURE = {"JPEG", "MPO", "HEIF"}
"""Kinds whose first picture is the picture; an MPO is a JPEG with a second one behind it."""
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, KeyError, IndexError, TypeError,
           OverflowError, RuntimeError, struct.error, zlib.error)  # fmt: skip
"""What Pillow's readers raise when a file does not hold what its header promised."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A decoded picture: `rgb` is (height, width, 3) in sRGB, upright; `sha256` is of its file."""

    rgb: NDArray[np.uint8] = field(repr=False)
    kind: str
    sha256: str


def open_picture(content: bytes, least_px: int = LEAST_PX) -> Picture:
    """The picture in a file of at most 50 MB and 60 megapixels, no side below `least_px`.

    Turned as its EXIF orientation says (CIPA DC-008 4.6.5), converted from its ICC profile to
    sRGB, laid on white where it is transparent.

    Raises:
        PictureError: when it is of another kind, damaged, too large, too small, or several.
    """
    if len(content) > LARGEST_MB * MEGABYTE:
        raise PictureError("picture-too-large", limit_mb=LARGEST_MB)
    return _checked(content, least_px)


def open_kept(content: bytes, least_px: int = 1) -> Picture:
    """The same for a picture that is kept here: it was let in, painted or retouched before.

    It may be as small as a model paints, and a file as large as one without loss is: a photograph
    of a few megabytes is many more once lettering was erased from it.
    """
    return _checked(content, least_px)


def open_with_alpha(content: bytes) -> NDArray[np.uint8]:
    """The pixels of such a picture with their opacity, (height, width, 4); without, where it has none.

    Raises:
        PictureError: as `open_picture`.
    """
    with _strict(), _upright(content, 1) as picture:
        pixels = np.asarray(_in_srgb(picture))
    opaque = pixels.shape[2] == len("RGB") or bool((pixels[..., 3] == OPAQUE).all())
    return np.ascontiguousarray(pixels[..., :3]) if opaque else pixels


def _checked(content: bytes, least_px: int) -> Picture:
    with _strict(), _upright(content, least_px) as picture:
        rgb = np.asarray(_on_white(_in_srgb(picture)))
        kind = picture.info["kind"]
    return Picture(rgb=rgb, kind=_name(kind), sha256=hashlib.sha256(content).hexdigest())


@contextmanager
def _upright(content: bytes, least_px: int) -> Generator[Image.Image]:
    """The picture as it is meant to be seen, decoded; its file's kind is in `info`."""
    with _opened(content) as file:
        _demand_size(file.size, least_px)
        kind = file.format or ""
        if kind not in ONE_PICTURE and getattr(file, "n_frames", 1) > 1:
            raise PictureError("picture-several")
        file.load()
        upright = ImageOps.exif_transpose(file)
        upright.info["kind"] = kind
        yield upright


def _name(kind: str) -> str:
    return "JPEG" if kind == "MPO" else kind


@contextmanager
def _strict() -> Generator[None]:
    """Pillow's complaints in our words; what it only warns of is silent, a bomb is an error."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            yield
        except PictureError:
            raise
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise PictureError("picture-too-many-pixels", limit_mp=LARGEST_MP) from error
        except UnidentifiedImageError as error:
            raise PictureError("picture-kind", kinds=_shown_kinds()) from error
        except _BROKEN as error:
            raise PictureError("picture-unreadable") from error


def _opened(content: bytes) -> Image.Image:
    """The file with its header read and nothing decoded."""
    kinds = (*KINDS, "HEIF") if _reads_heif() else KINDS
    return Image.open(io.BytesIO(content), formats=kinds)


def _shown_kinds() -> str:
    return f"{SHOWN_KINDS}, HEIF" if _reads_heif() else SHOWN_KINDS


def _reads_heif() -> bool:
    """Whether HEIF can be read; registers the reader, which Pillow then keeps."""
    if importlib.util.find_spec(HEIF) is None:
        return False
    import pi_heif  # noqa: PLC0415  (optional)

    pi_heif.register_heif_opener(thumbnails=False)
    return True


def _demand_size(size: tuple[int, int], least_px: int) -> None:
    width, height = size
    if width * height > LARGEST_MP * 1_000_000:
        raise PictureError("picture-too-many-pixels", limit_mp=LARGEST_MP)
    if min(size) < least_px:
        raise PictureError("picture-too-small", width=width, height=height, least=least_px)


def _in_srgb(picture: Image.Image) -> Image.Image:
    """The picture as RGB or RGBA in sRGB."""
    plain = _plain(picture)
    alpha = plain.getchannel("A") if plain.mode in {"RGBA", "LA"} else None
    colours = _without_alpha(plain)
    profile = picture.info.get("icc_profile")
    rgb = (_converted(colours, profile) if profile else None) or colours.convert("RGB")
    if alpha is not None:
        rgb.putalpha(alpha)
    return rgb


def _plain(picture: Image.Image) -> Image.Image:
    """The picture in one of the modes that colour management knows."""
    if picture.mode.startswith("I;16"):
        tall = np.asarray(picture).astype(np.uint32)
        return Image.fromarray((tall // 257).astype(np.uint8))
    if picture.mode == "P" or "transparency" in picture.info:
        return picture.convert("RGBA")
    modes: dict[str, str] = {"1": "L", "RGBX": "RGB", "RGBa": "RGBA", "La": "LA"}
    mode = modes.get(picture.mode, picture.mode)
    if mode in {"I", "F"}:
        raise PictureError("picture-unreadable")
    return picture if mode == picture.mode else picture.convert(mode)


def _without_alpha(picture: Image.Image) -> Image.Image:
    opaque: dict[str, str] = {"RGBA": "RGB", "LA": "L"}
    return picture.convert(opaque[picture.mode]) if picture.mode in opaque else picture


def _converted(picture: Image.Image, profile: bytes) -> Image.Image | None:
    """Into sRGB from the profile that the file carries; None when that is of no use."""
    open_profile: Callable[[io.BytesIO], ImageCms.ImageCmsProfile] = ImageCms.ImageCmsProfile
    try:
        return ImageCms.profileToProfile(
            picture, open_profile(io.BytesIO(profile)), open_profile(io.BytesIO(srgb())),
            outputMode="RGB",
        )  # fmt: skip
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None


def _on_white(picture: Image.Image) -> Image.Image:
    if picture.mode != "RGBA":
        return picture
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground
