"""Documents of covers that a model painted, for tests that paint nothing."""

from dataclasses import replace

from pipeline.domain.art import Aside, Painted
from pipeline.domain.geometry import Box
from pipeline.domain.painting import AdapterUse, Extension, Manner, Painting, PaintRecord
from pipeline.domain.picture import Origin
from pipeline.domain.upscaling import Upscaled, Weights
from pipeline.domain.version import Document

LEFT_OUT = "She never wrote back."

RECORD = PaintRecord(
    model="CompVis/stable-diffusion-v1-4", device="cpu", dtype="float32", buckets="8*30"
)


def aside_of(picture: str) -> Aside:
    """What was painted left of such a picture: the sea."""
    window = Extension(prompt="the sea", seed=7, x=0, y=0, width=512, height=768, record=RECORD)
    upscaled = Upscaled(engine="ncnn", weights=Weights.PHOTO, width_px=560, height_px=768)
    return Aside(
        sha256=picture, width_px=2240, height_px=3072, extensions=(window,), upscaled=upscaled
    )


def painted(document: Document, picture: str, **facts: object) -> Document:
    """The document with art that was painted: a lighthouse and the sea. `facts` are of the painting."""
    told = {"understood": ("a lighthouse", "the sea"), "left_out": (LEFT_OUT,), **facts}
    painting = Painting(
        prompt="a lighthouse", negative="text", seed=4711, manner=Manner(steps=30), width=512,
        height=768, adapters=(AdapterUse(name="ink-wash", sha256="a" * 64),),
        record=RECORD, **told,
    )  # fmt: skip
    crop = Box(x=0.0, y=0.0, w=1.0, h=1.0)
    origin = Origin(sha256=picture, kind="png", width_px=512, height_px=768, crop=crop)
    return replace(document, art=Painted(origin=origin, painting=painting),
                   motifs=painting.understood)  # fmt: skip
