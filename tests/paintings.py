"""Documents of covers that a model painted, for tests that paint nothing."""

from dataclasses import replace

from pipeline.domain.art import Painted
from pipeline.domain.geometry import Box
from pipeline.domain.painting import AdapterUse, Manner, Painting, PaintRecord
from pipeline.domain.picture import Origin
from pipeline.domain.version import Document

LEFT_OUT = "She never wrote back."


def painted(document: Document, picture: str, **facts: object) -> Document:
    """The document with art that was painted: a lighthouse and the sea. `facts` are of the painting."""
    told = {"understood": ("a lighthouse", "the sea"), "left_out": (LEFT_OUT,), **facts}
    painting = Painting(
        prompt="a lighthouse", negative="text", seed=4711, manner=Manner(steps=30), width=512,
        height=768, adapters=(AdapterUse(name="ink-wash", sha256="a" * 64),),
        record=PaintRecord(model="CompVis/stable-diffusion-v1-4", device="cpu", dtype="float32",
                           buckets="8*30"),
        **told,
    )  # fmt: skip
    crop = Box(x=0.0, y=0.0, w=1.0, h=1.0)
    origin = Origin(sha256=picture, kind="png", width_px=512, height_px=768, crop=crop)
    return replace(document, art=Painted(origin=origin, painting=painting),
                   motifs=painting.understood)  # fmt: skip
