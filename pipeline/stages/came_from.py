"""Where the art of a cover came from, as it stands in the cover's JSON file."""

from dataclasses import asdict
from typing import Any

from pipeline.domain.art import Brought, Drawn, Painted
from pipeline.domain.retouch_json import retouch_values
from pipeline.domain.version import Document


def came_from(document: Document) -> dict[str, Any]:
    """The choice that was drawn, or the picture that was brought, as plain values."""
    match document.art:
        case Drawn(choice=choice, composition=composition):
            concepts = [concept.name for concept in choice.concepts]
            return {"choice": asdict(choice) | {"concepts": concepts, "composition": composition}}
        case Brought() as art:
            return {"art": asdict(art.origin), **_made_of(art), "pairing": document.pairing}
        case Painted() as art:
            painting = {"painting": asdict(art.painting)}
            return {
                "art": asdict(art.origin),
                **painting,
                **_made_of(art),
                "pairing": document.pairing,
            }


def _made_of(art: Brought | Painted) -> dict[str, Any]:
    """What was done to a picture, and how it was enlarged, where it was."""
    upscaled = {} if art.upscaled is None else {"upscaled": asdict(art.upscaled)}
    return {"retouches": retouch_values(art.retouches), **upscaled}
