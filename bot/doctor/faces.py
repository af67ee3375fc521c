"""Which writings can be set with the typefaces found here."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from bot.doctor.finding import Finding, State

if TYPE_CHECKING:
    from pipeline.typography.face import Face
    from pipeline.typography.library import FaceLibrary

SAMPLES: Mapping[str, str] = {
    "latin": "AßŁőž",
    "hangul": "한글뷁",
    "kana": "ひカ",
    "han": "書书龍",
    "cyrillic": "ЖяЇ",
    "greek": "Ωάς",
    "arabic": "عربي",
    "hebrew": "עברית",
    "thai": "ไทย",
    "devanagari": "हिन्दी",
}
"""Letters of each writing that a face must have; among them rare ones that poor faces lack."""
NEEDED = {"latin", "hangul"}
"""The writings of the product's own languages: without them no cover can be set."""
_NAMED_AT_MOST = 4


def findings(library: "Callable[[], FaceLibrary]") -> list[Finding]:
    """A finding for every writing, and one for each face that ought to be here and is not."""
    try:
        opened = library()
    except ImportError:
        return []  # the shaping library is missing, which is a finding of its own
    faces = [face for name in opened.catalogue.faces if (face := opened.find(name))]
    return [
        *(_writing(name, sample, faces) for name, sample in SAMPLES.items()),
        *(_lost(opened.catalogue.faces[name].family) for name in opened.missing()),
    ]


def _writing(name: str, sample: str, faces: "Iterable[Face]") -> Finding:
    able = [face for face in faces if all(face.covers(char) for char in sample)]
    families = sorted({face.spec.family for face in able})
    if families:
        shown = ", ".join(families[:_NAMED_AT_MOST]) + (
            " …" if len(families) > _NAMED_AT_MOST else ""
        )
        facts: dict[str, str | int | float] = {
            "writing": name, "count": len(families), "families": shown,
        }  # fmt: skip
        return Finding(subject=f"writing-{name}", state=State.OK, key="fonts", facts=facts)
    return Finding(
        subject=f"writing-{name}",
        state=State.MISSING if name in NEEDED else State.WARNING,
        key="fonts-none",
        facts={"writing": name},
        remedy="library" if name in NEEDED else "fonts",
    )


def _lost(family: str) -> Finding:
    return Finding(
        subject=f"face-{family}",
        state=State.WARNING,
        key="face-missing",
        facts={"family": family},
        remedy="library",
    )
